import { expect, test } from 'vitest';
import { everyRow, sorted } from './paging';

/** A list as the API gives it, which somebody may change between two questions. */
function list(...known: string[]) {
	const asked: string[] = [];
	const ask = async (after: string, limit: number) => {
		asked.push(after);
		const data = known.filter((key) => key > after).slice(0, limit);
		return {
			data,
			error: null,
			count: null,
			status: 200,
			statusText: 'OK',
			success: true
		} as const;
	};
	return {
		known,
		asked,
		every: () =>
			everyRow(
				ask,
				(key) => key.toUpperCase(),
				(key) => key.toLowerCase(),
				2
			)
	};
}

test('every row is given once, in batches, also when the last batch is full', async () => {
	for (const keys of [[], ['a'], ['a', 'b'], ['a', 'b', 'c'], ['a', 'b', 'c', 'd']]) {
		const { every, asked } = list(...keys);
		expect(await Array.fromAsync(every())).toEqual(keys.map((key) => key.toUpperCase()));
		expect(asked).toHaveLength(Math.floor(keys.length / 2) + 1);
	}
});

test('a row that goes meanwhile takes no other with it', async () => {
	const { every, known } = list('a', 'b', 'c', 'd', 'e');
	const rows: string[] = [];
	for await (const row of every()) {
		rows.push(row);
		if (row === 'B') known.splice(0, 2);
	}
	expect(rows).toEqual(['A', 'B', 'C', 'D', 'E']);
});

test('rows are put in the order of their list', async () => {
	const { every } = list('a', 'b', 'c');
	const rows = sorted(every(), (a, b) => b.localeCompare(a));
	expect(await Array.fromAsync(rows)).toEqual(['C', 'B', 'A']);
});
