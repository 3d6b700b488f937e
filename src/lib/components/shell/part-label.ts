import type { Part } from '$lib/domain/members/navigation';
import { m } from '$lib/paraglide/messages';

/** What the navigation calls a part of the product. */
export const partLabel: Record<Part, () => string> = {
	behov: m.public_nav_behov,
	katalog: m.public_nav_katalog,
	ordrer: m.public_nav_ordrer,
	moduler: m.public_nav_moduler,
	foresporgsler: m.public_nav_foresporgsler,
	forloeb: m.public_nav_forloeb,
	overblik: m.public_nav_overblik,
	medlemmer: m.public_nav_medlemmer,
	godkendelser: m.public_nav_godkendelser
};
