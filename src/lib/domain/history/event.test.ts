import { expect, test } from 'vitest';
import { EVENT_KINDS, eventWords } from './event';

const migrations = Object.values(
	import.meta.glob<string>('/supabase/migrations/*.sql', {
		query: '?raw',
		import: 'default',
		eager: true
	})
).join('\n');

test('every kind of event that the database writes has words, and no other has', () => {
	const literal = migrations.matchAll(/'([a-z_]+\.[a-z_]+)'/g);
	const nouns =
		'invitation|membership|targets|budgets|settings|organisation|approval_rules|delegation|module|shortlist|need|need_template|quote_request|question|quote|agreement|order|engagement|contact';
	const written = new Set(
		[...literal].map(([, kind]) => kind!).filter((kind) => new RegExp(`^(${nouns})\\.`).test(kind))
	);
	// Kinds that are put together from the state that is moved to.
	for (const [noun, states] of Object.entries({
		module: ['published', 'paused', 'archived'],
		need: ['withdrawn', 'closed_unmet'],
		engagement: ['completed', 'dropped']
	})) {
		for (const state of states) written.add(`${noun}.${state}`);
	}
	// Kinds of notices that no event has.
	for (const kind of [
		'need.handed_on',
		'quote.expired_for_school',
		'order.approved_for_broker',
		'order.still_waiting',
		'order.unconfirmed',
		'order.unconfirmed_for_broker',
		'order.cancelled_for_broker',
		'order.cancelled_by_school',
		'order.change_agreed',
		'order.change_awaiting_approval',
		'order.change_still_waiting',
		'order.change_unanswered',
		'module.unconfirmed'
	]) {
		written.delete(kind);
	}
	expect([...written].sort()).toEqual([...EVENT_KINDS].sort());
});

test('an event says what it is about', () => {
	const detail = { reference: 'T-2026-0007', total_ore: 1_500_000 };
	expect(eventWords({ kind: 'quote.submitted', school: null, detail })).toBe(
		'Tilbud T-2026-0007 sendt: 15.000\u00a0kr.'
	);
	expect(eventWords({ kind: 'quote.rejected', school: 'CLAVIS', detail })).toBe(
		'Tilbud T-2026-0007 ikke valgt (CLAVIS)'
	);
	expect(() => eventWords({ kind: 'cake.baked', school: null, detail: {} })).toThrow('no words');
});

test('a changed order says what was before', () => {
	const before = { total_ore: 1_320_000, hours: 20, starts_on: '2026-12-10' };
	const detail = { reference: 'R-2026-0007', before, after: { ...before, hours: 24 } };
	expect(eventWords({ kind: 'order.changed', school: null, detail })).toBe(
		'Ordre R-2026-0007 ændret: 20\u00a0timer → 24\u00a0timer'
	);
	expect(
		eventWords({ kind: 'order.changed', school: null, detail: { ...detail, after: before } })
	).toContain('nye vilkår');
});
