import type { Tailored } from '$lib/domain/catalogue/tailoring';
import type { Client } from '../supabase/clients';
import { merge, saysNothingNew, type NeedDraft } from '$lib/domain/needs/need';
import { Refusal, unwrap } from '../refusal';
import { wishColumns } from '../wish';
import { type Need, columnsOf } from './rows';
import { needById } from './reading';

/** Makes a draft with the id that the form chose, so that sending it twice makes one. */
export async function createNeed(
	client: Client,
	jobCentreId: string,
	id: string,
	draft: NeedDraft
): Promise<void> {
	await save(client, { id, jobCentreId, version: 0 }, draft);
}

/** Makes a draft as above, together with the tailored module that it is begun from. */
export async function beginNeed(
	client: Client,
	jobCentreId: string,
	id: string,
	draft: NeedDraft,
	{ moduleId, tailored }: { moduleId: string; tailored: Tailored }
): Promise<void> {
	unwrap(
		await client.rpc('begin_need', {
			p_id: id,
			p_job_centre: jobCentreId,
			p_need: columnsOf(draft),
			p_wish: wishColumns(moduleId, tailored)
		})
	);
}

/** Makes a draft as above that is begun from a template, whose demands follow it. */
export async function beginTemplatedNeed(
	client: Client,
	jobCentreId: string,
	id: string,
	draft: NeedDraft,
	templateId: string
): Promise<void> {
	unwrap(
		await client.rpc('begin_templated_need', {
			p_id: id,
			p_job_centre: jobCentreId,
			p_template: templateId,
			p_need: columnsOf(draft)
		})
	);
}

/**
 * Puts one step's answers into a draft that the form was opened for at this version, and keeps the
 * rest. Returns the version that it has then; the same answers again change nothing.
 */
export async function saveStep(
	client: Client,
	need: Pick<Need, 'id' | 'version'>,
	answers: Partial<NeedDraft>
): Promise<number> {
	const current = await needById(client, need.id);
	if (!current) throw new Refusal(404, 'not_found', {});
	if (saysNothingNew(current.draft, answers)) return current.version;
	const { jobCentreId } = current;
	return save(client, { ...need, jobCentreId }, merge(current.draft, answers));
}

async function save(
	client: Client,
	{ id, jobCentreId, version }: Pick<Need, 'id' | 'jobCentreId' | 'version'>,
	draft: NeedDraft
): Promise<number> {
	const answer = await client.rpc('save_need', {
		p_id: id,
		p_job_centre: jobCentreId,
		p_version: version,
		p_need: columnsOf(draft)
	});
	return (unwrap(answer) as { version: number }).version;
}

export async function submitNeed(client: Client, id: string, version: number): Promise<void> {
	unwrap(await client.rpc('submit_need', { p_id: id, p_version: version }));
}

export async function withdrawNeed(
	client: Client,
	{ id, version, reason }: { id: string; version: number; reason: string | null }
): Promise<void> {
	unwrap(await client.rpc('withdraw_need', { p_id: id, p_version: version, p_reason: reason }));
}

export async function closeNeedUnmet(
	client: Client,
	{ id, version, reason }: { id: string; version: number; reason: string | null }
): Promise<void> {
	unwrap(await client.rpc('close_need_unmet', { p_id: id, p_version: version, p_reason: reason }));
}

/** Makes a draft with the id that the form chose, which begins with what another need says. */
export async function copyNeed(client: Client, id: string, newId: string): Promise<void> {
	unwrap(await client.rpc('copy_need', { p_id: id, p_new: newId }));
}

export async function handOverNeed(
	client: Client,
	{ id, version, to }: { id: string; version: number; to: string }
): Promise<void> {
	unwrap(await client.rpc('hand_over_need', { p_id: id, p_version: version, p_to: to }));
}

/** Opens a need again that nobody could meet, and asks schools of the last round; returns how many. */
export async function askAgain(
	client: Client,
	{
		id,
		version,
		schools,
		answerBy,
		startsOn
	}: { id: string; version: number; schools: string[]; answerBy: string; startsOn: string }
): Promise<number> {
	return unwrap(
		await client.rpc('ask_again', {
			p_id: id,
			p_version: version,
			p_providers: schools,
			p_answer_by: answerBy,
			p_starts_on: startsOn
		})
	);
}
