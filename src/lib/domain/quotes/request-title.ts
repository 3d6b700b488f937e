import { named } from '$lib/domain/shared/named';
import { m } from '$lib/paraglide/messages';

type Named = Parameters<typeof named>[0];

/** What a school calls a request: by its subject, or by who sent it once the need is no longer theirs to read. */
export const requestTitle = ({
	brief,
	jobCentre
}: {
	brief: { subject: Named; reference: string } | null;
	jobCentre: { name: string };
}): string =>
	brief
		? m.quotes_request_title({ subject: named(brief.subject), reference: brief.reference })
		: m.quotes_request_title_hidden({ jobCentre: jobCentre.name });
