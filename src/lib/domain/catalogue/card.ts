import { m } from '$lib/paraglide/messages';
import { describeLength, describeSessions, describeTotal } from './describe-module';
import { describePrice } from './describe-price';
import type { Module, ModuleContent, Subject } from './module';
import { favouriteOf, type Favourite } from './shortlist';
import { deliveryFormWord, listWords, placeWord, subjectWord } from './words';

/** A module among others, in words: enough to compare it by. */
export interface Card {
	/** Undefined until it has been saved. */
	id: string | undefined;
	/** Its subject and its school. */
	about: string;
	title: string;
	purpose: string | null;
	time: string | null;
	places: string | null;
	forms: string | null;
	price: string | null;
	/** What that comes to. */
	total: string | null;
	favourite: Favourite | null;
}

export function cardOf(
	module: Pick<Module, 'school'> & Partial<Pick<Module, 'id'>> & ModuleContent,
	subject: Subject | undefined,
	isFavourite?: boolean
): Card {
	const length = describeLength(module);
	const sessions = describeSessions(module);
	const total = describeTotal(module);
	const list = (words: string[]) => (words.length > 0 ? listWords(words) : null);
	const title = module.title || m.catalogue_untitled();
	return {
		id: module.id,
		about: [subject && subjectWord(subject), module.school.name].filter(Boolean).join(' · '),
		title,
		purpose: module.purpose,
		time: length && sessions ? `${length}, ${m.catalogue_at_a_time({ hours: sessions })}` : length,
		places: list(module.places.map(placeWord)),
		forms: list(module.deliveryForms.map(deliveryFormWord)),
		price: describePrice(module.prices),
		total: total && m.catalogue_total_for_one({ total }),
		favourite: favouriteOf(title, isFavourite)
	};
}

/** The cards of modules; without favourites for somebody who has none. */
export const cardsOf = (modules: Module[], subjects: Subject[], favourites?: string[]) =>
	modules.map((module) => ({
		...cardOf(
			module,
			subjects.find(({ code }) => code === module.subjectCode),
			favourites?.includes(module.id)
		),
		id: module.id
	}));
