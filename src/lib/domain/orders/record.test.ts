import { expect, test } from 'vitest';
import { recordWords, type SchoolRecord } from './record';

const record: SchoolRecord = {
	completed: 2,
	dropped: 1,
	quotedHours: 40,
	hoursHeld: 36,
	quotedOre: 2_000_000,
	finalOre: 2_000_000,
	begunLater: 0
};

test('a record says what was completed, and the hours, price and start against the quote', () => {
	expect(recordWords(record)).toEqual([
		'2 gennemført, 1 afbrudt',
		'90 % af de tilbudte timer holdt',
		'Prisen blev som tilbudt'
	]);
	expect(recordWords({ ...record, finalOre: 2_200_000, begunLater: 1 }).slice(2)).toEqual([
		'Prisen endte 10 % over tilbud',
		'1 begyndte senere end tilbudt'
	]);
	expect(recordWords({ ...record, finalOre: 1_500_000 })).toContain(
		'Prisen endte 25 % under tilbud'
	);
});

test('a school that has completed nothing has no price to be held to', () => {
	expect(recordWords({ ...record, completed: 0 })).toEqual(['0 gennemført, 1 afbrudt']);
});
