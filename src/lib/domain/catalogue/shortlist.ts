import { formatDate } from '$lib/domain/shared/format';
import { m } from '$lib/paraglide/messages';

/** What a job centre has noted on a module, for its own people. */
export interface ShortlistEntry {
	note: string;
	/** The role of whoever wrote it; null when the person has left. */
	writtenBy: string | null;
	/** ISO timestamp. */
	writtenAt: string;
}

/** The same in words. */
export interface Note {
	title: string;
	note: string;
	by: string;
}

export function noteOf(entry: ShortlistEntry | null | undefined): Note | null {
	if (!entry) return null;
	const { note, writtenBy: who, writtenAt } = entry;
	const date = formatDate(writtenAt);
	return {
		title: m.catalogue_shortlist_mark(),
		note,
		by: who ? m.catalogue_shortlist_by({ who, date }) : m.catalogue_shortlist_by_former({ date })
	};
}

/** A reader's own mark on a module, and what pressing it does. */
export interface Favourite {
	isOn: boolean;
	text: string;
	/** The same with the name of the module. */
	label: string;
}

/** Null for somebody who has no favourites. */
export function favouriteOf(title: string, isOn: boolean | undefined): Favourite | null {
	if (isOn === undefined) return null;
	return isOn
		? {
				isOn,
				text: m.catalogue_favourite_remove(),
				label: m.catalogue_favourite_remove_label({ title })
			}
		: {
				isOn,
				text: m.catalogue_favourite_add(),
				label: m.catalogue_favourite_add_label({ title })
			};
}
