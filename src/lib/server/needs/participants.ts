/** The candidates of a need that is about several. */
import type { ChangedLimits, NewParticipant } from '$lib/domain/needs/participant-form';
import { unwrap } from '../refusal';
import type { Client } from '../supabase/clients';

/** Adds one to a draft that was opened at this version; sent twice, it adds one. */
export async function addParticipant(
	client: Client,
	needId: string,
	{ version, id, ...participant }: NewParticipant
): Promise<void> {
	unwrap(
		await client.rpc('add_participant', {
			p_need: needId,
			p_version: version,
			p_id: id,
			p_candidate: {
				candidate_alias: participant.candidateAlias,
				target_group_code: participant.targetGroupCode,
				session_hours_max: participant.sessionHoursMax,
				weekly_hours_max: participant.weeklyHoursMax,
				danish_level: participant.danishLevel
			}
		})
	);
}

/** Says anew what one of them manages, in a draft that was opened at this version. */
export async function changeParticipant(
	client: Client,
	needId: string,
	{ version, id, ...limits }: ChangedLimits
): Promise<void> {
	unwrap(
		await client.rpc('change_participant', {
			p_need: needId,
			p_version: version,
			p_id: id,
			p_limits: {
				session_hours_max: limits.sessionHoursMax,
				weekly_hours_max: limits.weeklyHoursMax,
				danish_level: limits.danishLevel
			}
		})
	);
}

export async function removeParticipant(
	client: Client,
	needId: string,
	{ version, id }: { version: number; id: string }
): Promise<void> {
	unwrap(await client.rpc('remove_participant', { p_need: needId, p_version: version, p_id: id }));
}
