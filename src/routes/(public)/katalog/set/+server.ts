import { error } from '@sveltejs/kit';
import { count } from '$lib/server/catalogue/counting';

/** A page that was fetched ahead says that it is shown; see `CountShown.svelte`. */
export async function POST(event) {
	const told = await event.request.formData();
	const kind = told.get('slags');
	const modules = told.getAll('modul').map(String).slice(0, 100);
	if (kind !== 'seen' && kind !== 'fit') error(400);
	if (!modules.every((id) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id))) error(400);
	count(event, kind, modules);
	return new Response(null, { status: 204 });
}
