/** Fit in plain words: what it means that a module meets a need, must be adapted, or cannot. */
import {
	certificateWord,
	deliveryFormWord,
	inSentence,
	listWords,
	supportWord
} from '$lib/domain/catalogue/words';
import { formatDate, formatHours, formatKroner } from '$lib/domain/shared/format';
import { m } from '$lib/paraglide/messages';
import type { Criterion } from './fit-answer';
import type { NeedPlace } from './need';

type Of<Code extends Criterion['code']> = Extract<Criterion, { code: Code }>;

export type FitVerdict = 'fits' | 'adaptable' | 'blocked';

/** One blocking criterion is enough; without any, one that must be adapted is. */
export function fitVerdict(counts: { blocks: number; adaptations: number }): FitVerdict {
	if (counts.blocks > 0) return 'blocked';
	return counts.adaptations > 0 ? 'adaptable' : 'fits';
}

/** One sentence that says how a module meets what the need asks, with the numbers; null when nothing is asked. */
export function wordCriterion(criterion: Criterion): string | null {
	switch (criterion.code) {
		case 'session_hours':
			return sessionHours(criterion);
		case 'weekly_hours':
			return weeklyHours(criterion);
		case 'part':
			return part(criterion);
		case 'place':
			return place(criterion);
		case 'danish_level':
			return danishWord(criterion);
		case 'participants':
			return participants(criterion);
		case 'start':
			return start(criterion);
		case 'work_times':
			return workTimes(criterion);
		case 'funding':
			return funding(criterion);
		case 'price':
			return price(criterion);
		case 'form':
			return form(criterion);
		case 'certificate':
			return certificate(criterion);
		case 'support':
			return support(criterion);
		case 'window':
			return lastDay(criterion);
		case 'prerequisite':
			return criterion.given === null ? null : prerequisiteWord(criterion.given);
	}
}

/** Why a module suits a need, or not: one thing that was held against it, in a sentence. */
export interface Reason {
	code: Criterion['code'];
	verdict: Criterion['verdict'];
	text: string;
}

export const reasonsOf = (criteria: readonly Criterion[]): Reason[] =>
	criteria.flatMap((criterion) => {
		const text = wordCriterion(criterion);
		return text === null ? [] : [{ code: criterion.code, verdict: criterion.verdict, text }];
	});

function sessionHours({ verdict, asked, given, least }: Of<'session_hours'>) {
	const hours = { asked: formatHours(asked), given: formatHours(given), least: formatHours(least) };
	if (verdict === 0) return m.fit_session_met(hours);
	return verdict === 1 ? m.fit_session_adapted(hours) : m.fit_session_blocked(hours);
}

function weeklyHours({ verdict, asked, given, least }: Of<'weekly_hours'>) {
	const hours = { asked: formatHours(asked), given: formatHours(given), least: formatHours(least) };
	if (verdict === 0) return m.fit_week_met(hours);
	return verdict === 1 ? m.fit_week_adapted(hours) : m.fit_week_blocked(hours);
}

function part({ verdict, asked, given, least }: Of<'part'>) {
	if (asked === null) return m.fit_part_whole({ given: formatHours(given) });
	const hours = { asked: formatHours(asked), given: formatHours(given), least: formatHours(least) };
	if (verdict === 0) return m.fit_part_met(hours);
	if (verdict === 2) return m.fit_part_blocked(hours);
	return asked >= least ? m.fit_part_adapted(hours) : m.fit_part_least(hours);
}

function place({ verdict, asked, given }: Of<'place'>) {
	const places = { given: listed(given), asked: whereIs[asked]() };
	if (verdict !== 0) return m.fit_place_blocked(places);
	return asked === 'any' ? m.fit_place_any(places) : m.fit_place_met(places);
}

/** Also of a quote that is made from a module. */
export function danishWord({ asked, given }: Pick<Of<'danish_level'>, 'asked' | 'given'>) {
	if (given === 'none') return m.fit_danish_free();
	if (asked === null) return m.fit_danish_unknown({ given });
	return asked === 'none' ? m.fit_danish_beginner({ given }) : m.fit_danish_level({ given, asked });
}

