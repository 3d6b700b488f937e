import { expect, test } from 'vitest';
import { addDays, today } from '$lib/domain/shared/day';
import type { OwnRequest } from '$lib/server/quotes/answering';
import { beginningOf } from './answer';

const answered = (answerBy: string) =>
	({
		state: 'answered',
		answerBy,
		brief: {},
		moduleId: 'm1',
		live: { state: 'submitted', moduleId: 'm1' },
		quotes: [{ state: 'submitted' }]
	}) as unknown as OwnRequest;
const points = [{ id: 'm1', title: 'Dansk' }];
const asked = (answerBy: string, search: string) =>
	beginningOf(answered(answerBy), points, new URLSearchParams(search));

test('a quote that was sent is changed until the date to answer by has passed, whatever the address says', () => {
	expect(asked(today(), '')).toMatchObject({ stage: 'sent', isWriting: false });
	for (const search of ['ret=1', 'modul=m1', 'modul=frit']) {
		expect(asked(today(), search)).toMatchObject({ isWriting: true });
		expect(asked(addDays(today(), -1), search)).toMatchObject({ stage: 'sent', isWriting: false });
	}
});

test('a change begins with the quote that stands, unless another beginning is chosen', () => {
	expect(asked(today(), 'ret=1')).toMatchObject({ keepsLive: true, start: 'm1' });
	expect(asked(today(), 'modul=frit')).toMatchObject({ keepsLive: false, start: 'frit' });
});
