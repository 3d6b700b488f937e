import { newestModules } from '$lib/server/catalogue/modules';

const SHOWN = 6;

export const load = async ({ locals }) => ({ newest: await newestModules(locals.supabase, SHOWN) });
