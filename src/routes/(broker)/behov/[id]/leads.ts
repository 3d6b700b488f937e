import type { ButtonLook } from '$lib/components/ui/Button.svelte';
import { m } from '$lib/paraglide/messages';
import type { NeedMatter } from '$lib/server/needs/reading';

interface Lead {
	href: string;
	label: string;
	variant: ButtonLook['variant'];
}

/** Where a need has gone on to, the furthest first; worded by the server so that the page does not carry it in two languages. */
export function leadsOf({ id, quotes, order }: NeedMatter): Lead[] {
	const leads: Omit<Lead, 'variant'>[] = [];
	if (order) {
		const { reference, engagementId } = order;
		leads.push({ href: `/ordrer/${order.id}`, label: m.needs_see_order({ reference }) });
		if (engagementId) {
			leads.push({ href: `/forloeb/${engagementId}`, label: m.needs_see_training() });
		}
	}
	if (quotes.all > 0) leads.push({ href: `/behov/${id}/tilbud`, label: m.needs_compare() });
	return leads.map((lead, index) => ({ ...lead, variant: index === 0 ? 'primary' : 'secondary' }));
}
