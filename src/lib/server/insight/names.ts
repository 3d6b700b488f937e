import type { Named } from '$lib/domain/insight/words';
import { subjects } from '../catalogue/reference';
import { unwrap } from '../refusal';
import type { Client } from '../supabase/clients';

/* What codes and ids are called, for filters and for the rows that hold them. */

export async function groupNames(client: Client): Promise<Named[]> {
	const rows = unwrap(
		await client.from('reporting_group').select('code, name_da, name_en').order('position')
	);
	return rows.map(namedByCode);
}

export async function targetGroupNames(client: Client): Promise<Named[]> {
	const rows = unwrap(
		await client.from('target_group').select('code, name_da, name_en').order('name_da')
	);
	return rows.map(namedByCode);
}

export async function subjectNames(client: Client): Promise<Named[]> {
	const known = await subjects(client);
	return known.map(({ code, nameDa, nameEn }) => ({ key: code, name: { da: nameDa, en: nameEn } }));
}

export async function fundingNames(client: Client): Promise<Named[]> {
	const rows = unwrap(
		await client.from('funding_source').select('id, name_da, name_en').order('name_da')
	);
	return rows.map(({ id, name_da, name_en }) => ({ key: id, name: { da: name_da, en: name_en } }));
}

/** The schools that a job centre has bought from. */
export async function providerNames(client: Client, jobCentre: string): Promise<Named[]> {
	const rows = unwrap(
		await client
			.from('organisation')
			.select('id, name, engagement!engagement_provider_id_fkey!inner(id)')
			.eq('engagement.job_centre_id', jobCentre)
			.limit(1, { referencedTable: 'engagement' })
			.order('name')
	);
	return rows.map(({ id, name }) => ({ key: id, name: { da: name, en: name } }));
}

/** The years that a job centre has budgets for, latest first. */
export async function budgetYears(client: Client, jobCentre: string): Promise<number[]> {
	const rows = unwrap(
		await client
			.from('budget')
			.select('year')
			.eq('job_centre_id', jobCentre)
			.order('year', { ascending: false })
	);
	return [...new Set(rows.map(({ year }) => year))];
}

const namedByCode = (row: { code: string; name_da: string; name_en: string }): Named => ({
	key: row.code,
	name: { da: row.name_da, en: row.name_en }
});
