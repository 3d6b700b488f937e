import { pageOf, type Page } from '../paging';
import type { Client } from '../supabase/clients';

/** As many rows as the API gives in one answer. */
export const PUBLISHED_SIZE = 1000;

/** Which modules are in the catalogue and when each was changed, many at a time, in an order that stays. */
export async function publishedModules(
	client: Client,
	page: number
): Promise<Page<{ id: string; updatedAt: string }>> {
	const from = (page - 1) * PUBLISHED_SIZE;
	return pageOf(
		await client
			.from('module')
			.select('id, updatedAt:updated_at', { count: 'exact' })
			.eq('state', 'published')
			.order('id')
			.range(from, from + PUBLISHED_SIZE - 1)
	);
}
