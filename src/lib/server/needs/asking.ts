import { criteriaSchema, type Criterion } from '$lib/domain/needs/fit-answer';
import { suggestionOf, type NeedChange, type Suggestion } from '$lib/domain/needs/suggestions';
import type { Client } from '../supabase/clients';
import { PAGE_SIZE, type Page } from '../paging';
import { unwrap } from '../refusal';

/** A module held against a need. */
export interface FittingModule {
	moduleId: string;
	schoolId: string;
	school: string;
	title: string;
	purpose: string;
	blocks: number;
	adaptations: number;
	criteria: Criterion[];
	hours: number;
	weeks: number;
	priceOre: number;
	/** Null when no start is announced that has room. */
	startsOn: string | null;
}

/** Modules of the need's subject, best first; none until the need says enough to judge by. */
export async function fitModules(
	client: Client,
	needId: string,
	page = 1
): Promise<Page<FittingModule>> {
	const rows = unwrap(
		await client.rpc('fit_modules', {
			p_need: needId,
			p_limit: PAGE_SIZE,
			p_offset: (page - 1) * PAGE_SIZE
		})
	);
	return {
		total: rows[0]?.total ?? 0,
		rows: rows.map((row) => ({
			moduleId: row.module_id,
			schoolId: row.provider_id,
			school: row.provider_name,
			title: row.title,
			purpose: row.purpose,
			blocks: row.blocks,
			adaptations: row.adaptations,
			criteria: criteriaSchema.parse(row.criteria),
			hours: row.hours,
			weeks: row.weeks,
			priceOre: row.price_ore,
			startsOn: row.starts_on
		}))
	};
}

/** What would let more modules in; nothing until the need says enough to judge by. */
export async function suggestChanges(client: Client, needId: string): Promise<Suggestion[]> {
	return unwrap(await client.rpc('suggest_changes', { p_need: needId })).map(suggestionOf);
}

/** Changes one thing in an open need that no school has been asked about. */
export async function adjustNeed(
	client: Client,
	{ id, version }: { id: string; version: number },
	change: NeedChange
): Promise<void> {
	unwrap(await client.rpc('adjust_need', { p_id: id, p_version: version, p_change: change }));
}

/** Asks all schools of the subject in the region openly; returns how many had not been asked already. */
export async function askOpenly(client: Client, id: string, answerBy: string): Promise<number> {
	return unwrap(await client.rpc('ask_openly', { p_need: id, p_answer_by: answerBy }));
}

/** A school to ask, for one of its modules or openly. */
export interface Asked {
	schoolId: string;
	moduleId: string | null;
}

/**
 * Asks schools to quote before a date; returns how many had not been asked already. Whether quotes
 * are sealed is settled the first time that schools are asked.
 */
export async function requestQuotes(
	client: Client,
	needId: string,
	schools: Asked[],
	{ answerBy, isSealed }: { answerBy: string; isSealed: boolean }
): Promise<number> {
	return unwrap(
		await client.rpc('request_quotes', {
			p_need: needId,
			p_requests: schools.map(({ schoolId, moduleId }) => ({
				provider_id: schoolId,
				module_id: moduleId
			})),
			p_answer_by: answerBy,
			p_is_sealed: isSealed
		})
	);
}

/** Gives the schools that were asked more time; returns how many. */
export async function extendRequests(
	client: Client,
	needId: string,
	until: string
): Promise<number> {
	return unwrap(await client.rpc('extend_requests', { p_need: needId, p_until: until }));
}

export async function withdrawRequest(client: Client, id: string): Promise<void> {
	unwrap(await client.rpc('withdraw_request', { p_id: id }));
}
