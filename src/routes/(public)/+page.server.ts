import { cardsOf } from '$lib/domain/catalogue/card';
import { newestModules } from '$lib/server/catalogue/modules';

const SHOWN = 6;

export const load = async ({ locals }) => ({
	newest: cardsOf(await newestModules(locals.supabase, SHOWN), [])
});
