import { expect, test } from 'vitest';
import { readCandidateFilter, readCostFilter, readEngagementFilter, rowsHref } from './filter';

const paramsOf = (href: string) => new URL(href, 'http://localhost').searchParams;
const school = '0190a000-0000-4000-8000-000000000001';

test('the address of the rows behind a number asks for those rows', () => {
	const candidates = rowsHref('/overblik/kandidater', {
		group: 'original',
		step: 'placed',
		hours: 'up_to_20'
	});
	expect(readCandidateFilter(paramsOf(candidates))).toEqual({
		group: 'original',
		step: 'placed',
		hours: 'up_to_20',
		sort: 'alias'
	});
	const engagements = rowsHref('/overblik/forloeb', {
		providerId: school,
		subject: 'danish',
		state: 'begun'
	});
	expect(readEngagementFilter(paramsOf(engagements))).toEqual({
		group: null,
		providerId: school,
		subject: 'danish',
		state: 'begun',
		sort: 'newest'
	});
	const costs = rowsHref('/overblik/oekonomi', { year: 2026, bucket: 'spent', isCapped: 1 });
	expect(readCostFilter(paramsOf(costs))).toEqual({
		year: 2026,
		fundingSourceId: null,
		bucket: 'spent',
		isCapped: true,
		sort: 'newest'
	});
});

test('what an address makes up is left out', () => {
	const params = new URLSearchParams({
		gruppe: "x' or true",
		trin: 'rejected',
		timer: '20',
		skole: 'clavis',
		fag: 'a,b',
		tilstand: 'gone',
		aar: '1999',
		kilde: 'money',
		status: 'lost',
		loft: 'ja',
		sortering: 'id'
	});
	expect(readCandidateFilter(params)).toEqual({
		group: null,
		step: null,
		hours: null,
		sort: 'alias'
	});
	expect(readEngagementFilter(params)).toEqual({
		group: null,
		providerId: null,
		subject: null,
		state: null,
		sort: 'newest'
	});
	expect(readCostFilter(params)).toEqual({
		year: null,
		fundingSourceId: null,
		bucket: null,
		isCapped: false,
		sort: 'newest'
	});
});
