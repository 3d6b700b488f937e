import type { z } from 'zod';
import type { ModuleDraft } from './draft';
import { textSoFar } from './so-far';
import type { whatForm } from './what-form';

export type WhatValues = z.input<typeof whatForm>;

export const whatValues = (draft: ModuleDraft): Omit<WhatValues, 'version'> => ({
	title: draft.title,
	purpose: draft.purpose ?? '',
	subjectCode: draft.subjectCode ?? '',
	learningGoals: draft.learningGoals ?? '',
	audience: draft.audience ?? '',
	code: draft.code ?? ''
});

export const whatAnswers = (
	data: Omit<z.output<typeof whatForm>, 'version'>
): Partial<ModuleDraft> => data;

export const whatSoFar = (values: WhatValues): Partial<ModuleDraft> => ({
	title: values.title.trim(),
	purpose: textSoFar(values.purpose),
	subjectCode: textSoFar(values.subjectCode),
	learningGoals: textSoFar(values.learningGoals),
	audience: textSoFar(values.audience),
	code: textSoFar(values.code)
});
