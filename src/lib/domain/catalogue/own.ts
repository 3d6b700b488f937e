/** A school's own modules, as the school looks after them. */
import { MODULE_STATES, type ModuleState } from './module';
import type { PriceItem } from './price';

/** How a module fared, over a month or over the last twelve. */
export interface Figures {
	/** Its page was opened. */
	seen: number;
	/** It stood in a list of what fits a need. */
	fit: number;
	/** The school was asked to quote by it. */
	asked: number;
	quoted: number;
	won: number;
}
export const FIGURES = [
	'seen',
	'fit',
	'asked',
	'quoted',
	'won'
] as const satisfies (keyof Figures)[];

export interface OwnModule extends Figures {
	id: string;
	version: number;
	state: ModuleState;
	code: string | null;
	title: string;
	prices: PriceItem[];
	confirmedAt: string;
	/** Listed, and not confirmed for 180 days. */
	isUnconfirmed: boolean;
}

/** The figures of one month. No number of lists where there were some, but fewer than three. */
export interface Month extends Omit<Figures, 'fit'> {
	/** First day, as an ISO date. */
	month: string;
	fit: number | null;
}

export const OWN_SORTS = ['aendret', 'titel', 'bekraeftet', 'vist', 'spurgt', 'solgt'] as const;
export type OwnSort = (typeof OWN_SORTS)[number];

/** What a school's list of its modules is narrowed down to. */
export interface OwnFilter {
	text: string;
	/** Null is all but the archived. */
	state: ModuleState | null;
	/** Only those that are to be confirmed. */
	unconfirmed: boolean;
	sort: OwnSort;
}

/** The names of the filters in the address. */
export const OWN_PARAMS = {
	text: 'q',
	state: 'tilstand',
	unconfirmed: 'bekraeft',
	sort: 'sortering'
} as const satisfies Record<keyof OwnFilter, string>;

/** The filter that an address asks for; what it does not know, it leaves out. */
export function readOwnFilter(params: URLSearchParams): OwnFilter {
	const value = (name: keyof OwnFilter) => params.get(OWN_PARAMS[name])?.trim() ?? '';
	return {
		text: value('text').slice(0, 100),
		state: MODULE_STATES.find((each) => each === value('state')) ?? null,
		unconfirmed: value('unconfirmed') === '1',
		sort: OWN_SORTS.find((each) => each === value('sort')) ?? 'aendret'
	};
}

/** The same page of the same list again, after a form of it was sent to an action. */
export function sameList(url: URL): string {
	const kept = [...url.searchParams].filter(([name]) => !name.startsWith('/'));
	const query = new URLSearchParams(kept).toString();
	return url.pathname + (query && `?${query}`);
}

/** The field that ticks a module of the list. */
export const pickedField = (id: string) => `picked[${id}]`;

/** A module as it is on the page that the form was sent from. */
export const seenValue = ({ id, version }: { id: string; version: number }) => `${id}.${version}`;
