import { expect, test } from 'vitest';
import { NOTICE_KINDS, notice } from './notice.ts';

const migrations = Object.values(
	import.meta.glob<string>('/supabase/migrations/*.sql', {
		query: '?raw',
		import: 'default',
		eager: true
	})
).join('\n');

test('every kind that the database notifies of has words, and no other has', () => {
	const calls = migrations.matchAll(
		/private\.(?:notify|tell_other_side)\((?:[^;]*?)'([a-z_]+\.[a-z_]+)'/g
	);
	const sent = new Set([...calls].map(([, kind]) => kind!));
	// One side of a change, or the other.
	for (const [, kind] of migrations.matchAll(
		/private\.tell_of_change\((?:[^;]*?)'([a-z_]+\.[a-z_]+)'/g
	)) {
		sent.add(kind!).add(`${kind}_for_broker`);
	}
	expect([...sent].sort()).toEqual([...NOTICE_KINDS].sort());
});

test('a notice is worded in the language of its reader and leads to its page', () => {
	const source = {
		kind: 'quote.submitted',
		subjectId: 'n1',
		params: { reference: 'B-2026-0042', provider: 'CLAVIS' }
	};
	expect(notice(source, 'da')).toEqual({
		text: 'CLAVIS har givet et tilbud på behov B-2026-0042.',
		href: '/behov/n1/tilbud'
	});
	expect(notice(source, 'en').text).toBe('CLAVIS has quoted for need B-2026-0042.');
});

test('a school reads who asks about what and what is bought, an approver the amount', () => {
	const said = (kind: string, params: Record<string, unknown>, locale: 'da' | 'en' = 'da') =>
		notice({ kind, subjectId: 'n1', params }, locale).text.replaceAll('\u00a0', ' ');
	const asked = {
		reference: 'B-1',
		job_centre: 'Jobcenter Roskilde',
		subject_da: 'Dansk',
		subject_en: 'Danish',
		answer_by: '2026-12-09'
	};
	expect(said('quote_request.sent', asked)).toBe(
		'I er spurgt om et tilbud på Dansk til Jobcenter Roskilde, behov B-1. Svar senest 09.12.2026.'
	);
	expect(said('quote_request.sent', asked, 'en')).toContain('Danish for Jobcenter Roskilde');
	const bought = {
		reference: 'R-1',
		total_ore: 1_500_000,
		starts_on: '2027-01-11',
		confirm_by: '2026-12-04'
	};
	expect(said('order.approved', bought)).toContain(
		'tilbud er valgt: ordre R-1 på 15.000 kr. med start 11.01.2027. Bekræft ordren senest 04.12.2026.'
	);
	expect(said('order.approved', { ...bought, agreement: 'A-1' })).toContain(
		'inden for rammeaftale A-1: ordre R-1 på 15.000 kr.'
	);
	expect(said('order.unconfirmed', bought)).toContain('senest 04.12.2026');
	expect(said('order.still_waiting', bought)).toContain('R-1 på 15.000 kr. venter stadig');
	const changed = { ...bought, material: ['price', 'hours'] };
	expect(said('order.change_awaiting_approval', changed)).toBe(
		'En ændring af ordre R-1, så den er på 15.000 kr., venter på din godkendelse: højere pris, andre timer.'
	);
	expect(said('order.awaiting_approval', bought)).toContain('R-1 på 15.000 kr. venter');
	// Notices from before these were known.
	expect(said('quote_request.sent', { reference: 'B-1' })).toBe(
		'I er spurgt om et tilbud på behov B-1.'
	);
	expect(said('order.approved', { reference: 'R-1' })).toContain('ordre R-1. Bekræft');
});
