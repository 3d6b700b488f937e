import { json } from '@sveltejs/kit';
import { answers } from '$lib/server/supabase/health';
import type { RequestHandler } from './$types';

/** For load balancers: ok only when the database answers. */
export const GET: RequestHandler = async () =>
	(await answers()) ? json({ status: 'ok' }) : json({ status: 'down' }, { status: 503 });
