import { idOf } from './ids.ts';
import { KOEGE, ROSKILDE } from './organisations.ts';
import { Expression, type Row } from './rows.ts';

export type Funding = 'lab_91' | 'amu' | 'mentor' | 'fvu_obu' | 'vta';

/** The project's own grant; the other sources are everybody's, and their ids are the database's. */
export const fundingSources: Row<'funding_source'>[] = [
	{
		id: idOf('vta'),
		job_centre_id: ROSKILDE,
		legal_basis_code: 'project',
		code: 'vta',
		name_da: 'VTA-projektets bevilling',
		name_en: 'Grant of the VTA project',
		valid_from: '2021-01-01',
		valid_to: '2024-01-01'
	}
];

export function fundingId(code: Funding): string | Expression {
	return code === 'vta'
		? idOf('vta')
		: new Expression(
				`(select id from public.funding_source where code = '${code}' and job_centre_id is null)`
			);
}

/** What the project was measured by: table 5 of the evaluation, and for Køge a few figures of its own. */
const TARGETS: [jobCentre: string, group: string, figures: Record<string, number>][] = [
	[ROSKILDE, 'original', { referred: 120, placed: 70, in_job: 48, in_job_after_six_months: 36 }],
	[ROSKILDE, 'ukrainian', { referred: 50, placed: 40, in_job: 32 }],
	[KOEGE, 'other', { referred: 10, placed: 8, upskilled: 5 }]
];

export const targets: Row<'target'>[] = TARGETS.flatMap(([jobCentre, group, figures]) =>
	Object.entries(figures).map(([measure, figure]) => ({
		job_centre_id: jobCentre,
		reporting_group_code: group,
		measure,
		figure
	}))
);

/** In kroner. The project's years, and this year and the last, since orders of today may lie in either. */
export function budgets(thisYear: number): Row<'budget'>[] {
	const now: [string, Funding, number][] = [
		[ROSKILDE, 'lab_91', 180_000],
		[ROSKILDE, 'amu', 60_000],
		[ROSKILDE, 'mentor', 15_000],
		[KOEGE, 'lab_91', 90_000],
		[KOEGE, 'amu', 30_000]
	];
	const rows: [number, string, Funding, number][] = [
		[2021, ROSKILDE, 'vta', 200_000],
		[2022, ROSKILDE, 'vta', 250_000],
		[2022, ROSKILDE, 'lab_91', 150_000],
		[2022, ROSKILDE, 'amu', 120_000],
		[2023, ROSKILDE, 'vta', 150_000],
		[2023, ROSKILDE, 'lab_91', 120_000],
		[2023, ROSKILDE, 'amu', 140_000],
		...[thisYear - 1, thisYear].flatMap((year) =>
			now.map((row): [number, string, Funding, number] => [year, ...row])
		)
	];
	return rows.map(([year, jobCentre, funding, kroner]) => ({
		id: idOf(`budget/${jobCentre}/${funding}/${year}`),
		job_centre_id: jobCentre,
		funding_source_id: fundingId(funding),
		year,
		amount_ore: kroner * 100
	}));
}
