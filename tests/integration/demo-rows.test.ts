import { describe, expect, test } from 'vitest';
import { danishDay } from '../../supabase/seed/days.ts';
import { demoRows } from '../../supabase/seed/demo-rows.ts';
import { toSql } from '../../supabase/seed/sql.ts';

const days = ['2026-11-23', '2027-01-01', '2028-02-29', '2026-06-28T23:30:00+02:00'].map(
	(day) => new Date(day)
);

describe.each(days)('the demonstration of %s', (now) => {
	const rows = demoRows(now);

	test('is the same whenever it is made', () => {
		expect(toSql(demoRows(now))).toBe(toSql(rows));
	});

	test('has quotes whose lines add up', () => {
		for (const quote of rows.quote) {
			const lines = rows.quote_line.filter((line) => line.quote_id === quote.id);
			const sum = lines.reduce(
				(total, line) => total + Math.round(Number(line.unit_price_ore) * Number(line.quantity)),
				0
			);
			expect(sum, String(quote.title)).toBe(quote.total_ore);
			expect(lines.length).toBeGreaterThan(0);
		}
	});

	test('has a history in order that ends before today', () => {
		const times = rows.event.map((event) => String(event.at));
		expect(times).toEqual([...times].sort());
		expect(times.at(-1)!.slice(0, 10) < danishDay(now)).toBe(true);
	});

	test('waits for answers that can still be given', () => {
		const waiting = rows.quote_request.filter((request) => request.state === 'sent');
		expect(waiting.length).toBeGreaterThan(5);
		for (const request of waiting) expect(String(request.answer_by) > danishDay(now)).toBe(true);
		for (const quote of rows.quote.filter((one) => one.state === 'submitted')) {
			expect(String(quote.valid_until) > danishDay(now)).toBe(true);
		}
	});

	test('gives no reference twice', () => {
		for (const [table, owner] of [
			[rows.need, 'job_centre_id'],
			[rows.quote, 'provider_id'],
			[rows.purchase_order, 'job_centre_id'],
			[rows.frame_agreement, 'job_centre_id']
		] as const) {
			const references = table.map(
				(row) => `${(row as unknown as Record<string, string>)[owner]} ${row.reference}`
			);
			expect(new Set(references).size).toBe(references.length);
		}
	});
});
