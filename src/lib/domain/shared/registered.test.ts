import { expect, test } from 'vitest';
import { isCvr, isGln } from './registered';

test('a CVR number is eight digits whose weighted sum is a multiple of 11', () => {
	expect(['10000009', '10010004'].filter(isCvr)).toEqual(['10000009', '10010004']);
	expect(['10000008', '1000000', '100000090', 'ti tal', ''].filter(isCvr)).toEqual([]);
});

test('an EAN number is thirteen digits that end in their check digit', () => {
	expect(isGln('5798009811578')).toBe(true);
	expect(['5798009811577', '579800981157', '5789009811578', ''].filter(isGln)).toEqual([]);
});
