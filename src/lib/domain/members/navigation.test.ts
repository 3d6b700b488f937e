import { expect, test } from 'vitest';
import { homeOf, ownPath, partsFor } from './navigation';
import type { Membership, Session } from './session';

const membership = (organisationId: string, role: Membership['role']): Membership => ({
	organisationId,
	organisationName: organisationId,
	kind: role === 'leader' ? 'provider' : 'job_centre',
	role
});
const session = (...memberships: Membership[]): Session => ({
	userId: 'u',
	displayName: 'Jobformidler',
	unread: 0,
	memberships
});

test('each role begins at its own page', () => {
	expect(homeOf(session(membership('a', 'broker')))).toBe('/behov');
	expect(homeOf(session(membership('a', 'leader')))).toBe('/moduler');
	expect(homeOf(session(membership('a', 'broker'), membership('b', 'leader')), 'b')).toBe(
		'/moduler'
	);
	expect(homeOf(session())).toBe('/');
});

test('several roles in one organisation are led to the parts of all of them, once', () => {
	const both = session(membership('a', 'broker'), membership('a', 'approver'));
	expect(partsFor(both, 'a')).toEqual([
		'behov',
		'katalog',
		'ordrer',
		'rammeaftaler',
		'godkendelser',
		'overblik'
	]);
	expect(partsFor(both, 'b')).toEqual([]);
});

test.each([
	'//evil.example',
	'/\\evil.example',
	'https://evil.example',
	'behov',
	'',
	null,
	'/a\tb'
])('%s leads nowhere', (asked) => expect(ownPath(asked, '/behov')).toBe('/behov'));

test('a path of this site is followed, with its query', () => {
	expect(ownPath('/behov/1?side=2', '/')).toBe('/behov/1?side=2');
});
