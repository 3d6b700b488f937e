/** The catalogue, searched and narrowed by the database. */
import { loosened, type CatalogueFilter } from '$lib/domain/catalogue/filter';
import type { Module } from '$lib/domain/catalogue/module';
import type { Counts, FilterNames } from '$lib/domain/catalogue/search-panel';
import { PAGE_SIZE, type Page } from '../paging';
import { Refusal, unwrap } from '../refusal';
import type { Client } from '../supabase/clients';
import { legalBases, municipalities, schools, subjects } from './reference';
import { moduleOf, type ModuleRow } from './rows';

export interface Found extends Page<Module> {
	counts: Counts;
	/** The words that were searched for instead, where those that were typed are nowhere. */
	corrected: string | null;
}

/** A page of the published modules that a filter leaves, with how many there are of each fact. */
export async function searchModules(
	client: Client,
	filter: CatalogueFilter,
	page = 1
): Promise<Found> {
	const { rows, ...found } = await search(client, filter, PAGE_SIZE, (page - 1) * PAGE_SIZE);
	// A page behind the last one is a page that does not exist.
	if (rows.length === 0 && page > 1) throw new Refusal(404, 'not_found', {});
	return { ...found, rows: rows.map(moduleOf) };
}

/**
 * Where a filter finds nothing: which of its values to do without so that it finds something, the one that gives most
 * first.
 */
export async function whatToLoosen(client: Client, filter: CatalogueFilter) {
	const tried = await Promise.all(
		loosened(filter).map(async (each) => ({
			...each,
			total: (await search(client, each.filter, 0, 0)).total
		}))
	);
	return tried.filter(({ total }) => total > 0).sort((a, b) => b.total - a.total);
}

/** What filters refer to by code. */
export async function filterNames(client: Client): Promise<FilterNames> {
	const [allSubjects, allSchools, bases, places] = await Promise.all([
		subjects(client),
		schools(client),
		legalBases(client),
		municipalities(client)
	]);
	return {
		subjects: allSubjects,
		schools: allSchools,
		legalBases: bases,
		municipalities: places
	};
}

async function search(client: Client, filter: CatalogueFilter, limit: number, offset: number) {
	const answer = await client.rpc('search_modules', {
		p_filter: {
			text: filter.text,
			subject: filter.subjects,
			place: filter.places,
			delivery_form: filter.deliveryForms,
			school: filter.schools,
			division: filter.division,
			session_hours: filter.sessionHours,
			danish_level: filter.danishLevel,
			language: filter.languages,
			support: filter.support,
			certificate: filter.certificates,
			legal_basis: filter.legalBases,
			municipality: filter.municipality,
			participants: filter.participants,
			starts_within_days: filter.startsWithinDays,
			sort: filter.sort
		},
		p_limit: limit,
		p_offset: offset
	});
	return unwrap(answer) as unknown as Omit<Found, 'rows'> & { rows: ModuleRow[] };
}
