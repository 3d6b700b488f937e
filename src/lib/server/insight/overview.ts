import { overview as answer, type Overview } from '$lib/domain/insight/overview';
import { unwrap } from '../refusal';
import type { Client } from '../supabase/clients';

/** The figures of a job centre, with its cost in a calendar year. */
export async function overview(client: Client, jobCentre: string, year: number): Promise<Overview> {
	return answer.parse(
		unwrap(await client.rpc('overview', { p_job_centre: jobCentre, p_year: year }))
	);
}
