/** The median time of an operation in milliseconds, after a few that only warm it up. */
export async function medianTime(operation: () => Promise<unknown>, times = 11): Promise<number> {
	const taken: number[] = [];
	for (let run = -2; run < times; run++) {
		const start = performance.now();
		await operation();
		if (run >= 0) taken.push(performance.now() - start);
	}
	taken.sort((a, b) => a - b);
	return taken[Math.floor(taken.length / 2)]!;
}

export const milliseconds = (time: number) => `${time.toFixed(1)} ms`;

/** Prints rows under a title, one column for each key. */
export function print(title: string, rows: Record<string, string | number>[]): void {
	const lines = [Object.keys(rows[0]!), ...rows.map((row) => Object.values(row).map(String))];
	const widths = lines[0]!.map((_, column) =>
		Math.max(...lines.map((line) => line[column]!.length))
	);
	const table = lines.map((line) =>
		line.map((cell, column) => cell.padEnd(widths[column]!)).join('  ')
	);
	console.info(`\n${title}\n\n${table.join('\n')}\n`);
}
