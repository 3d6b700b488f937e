import { DECLINE_REASONS, type DeclineReason } from '$lib/domain/needs/need';
import { unwrap } from '../refusal';
import type { Client } from '../supabase/clients';

/** How often one reason has been given for not quoting, for how many needs and by how many schools. */
export interface DeclineFigure {
	reason: DeclineReason;
	declines: number;
	needs: number;
	schools: number;
}

/** What schools have said no for, the most frequent first; of a calendar year, or of all. */
export async function declineFigures(
	client: Client,
	jobCentre: string,
	year: number | null
): Promise<DeclineFigure[]> {
	const rows = unwrap(
		await client.rpc('decline_figures', { p_job_centre: jobCentre, p_year: year })
	);
	return rows.flatMap(({ reason_code, ...figure }) => {
		const reason = DECLINE_REASONS.find((code) => code === reason_code);
		return reason ? [{ reason, ...figure }] : [];
	});
}
