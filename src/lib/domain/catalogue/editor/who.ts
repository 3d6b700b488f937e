import type { z } from 'zod';
import { CERTIFICATE_KINDS, DANISH_LEVELS, SUPPORTS, TEACHING_LANGUAGES } from '../module';
import type { ModuleDraft } from './draft';
import { countSoFar, oneSoFar, someSoFar, textSoFar } from './so-far';
import type { whoForm } from './who-form';

/** The modules of danskuddannelse 1 to 3, each as `DU2.4`. */
export const DANISH_MODULE_CHOICES = [1, 2, 3].flatMap((education) =>
	[1, 2, 3, 4, 5, 6].map((part) => `DU${education}.${part}`)
);
export const NO_DANISH_MODULE = 'none';

export type WhoValues = z.input<typeof whoForm>;
type WhoData = Omit<z.output<typeof whoForm>, 'version'>;

export const whoValues = (draft: ModuleDraft): Omit<WhoValues, 'version'> => ({
	minParticipants: String(draft.minParticipants),
	maxParticipants: String(draft.maxParticipants),
	requiredDanishLevel: draft.requiredDanishLevel,
	requiredDanishModule: draft.requiredDanishModule ?? NO_DANISH_MODULE,
	prerequisite: draft.prerequisite ?? '',
	teachingLanguages: draft.teachingLanguages,
	support: draft.support,
	certificateKind: draft.certificateKind
});

export const whoAnswers = ({
	requiredDanishModule,
	...answers
}: WhoData): Partial<ModuleDraft> => ({
	...answers,
	requiredDanishModule: requiredDanishModule === NO_DANISH_MODULE ? null : requiredDanishModule
});

export const whoSoFar = (values: WhoValues): Partial<ModuleDraft> => {
	const minParticipants = countSoFar(values.minParticipants, 1);
	return whoAnswers({
		minParticipants,
		maxParticipants: countSoFar(values.maxParticipants, minParticipants),
		requiredDanishLevel: oneSoFar(DANISH_LEVELS, values.requiredDanishLevel),
		requiredDanishModule: oneSoFar(
			[NO_DANISH_MODULE, ...DANISH_MODULE_CHOICES],
			values.requiredDanishModule
		),
		prerequisite: textSoFar(values.prerequisite),
		teachingLanguages: someSoFar(TEACHING_LANGUAGES, values.teachingLanguages),
		support: someSoFar(SUPPORTS, values.support),
		certificateKind: oneSoFar(CERTIFICATE_KINDS, values.certificateKind)
	});
};
