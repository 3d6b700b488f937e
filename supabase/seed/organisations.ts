import { demoAccounts } from './accounts.ts';
import { idOf } from './ids.ts';
import type { Person, Row } from './rows.ts';

const schools = {
	CLAVIS: ['language_centre', '0265'],
	ZBC: ['business_college', '0265'],
	'Roskilde Tekniske Skole': ['technical_school', '0265'],
	'HF & VUC Roskilde-Køge': ['vuc', '0265'],
	Zealand: ['business_academy', '0259'],
	'Professionshøjskolen Absalon': ['university_college', '0265']
} as const;
const jobCentres = { 'Jobcenter Roskilde': '0265', 'Jobcenter Køge': '0259' } as const;

/** Short names that the rest of the demonstration uses for the organisations. */
export const ROSKILDE = idOf('Jobcenter Roskilde');
export const KOEGE = idOf('Jobcenter Køge');
export const CLAVIS = idOf('CLAVIS');
export const ZBC = idOf('ZBC');
export const RTS = idOf('Roskilde Tekniske Skole');
export const VUC = idOf('HF & VUC Roskilde-Køge');
export const ZEALAND = idOf('Zealand');
export const ABSALON = idOf('Professionshøjskolen Absalon');

/** What every job centre begins with: an order above it waits for the approver. */
export const APPROVAL_LIMIT_ORE = 2_500_000;

const since = '2021-01-04T08:00:00Z';

/** Made up, and right by their check digits. */
const CVR = [
	'10000009',
	'10010004',
	'10020018',
	'10030005',
	'10040000',
	'10050006',
	'10060001',
	'10070007'
];
const EAN = ['5798000000018', '5798000000025'];

const withoutCvr: Omit<Row<'organisation'>, 'cvr'>[] = [
	...Object.entries(jobCentres).map(([name, municipality]) => ({
		id: idOf(name),
		kind: 'job_centre',
		provider_kind: null,
		name,
		municipality_code: municipality,
		created_at: since
	})),
	...Object.entries(schools).map(([name, [kind, municipality]]) => ({
		id: idOf(name),
		kind: 'provider',
		provider_kind: kind,
		name,
		municipality_code: municipality,
		created_at: since
	}))
];

export const organisations: Row<'organisation'>[] = withoutCvr.map((organisation, at) => ({
	...organisation,
	cvr: CVR[at]!
}));

const names = new Map(organisations.map(({ id, name }) => [id, String(name)]));
export function nameOf(organisation: string): string {
	return names.get(organisation)!;
}

export const jobCentreSettings: Row<'job_centre'>[] = Object.keys(jobCentres).map((name, at) => ({
	organisation_id: idOf(name),
	ean: EAN[at]!,
	order_contact: 'Indkøb, kompetenceløft',
	cancel_free_days: 7,
	cancel_percent: 25
}));

export const people: Person[] = demoAccounts.map(
	({ key, email, role, organisation, displayName }) => ({
		id: idOf(key),
		email,
		displayName,
		organisationId: idOf(organisation),
		role
	})
);

/** The one person of the demonstration who holds a role in an organisation. */
export function personOf(organisation: string, role: Person['role']): string {
	return people.find((person) => person.organisationId === organisation && person.role === role)!
		.id;
}
