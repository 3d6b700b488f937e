import { expect, test } from 'vitest';
import { readOwnFilter, sameList } from './own';

const read = (query: string) => readOwnFilter(new URLSearchParams(query));

test('an address without a filter shows all, last changed first', () => {
	expect(read('')).toEqual({ text: '', state: null, unconfirmed: false, sort: 'aendret' });
});

test('an address says what is shown, and what it does not know is left out', () => {
	expect(read('q=+truck+&tilstand=paused&bekraeft=1&sortering=vist')).toEqual({
		text: 'truck',
		state: 'paused',
		unconfirmed: true,
		sort: 'vist'
	});
	expect(read('tilstand=lost&bekraeft=ja&sortering=farve')).toEqual(read(''));
});

test('after an action the same list is shown again', () => {
	expect(sameList(new URL('http://x/moduler?/pause&tilstand=draft&side=2'))).toBe(
		'/moduler?tilstand=draft&side=2'
	);
	expect(sameList(new URL('http://x/moduler?/pause'))).toBe('/moduler');
});
