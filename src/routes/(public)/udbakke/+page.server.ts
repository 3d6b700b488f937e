import { error } from '@sveltejs/kit';
import { pageNumber } from '$lib/components/ui/pages';
import { textOf } from '$lib/server/mail/text';
import { keptMails, outboxIsKept } from '$lib/server/mail/transport';

const PAGE_SIZE = 20;

export const load = async ({ url }) => {
	if (!outboxIsKept()) error(404);
	const { mails, total } = await keptMails((pageNumber(url) - 1) * PAGE_SIZE, PAGE_SIZE);
	return {
		total,
		size: PAGE_SIZE,
		mails: mails.map((mail) => ({
			to: mail.to,
			subject: mail.subject,
			at: mail.at,
			// Plain text, so that what is in a mail can do no harm here.
			text: mail.text ?? textOf(mail.html ?? '')
		}))
	};
};
