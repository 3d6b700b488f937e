/** The modules that needs were begun from. */
import type { Tailoring } from '$lib/domain/catalogue/tailoring';
import type { KeptTailoring, NeedWish } from '$lib/domain/needs/wish';
import { unwrap } from './refusal';
import type { Client } from './supabase/clients';
import type { Json } from './supabase/database.types';

/** Embedded in a need. A module that is out of the catalogue is not seen, but its title is kept. */
export const WISH =
	`wish:need_wish(module_id, title, elements, hours, session_hours, weekly_hours, place,
	delivery_form, participants, is_unsocial, starts_on, price_ore,
	school:organisation!need_wish_provider_id_fkey(id, name),
	module!need_wish_module_fkey(elements:module_element(number, title, position)))` as const;

type KeptRow = Awaited<ReturnType<typeof keptOf>>[number];
interface WishRow extends Omit<KeptRow, 'starts_on'> {
	starts_on: string | null;
	school: { id: string; name: string };
	module: { elements: { number: number; title: string; position: number }[] } | null;
}

const keptOf = async (client: Client, requestId: string) =>
	unwrap(await client.rpc('request_wish', { p_request: requestId }));

/** What the asked school's own module was tailored to; null when the need was not begun from it. */
export async function wishOfRequest(
	client: Client,
	requestId: string
): Promise<KeptTailoring | null> {
	const [row] = await keptOf(client, requestId);
	return row ? tailoringOf(row) : null;
}

/** Lets a draft go of the module that it was begun from. */
export async function dropWish(client: Client, needId: string): Promise<void> {
	unwrap(await client.rpc('drop_need_wish', { p_need: needId }));
}

export function wishOf(row: WishRow): NeedWish {
	const elements = row.module?.elements.toSorted((a, b) => a.position - b.position) ?? [];
	return {
		...tailoringOf(row),
		school: row.school,
		elementTitles: elements
			.filter(({ number }) => row.elements.includes(number))
			.map(({ title }) => title)
	};
}

/** The columns of codes are text with a constraint; the database keeps the promise that is made here. */
const tailoringOf = (row: Omit<KeptRow, 'starts_on'> & { starts_on: string | null }) => ({
	moduleId: row.module_id,
	title: row.title,
	priceOre: row.price_ore,
	elements: row.elements,
	hours: row.hours,
	sessionHours: row.session_hours,
	weeklyHours: row.weekly_hours,
	place: row.place as Tailoring['place'],
	deliveryForm: row.delivery_form as Tailoring['deliveryForm'],
	participants: row.participants,
	isUnsocial: row.is_unsocial,
	startsOn: row.starts_on
});

/** A tailoring with its price, as `begin_need` takes it. */
export const wishColumns = (
	moduleId: string,
	tailoring: Tailoring & { totalOre: number }
): Json => ({
	module_id: moduleId,
	elements: tailoring.elements,
	hours: tailoring.hours,
	session_hours: tailoring.sessionHours,
	weekly_hours: tailoring.weeklyHours,
	place: tailoring.place,
	delivery_form: tailoring.deliveryForm,
	participants: tailoring.participants,
	is_unsocial: tailoring.isUnsocial,
	starts_on: tailoring.startsOn,
	price_ore: tailoring.totalOre
});
