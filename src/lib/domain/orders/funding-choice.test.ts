import { expect, test } from 'vitest';
import { fundingChoice } from './funding-choice';

const source = (id: string, wholeCoursesOnly: boolean) => ({
	id,
	nameDa: id,
	nameEn: id,
	leftOre: null,
	wholeCoursesOnly,
	certificateKinds: null
});

test('each source says what speaks against it, and why the order must be approved when it pays', () => {
	const { options, why } = fundingChoice(
		[source('lab', false), source('amu', true)],
		{ hours: 10, module: { hours: 20, certificateKind: 'amu' } },
		{ totalOre: 500_000, ceilingOre: null },
		[{ aboveOre: 100_000, fundingSourceId: 'amu' }]
	);
	expect(why).toBe('');
	const [lab, amu] = options;
	expect(lab).toEqual({ value: 'lab', label: 'lab', hint: undefined, doubt: '', why: '' });
	expect(amu!.doubt).toContain('kun hele kurser');
	expect(amu!.why).not.toBe('');
	expect(amu!.hint).toBe(`${amu!.doubt} Skal godkendes: ${amu!.why}`);
});
