import { expect, test } from 'vitest';
import { isNarrowed, readFilter, searchWords } from './filter';

const read = (query: string) => readFilter(new URLSearchParams(query));

test('an address without filters shows all, newest first', () => {
	const filter = read('');
	expect(isNarrowed(filter)).toBe(false);
	expect(filter.sort).toBe('nyeste');
});

test('each filter is read from the address', () => {
	const skole = '00000000-0000-4000-8000-000000000001';
	expect(
		read(
			`q=+hygiejne+&fag=food_hygiene&sted=workplace&form=one_to_one&skole=${skole}&omfang=dele&sortering=titel`
		)
	).toEqual({
		text: 'hygiejne',
		subject: 'food_hygiene',
		place: 'workplace',
		deliveryForm: 'one_to_one',
		schoolId: skole,
		division: 'dele',
		sort: 'titel'
	});
});

test('what it does not know is left out', () => {
	expect(isNarrowed(read('fag=%27;--&sted=moon&form=x&skole=1&omfang=halve&sortering=x'))).toBe(
		false
	);
});

test('a search is words only, so that nothing typed can be read as a pattern', () => {
	expect(searchWords('Fødevare%hygiejne, (AMU) *_" 7,4')).toEqual([
		'fødevare',
		'hygiejne',
		'amu',
		'7',
		'4'
	]);
	expect(searchWords('%%')).toEqual([]);
});
