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
