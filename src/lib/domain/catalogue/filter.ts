import { DELIVERY_FORMS, PLACES, type DeliveryForm, type Place } from './module';

export const DIVISIONS = ['dele', 'hele'] as const;
export const SORTS = ['nyeste', 'titel'] as const;

/** What the catalogue is narrowed down to; null and an empty text leave it as it is. */
export interface CatalogueFilter {
	text: string;
	subject: string | null;
	place: Place | null;
	deliveryForm: DeliveryForm | null;
	schoolId: string | null;
	/** Only modules that can be taken in parts, or only whole ones. */
	division: (typeof DIVISIONS)[number] | null;
	sort: (typeof SORTS)[number];
}

/** The names of the filters in the address. */
export const FILTER_PARAMS = {
	text: 'q',
	subject: 'fag',
	place: 'sted',
	deliveryForm: 'form',
	schoolId: 'skole',
	division: 'omfang',
	sort: 'sortering'
} as const satisfies Record<keyof CatalogueFilter, string>;

/** The filter that an address asks for; what it does not know, it leaves out. */
export function readFilter(params: URLSearchParams): CatalogueFilter {
	const value = (name: keyof CatalogueFilter) => params.get(FILTER_PARAMS[name])?.trim() ?? '';
	const oneOf = <T extends string>(name: keyof CatalogueFilter, values: readonly T[]) =>
		values.find((each) => each === value(name)) ?? null;
	return {
		text: value('text').slice(0, 100),
		subject: /^[a-z_]{1,40}$/.exec(value('subject'))?.[0] ?? null,
		place: oneOf('place', PLACES),
		deliveryForm: oneOf('deliveryForm', DELIVERY_FORMS),
		schoolId: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.exec(value('schoolId'))?.[0] ?? null,
		division: oneOf('division', DIVISIONS),
		sort: oneOf('sort', SORTS) ?? 'nyeste'
	};
}

/** Whether anything is left out by the filter; the order leaves nothing out. */
export function isNarrowed({
	text,
	subject,
	place,
	deliveryForm,
	schoolId,
	division
}: CatalogueFilter) {
	return Boolean(text || subject || place || deliveryForm || schoolId || division);
}

/** The words of a search, without what a pattern would read as a sign; at most eight. */
export function searchWords(text: string): string[] {
	return (text.toLocaleLowerCase('da').match(/[\p{L}\p{N}]+/gu) ?? []).slice(0, 8);
}
