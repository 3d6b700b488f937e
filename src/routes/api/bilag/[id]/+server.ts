import { ROLES } from '$lib/domain/members/session';
import { found } from '$lib/server/found';
import { attachmentContent } from '$lib/server/quotes/attachments';
import { requireRole } from '$lib/server/session';
import type { RequestHandler } from './$types';

/** A file that was sent along with a quote. Never shown by the browser as a page of ours, only kept. */
export const GET: RequestHandler = async (event) => {
	requireRole(event, ...ROLES);
	const { name, bytes } = await found(attachmentContent(event.locals.supabase, event.params.id));
	return new Response(new Uint8Array(bytes), {
		headers: {
			'Content-Type': 'application/pdf',
			'Content-Length': String(bytes.length),
			'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
			'X-Content-Type-Options': 'nosniff'
		}
	});
};
