import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { setFavourite } from '$lib/server/catalogue/favourites';
import { Refusal } from '$lib/server/refusal';

/** Marks a module as a favourite or takes the mark off, and goes back to where one was. */
export async function POST(event) {
	const from = whereOneWas(event);
	if (!event.locals.session) redirect(303, `/log-ind?videre=${encodeURIComponent(from)}`);
	const { id } = event.params;
	const isFavourite = (await event.request.formData()).get('favorit') === '1';
	await setFavourite(event.locals.supabase, id, isFavourite).catch((refusal: unknown) => {
		if (refusal instanceof Refusal) error(refusal.status);
		throw refusal;
	});
	redirect(303, `${from}#favorit-${id}`);
}

/** The page that the button was pressed on, with all that its address held; this site sends its whole address to itself. */
function whereOneWas({ request, url }: RequestEvent): string {
	const from = request.headers.get('referer');
	if (!from || !URL.canParse(from) || new URL(from).origin !== url.origin) return '/favoritter';
	const { pathname, search } = new URL(from);
	return pathname + search;
}
