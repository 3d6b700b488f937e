import { expect, test } from 'vitest';
import { fundingDoubts } from './funding';

const amu = { wholeCoursesOnly: true, certificateKinds: ['amu', 'statutory'] };
const tailored = { wholeCoursesOnly: false, certificateKinds: null };

test.each([
	['a whole AMU course', amu, { hours: 37, module: { hours: 37, certificateKind: 'amu' } }, []],
	[
		'a part of it',
		amu,
		{ hours: 14.8, module: { hours: 37, certificateKind: 'amu' } },
		['part_of_course']
	],
	[
		'a tailored course',
		amu,
		{ hours: 10, module: { hours: 25, certificateKind: 'participation' } },
		['part_of_course', 'certificate_kind']
	],
	['a quote without a module', amu, { hours: 10, module: null }, ['unknown_course']],
	['a source without rules', tailored, { hours: 10, module: null }, []],
	[
		'a source without rules, and a part',
		tailored,
		{ hours: 10, module: { hours: 25, certificateKind: 'none' } },
		[]
	]
])('%s', (_, rules, bought, doubts) => expect(fundingDoubts(rules, bought)).toEqual(doubts));
