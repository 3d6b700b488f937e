/** What modules refer to: the same for everyone, and rarely changed. */
import type { School, Subject } from '$lib/domain/catalogue/module';
import type { Named } from '$lib/domain/shared/named';
import { unwrap } from '../refusal';
import type { Client } from '../supabase/clients';
import { SCHOOL, schoolOf } from './rows';

/** All subjects, by name. */
export const subjects = keptForAMinute(async (client): Promise<Subject[]> => {
	const rows = unwrap(await client.from('subject').select('code, name_da, name_en'));
	return rows
		.map(({ code, name_da, name_en }) => ({ code, nameDa: name_da, nameEn: name_en }))
		.sort((a, b) => a.nameDa.localeCompare(b.nameDa, 'da'));
});

/** All schools, by name. */
export const schools = keptForAMinute(async (client): Promise<School[]> => {
	const rows = unwrap(await client.from('organisation').select(SCHOOL).eq('kind', 'provider'));
	return rows.map(schoolOf).sort((a, b) => a.name.localeCompare(b.name, 'da'));
});

/** The municipalities' names by their codes. */
export const municipalityNames = keptForAMinute(async (client) => {
	const rows = unwrap(await client.from('municipality').select('code, name'));
	return new Map(rows.map(({ code, name }) => [code, name]));
});

/** The names of legal bases by their codes, those that no longer hold too. */
export const legalBasisNames = keptForAMinute(async (client) => {
	const rows = unwrap(await client.from('legal_basis').select('code, name_da, name_en'));
	return new Map(
		rows.map(({ code, name_da, name_en }): [string, Named] => [
			code,
			{ nameDa: name_da, nameEn: name_en }
		])
	);
});

/** Reference data that are the same for everyone and rarely change: asked for once a minute at most. */
function keptForAMinute<T>(load: (client: Client) => Promise<T>): (client: Client) => Promise<T> {
	let kept: { until: number; value: Promise<T> } | undefined;
	return (client) => {
		if (!kept || kept.until < Date.now()) {
			const value = load(client);
			kept = { until: Date.now() + 60_000, value };
			// A failure is not kept.
			value.catch(() => (kept = undefined));
		}
		return kept.value;
	};
}
