import type { Client } from '../supabase/clients';
import { unwrap } from '../refusal';
import { nameOf } from './rows';

/** A row that the law or a job centre keeps, as a choice. */
export interface Choice {
	value: string;
	label: string;
}

/** The target groups that the law knows on a day. */
export async function targetGroups(client: Client, day: string): Promise<Choice[]> {
	const rows = unwrap(
		await client
			.from('target_group')
			.select('code, name_da, name_en')
			.lte('valid_from', day)
			.or(`valid_to.is.null,valid_to.gt.${day}`)
	);
	return rows.map((row) => ({ value: row.code, label: nameOf(row) })).sort(byLabel);
}

/** The funding sources that a job centre can use on a day. */
export async function fundingSources(
	client: Client,
	jobCentreId: string,
	day: string
): Promise<Choice[]> {
	const rows = unwrap(
		await client
			.from('funding_source')
			.select('id, name_da, name_en, job_centre_id, valid_to')
			.lte('valid_from', day)
	);
	return rows
		.filter((row) => row.job_centre_id === null || row.job_centre_id === jobCentreId)
		.filter((row) => row.valid_to === null || row.valid_to > day)
		.map((row) => ({ value: row.id, label: nameOf(row) }))
		.sort(byLabel);
}

/** Who a job centre's need can be handed to: its brokers and coordinators, each once. */
export async function colleagues(
	client: Client,
	jobCentreId: string,
	exceptId: string
): Promise<Choice[]> {
	const rows = unwrap(
		await client
			.from('membership')
			.select('user_id, profile!membership_user_id_fkey(display_name)')
			.eq('organisation_id', jobCentreId)
			.in('role', ['broker', 'coordinator'])
			.neq('user_id', exceptId)
	);
	const names = new Map(rows.map((row) => [row.user_id, row.profile.display_name]));
	return [...names].map(([value, label]) => ({ value, label })).sort(byLabel);
}

/** Needs that are looked through for where somebody has sent candidates lately. */
const LATELY = 20;
const MOST_WORKPLACES = 3;

/** The workplaces of somebody's latest needs, the last one first. */
export async function latestWorkplaces(client: Client, ownerId: string): Promise<string[]> {
	const rows = unwrap(
		await client
			.from('need')
			.select('workplace')
			.eq('owner_id', ownerId)
			.not('workplace', 'is', null)
			.order('updated_at', { ascending: false })
			.limit(LATELY)
	);
	return [...new Set(rows.map(({ workplace }) => workplace!))].slice(0, MOST_WORKPLACES);
}

const byLabel = (a: Choice, b: Choice) => a.label.localeCompare(b.label, 'da');
