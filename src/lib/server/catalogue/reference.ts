/** What modules refer to: the same for everyone, and rarely changed. */
import type { ReferenceNames } from '$lib/domain/catalogue/details';
import type { LegalBasis, Municipality, School, Subject } from '$lib/domain/catalogue/module';
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

/** What public money may be spent by, by its code, and the days between which it holds. */
export const legalBases = keptForAMinute(async (client): Promise<LegalBasis[]> =>
	unwrap(
		await client
			.from('legal_basis')
			.select('code, nameDa:name_da, nameEn:name_en, validFrom:valid_from, validTo:valid_to')
			.order('code')
	)
);

/** The municipalities, by name. */
export const municipalities = keptForAMinute(async (client): Promise<Municipality[]> => {
	const rows = unwrap(await client.from('municipality').select('code, name, region'));
	return rows.sort((a, b) => a.name.localeCompare(b.name, 'da'));
});

/** The names of what a module refers to by code. */
export async function referenceNames(client: Client): Promise<ReferenceNames> {
	const [places, bases] = await Promise.all([municipalities(client), legalBases(client)]);
	return {
		municipalities: Object.fromEntries(places.map(({ code, name }) => [code, name])),
		legalBases: Object.fromEntries(bases.map((basis) => [basis.code, basis]))
	};
}

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