function participants({ verdict, asked, given, least }: Of<'participants'>) {
	if (verdict === 2) return m.fit_group_blocked({ asked, given });
	if (verdict === 1) return m.fit_group_adapted({ asked, least });
	return given === 1 ? m.fit_group_one() : m.fit_group_met({ given });
}

function start({ verdict, asked, given }: Of<'start'>) {
	if (given === null) return m.fit_start_none({ asked: formatDate(asked) });
	const dates = { asked: formatDate(asked), given: formatDate(given) };
	return verdict === 0 ? m.fit_start_met(dates) : m.fit_start_adapted(dates);
}

function workTimes({ verdict, asked, given }: Of<'work_times'>) {
	if (asked === null) return m.fit_work_free();
	const hours = { asked: formatHours(asked), given: formatHours(given) };
	return verdict === 0 ? m.fit_work_met(hours) : m.fit_work_adapted(hours);
}

function funding({ verdict, asked, whole_only }: Of<'funding'>) {
	if (asked === null) return m.fit_funding_none();
	if (verdict === 0) return m.fit_funding_met();
	return whole_only ? m.fit_funding_whole_only() : m.fit_funding_certificate();
}

function price({ verdict, asked, given }: Of<'price'>) {
	if (asked === null) return m.fit_price_free({ given: formatKroner(given) });
	const amounts = { asked: formatKroner(asked), given: formatKroner(given) };
	if (verdict === 0) return m.fit_price_met(amounts);
	return verdict === 1 ? m.fit_price_adapted(amounts) : m.fit_price_blocked(amounts);
}

function form({ verdict, asked, given }: Of<'form'>) {
	if (asked === null) return null;
	const forms = {
		asked: inSentence(deliveryFormWord(asked)),
		given: inSentence(listWords(given.map(deliveryFormWord)))
	};
	return verdict === 0 ? m.fit_form_met(forms) : m.fit_form_adapted(forms);
}

function certificate({ verdict, asked, given }: Of<'certificate'>) {
	if (asked === null) return null;
	const kinds = {
		asked: inSentence(certificateWord(asked)),
		given: inSentence(certificateWord(given))
	};
	if (verdict === 0) return m.fit_certificate_met(kinds);
	return verdict === 1 ? m.fit_certificate_adapted(kinds) : m.fit_certificate_blocked(kinds);
}

function support({ asked, given }: Of<'support'>) {
	if (asked.length === 0) return null;
	const missing = asked.filter((each) => !given.includes(each));
	if (missing.length > 0) {
		return m.fit_support_adapted({ missing: inSentence(listWords(missing.map(supportWord))) });
	}
	return m.fit_support_met({ asked: inSentence(listWords(asked.map(supportWord))) });
}

function lastDay({ verdict, asked, given }: Of<'window'>) {
	// Without a day to begin on there is none to end on, and that it cannot begin is said of the start.
	if (asked === null || given === null) return null;
	const days = { asked: formatDate(asked), given: formatDate(given) };
	return verdict === 0 ? m.fit_window_met(days) : m.fit_window_adapted(days);
}

/** Also of a quote that is made from a module. */
export const prerequisiteWord = (given: string) =>
	m.fit_prerequisite({ given: given.replace(/\.$/, '') });

/** Inside a sentence: "på arbejdspladsen". */
const whereIs: Record<NeedPlace, () => string> = {
	workplace: m.fit_at_workplace,
	school: m.fit_at_school,
	online: m.fit_at_online,
	any: m.needs_place_any
};

function listed(places: readonly NeedPlace[]): string {
	const words = places.map((each) => whereIs[each]());
	const last = words.pop() ?? '';
	return words.length ? m.fit_or({ first: words.join(', '), last }) : last;
}

const verdicts: Record<FitVerdict, () => string> = {
	fits: m.fit_fits,
	adaptable: m.fit_adaptable,
	blocked: m.fit_blocked
};
export const verdictWord = (verdict: FitVerdict) => verdicts[verdict]();
