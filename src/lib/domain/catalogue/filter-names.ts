import type { CatalogueFilter } from './filter';

/** The names of the filters in the address. */
export const FILTER_PARAMS = {
	text: 'q',
	subjects: 'fag',
	places: 'sted',
	deliveryForms: 'form',
	schools: 'skole',
	division: 'omfang',
	sessionHours: 'gang',
	danishLevel: 'dansk',
	languages: 'sprog',
	support: 'hjaelp',
	certificates: 'bevis',
	legalBases: 'betaling',
	municipality: 'kommune',
	participants: 'deltagere',
	startsWithinDays: 'start',
	sort: 'sortering'
} as const satisfies Record<keyof CatalogueFilter, string>;
/** The name of each module that is picked to be compared. */
export const PICK_PARAM = 'm';
/** More cannot stand side by side. */
export const MOST_PICKS = 4;
