/** Writing a module step by step: each step changes what it asks about and leaves the rest as it is. */
import { isDeepStrictEqual } from 'node:util';
import { BLANK_DRAFT, type ModuleDraft } from '$lib/domain/catalogue/editor/draft';
import type { Module, ModuleCost } from '$lib/domain/catalogue/module';
import { Refusal, unwrap } from '../refusal';
import type { Client } from '../supabase/clients';
import { moduleById, saveModule, type Saved } from './modules';
import { columnsOf } from './rows';

/** A module that its own school writes, with the school's note of what it costs. */
export type OwnDraft = Module & ModuleDraft;

/** A school's own module; null when there is none, or when it is another school's. */
export async function ownDraft(
	client: Client,
	providerId: string,
	id: string
): Promise<OwnDraft | null> {
	const [module, cost] = await Promise.all([moduleById(client, id), moduleCost(client, id)]);
	return module?.school.id === providerId ? { ...module, cost } : null;
}

async function moduleCost(client: Client, id: string): Promise<ModuleCost | null> {
	const row = unwrap(
		await client
			.from('module_cost')
			.select('costOre:cost_ore, costPerParticipantOre:cost_per_participant_ore, note')
			.eq('module_id', id)
			.maybeSingle()
	);
	return row;
}

/**
 * Saves what a step asked about, as the version after the one that it was written from; 0 makes a new
 * module. A step that changes nothing makes no version.
 */
export async function saveStep(
	client: Client,
	providerId: string,
	{ id, version }: Saved,
	answers: Partial<ModuleDraft>
): Promise<Saved> {
	const before = version === 0 ? BLANK_DRAFT : await ownDraft(client, providerId, id);
	if (!before) throw new Refusal(404, 'not_found', {});
	const after: ModuleDraft = { ...before, ...answers };
	const isSame =
		'version' in before &&
		before.version === version &&
		isDeepStrictEqual(columnsOf(before, before.cost), columnsOf(after, after.cost));
	if (isSame) return { id, version };
	return saveModule(client, providerId, { id, version }, after, after.cost);
}
