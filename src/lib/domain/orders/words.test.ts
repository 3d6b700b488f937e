import { expect, test } from 'vitest';
import { confirmationWord, participantsWord, weeksWord } from './words';

test('one is not many', () => {
	expect([participantsWord(1), participantsWord(3)]).toEqual(['1 deltager', '3 deltagere']);
	expect([weeksWord(1), weeksWord(12)]).toEqual(['1 uge', '12 uger']);
});

test.each([
	['2026-12-02', 'Ikke endnu, skolen har til og med 02.12.2026'],
	['2026-12-03', 'Ikke endnu, fristen var 02.12.2026']
])('an order that is not confirmed on %s', (day, text) => {
	expect(confirmationWord({ confirmedAt: null, confirmBy: '2026-12-02' }, day)).toBe(text);
	expect(confirmationWord({ confirmedAt: null, confirmBy: null }, day)).toBe('Ikke endnu');
});
