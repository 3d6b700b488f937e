/** How a school reaches the candidates that it trains: a first name and one way for each. */
import { unwrap } from './refusal';
import type { Client } from './supabase/clients';

export interface CandidateContact {
	firstName: string;
	contact: string;
}

/** A candidate of a need with what has been shared, which is null before it is. */
export interface NeedContact {
	candidateId: string;
	alias: string;
	firstName: string | null;
	contact: string | null;
	sharedAt: string | null;
}

/** The candidates of the reader's own need, in the order that they were named. */
export async function contactsOfNeed(client: Client, needId: string): Promise<NeedContact[]> {
	const rows = unwrap(await client.rpc('need_contacts', { p_need: needId }));
	return rows.map((row) => ({
		candidateId: row.candidate_id,
		alias: row.alias,
		firstName: row.first_name,
		contact: row.contact,
		sharedAt: row.shared_at
	}));
}

/** What has been shared, by first name, and of how many candidates; of none for whoever may not know. */
export async function contactsOfEngagement(
	client: Client,
	engagementId: string
): Promise<{ shared: CandidateContact[]; of: number }> {
	const rows: { first_name: string | null; contact: string }[] = unwrap(
		await client.rpc('engagement_contacts', { p_engagement: engagementId })
	);
	const shared = rows.flatMap(({ first_name: firstName, contact }) =>
		firstName === null ? [] : { firstName, contact }
	);
	return { shared, of: rows.length };
}

/** Shares how to reach a candidate with the school whose quote was accepted, or changes it. */
export async function shareContact(
	client: Client,
	needId: string,
	{ candidateId, firstName, contact }: CandidateContact & { candidateId: string }
): Promise<void> {
	unwrap(
		await client.rpc('set_candidate_contact', {
			p_need: needId,
			p_candidate: candidateId,
			p_first_name: firstName,
			p_contact: contact
		})
	);
}

/** Takes back what was shared. */
export async function removeContact(
	client: Client,
	needId: string,
	candidateId: string
): Promise<void> {
	unwrap(
		await client.rpc('remove_candidate_contact', { p_need: needId, p_candidate: candidateId })
	);
}
