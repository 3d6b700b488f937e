/**
 * A quote held against what its need asks: of each thing that is asked, whether the quote is so, differs, or must be
 * cleared up by somebody who knows more than the rules do. Nothing is weighed or scored: people choose.
 */
import {
	DANISH_LEVELS,
	type CertificateKind,
	type DanishLevel,
	type DeliveryForm,
	type Support
} from '$lib/domain/catalogue/module';
import type { QuoteLineKind } from '$lib/domain/catalogue/price';
import {
	certificateWord,
	deliveryFormWord,
	inSentence,
	listWords,
	placeWord,
	supportWord
} from '$lib/domain/catalogue/words';
import { danishWord, prerequisiteWord } from '$lib/domain/needs/fit';
import type { AskedCertificate, NeedPlace, WorkTime } from '$lib/domain/needs/need';
import { weekConflicts } from '$lib/domain/quotes/schedule';
import { formatDate, formatHours, formatKroner } from '$lib/domain/shared/format';
import { m } from '$lib/paraglide/messages';
import { endOf, type ComparedQuote } from './comparison';
import { fundingDoubts, isPart, type FundingRules } from './funding';
import { fundingDoubtWord, participantsWord } from './words';

/** What the need asks for; null, or nothing in a list, leaves it open. */
export interface Asked {
	hoursWanted: number | null;
	sessionHoursMax: number | null;
	weeklyHoursMax: number | null;
	participants: number;
	place: NeedPlace | null;
	/** ISO date. */
	startsOn: string | null;
	/** The day by which it must be done. */
	endsBy: string | null;
	deliveryForm: DeliveryForm | null;
	support: readonly Support[];
	priceCeilingOre: number | null;
	workTimes: readonly WorkTime[] | null;
	freeTimes: readonly WorkTime[] | null;
	certificateKind: AskedCertificate | null;
	danishLevel: DanishLevel | null;
}

/** What a quote says by itself, also while it is being written. */
export interface OfferedPlan extends ComparedQuote {
	/** The week that is proposed; none when the days are agreed later. */
	sessions: readonly WorkTime[];
}

export interface Offered extends OfferedPlan {
	/** The module that was asked about, and whether the quote is made from it; null when none was. */
	askedModule: { title: string; isThis: boolean } | null;
	/** The module that it is made from; none when the school answered freely. */
	module: {
		hours: number | null;
		certificateKind: CertificateKind;
		danishLevel: DanishLevel;
		prerequisite: string | null;
	} | null;
}

export type Verdict = 'met' | 'differs' | 'clear_up';

const PLAN_CRITERIA = [
	'price',
	'session_hours',
	'weekly_hours',
	'hours',
	'participants',
	'place',
	'start',
	'end',
	'form',
	'support',
	'week'
] as const;
export const CRITERIA = [
	'module',
	'certificate',
	...PLAN_CRITERIA,
	'danish',
	'prerequisite',
	'funding'
] as const;
export type Criterion = (typeof CRITERIA)[number];

/** What is said of one criterion: a sentence, or several of the same, with the numbers. */
export interface Judgement {
	criterion: Criterion;
	verdict: Verdict;
	texts: string[];
}
/** Null when the need asks nothing. */
type Said = Omit<Judgement, 'criterion'> | null;

/** Every criterion that is asked, once. The rules of who pays are left out while that is not chosen. */
export function judge(offered: Offered, asked: Asked, rules: FundingRules | null): Judgement[] {
	return [
		...inWords({ module: ofModule(offered), certificate: certificate(offered, asked) }),
		...judgePlan(offered, asked),
		...inWords({
			danish: danish(offered, asked),
			prerequisite: prerequisite(offered),
			funding: funding(offered, rules)
		})
	];
}

/** The criteria that need nothing but what the quote says by itself. */
export function judgePlan(offered: OfferedPlan, asked: Asked): Judgement[] {
	return inWords<(typeof PLAN_CRITERIA)[number]>({
		price: price(offered, asked),
		session_hours: sessionHours(offered, asked),
		weekly_hours: weeklyHours(offered, asked),
		hours: hours(offered, asked),
		participants: participants(offered, asked),
		place: place(offered, asked),
		start: start(offered, asked),
		end: end(offered, asked),
		form: form(offered, asked),
		support: support(offered, asked),
		week: week(offered, asked)
	});
}

/** What is said of a quote, by verdict. */
export type VerdictWords = Record<Verdict, string[]>;

export function verdictWords(...held: Parameters<typeof judge>): VerdictWords {
	const judgements = judge(...held);
	const of = (verdict: Verdict) =>
		judgements.filter((each) => each.verdict === verdict).flatMap(({ texts }) => texts);
	return { differs: of('differs'), clear_up: of('clear_up'), met: of('met') };
}

const inWords = <C extends Criterion>(said: Record<C, Said>): Judgement[] =>
	(Object.keys(said) as C[]).flatMap((criterion) => {
		const one = said[criterion];
		return one ? [{ criterion, ...one }] : [];
	});

const met = (text: string): Said => ({ verdict: 'met', texts: [text] });
const differs = (...texts: string[]): Said => ({ verdict: 'differs', texts });
const clearUp = (...texts: string[]): Said => ({ verdict: 'clear_up', texts });

function ofModule({ askedModule }: Offered): Said {
	if (!askedModule) return null;
	return askedModule.isThis
		? met(m.orders_met_module())
		: differs(m.quotes_other_module({ title: askedModule.title }));
}

function certificate(offered: Offered, { certificateKind }: Asked): Said {
	if (certificateKind === null) return null;
	const kind = endsIn(offered);
	const given = inSentence(certificateWord(kind));
	if (kind === certificateKind) return met(m.orders_met_certificate({ given }));
	const asked = inSentence(certificateWord(certificateKind));
	return differs(m.orders_deviation_certificate({ given, asked }));
}

/** A part of a course, and what no catalogue knows, ends in a certificate of participation. */
function endsIn({ module, hours }: Offered): CertificateKind {
	return module && !isPart({ hours, module }) ? module.certificateKind : 'participation';
}

function price({ totalOre }: OfferedPlan, { priceCeilingOre }: Asked): Said {
	if (priceCeilingOre === null) return null;
	const asked = formatKroner(priceCeilingOre);
	if (totalOre <= priceCeilingOre) {
		return met(m.orders_met_price({ given: formatKroner(totalOre), asked }));
	}
	const over = formatKroner(totalOre - priceCeilingOre);
	return differs(m.orders_deviation_over_ceiling({ over, asked }));
}

function sessionHours({ sessionHours }: OfferedPlan, { sessionHoursMax }: Asked): Said {
	if (sessionHoursMax === null) return null;
	const words = { given: formatHours(sessionHours), asked: formatHours(sessionHoursMax) };
	return sessionHours <= sessionHoursMax
		? met(m.orders_met_sessions(words))
		: differs(m.orders_deviation_longer_sessions(words));
}

function weeklyHours({ weeklyHours }: OfferedPlan, { weeklyHoursMax }: Asked): Said {
	if (weeklyHoursMax === null) return null;
	const words = { given: formatHours(weeklyHours), asked: formatHours(weeklyHoursMax) };
	return weeklyHours <= weeklyHoursMax
		? met(m.orders_met_weeks(words))
		: differs(m.orders_deviation_longer_weeks(words));
}

function hours({ hours }: OfferedPlan, { hoursWanted }: Asked): Said {
	if (hoursWanted === null) return null;
	const given = formatHours(hours);
	return hours === hoursWanted
		? met(m.orders_met_hours({ given }))
		: differs(m.orders_deviation_hours({ given, asked: formatHours(hoursWanted) }));
}

function participants({ participants }: OfferedPlan, asked: Asked): Said {
	const given = participantsWord(participants);
	return participants === asked.participants
		? met(given)
		: differs(
				m.orders_deviation_participants({ given, asked: participantsWord(asked.participants) })
			);
}

function place({ place }: OfferedPlan, asked: Asked): Said {
	if (asked.place === null || asked.place === 'any') return null;
	const given = placeWord(place);
	return place === asked.place
		? met(given)
		: differs(m.orders_deviation_place({ given, asked: inSentence(placeWord(asked.place)) }));
}

// ISO dates sort as text.
function start({ startsOn }: OfferedPlan, asked: Asked): Said {
	if (asked.startsOn === null) return null;
	const words = { given: formatDate(startsOn), asked: formatDate(asked.startsOn) };
	if (startsOn > asked.startsOn) return differs(m.orders_deviation_start(words));
	// The need says when the candidate can begin at the earliest.
	if (startsOn < asked.startsOn) return differs(m.orders_deviation_start_before(words));
	return met(m.orders_met_start(words));
}

function end(offered: OfferedPlan, { endsBy }: Asked): Said {
	if (endsBy === null) return null;
	const last = endOf(offered);
	const words = { given: formatDate(last), asked: formatDate(endsBy) };
	return last <= endsBy ? met(m.orders_met_end(words)) : differs(m.orders_deviation_end(words));
}

function form({ deliveryForm }: OfferedPlan, asked: Asked): Said {
	if (asked.deliveryForm === null) return null;
	const given = deliveryFormWord(deliveryForm);
	return deliveryForm === asked.deliveryForm
		? met(given)
		: differs(
				m.orders_deviation_form({
					given,
					asked: inSentence(deliveryFormWord(asked.deliveryForm))
				})
			);
}

/** The kind of line by which a quote says that a support is in it. */
const SUPPORT_LINES: Record<Support, QuoteLineKind> = {
	pre_meeting: 'pre_meeting',
	screening: 'screening',
	education_buddy: 'support',
	interpreter: 'interpreter',
	home_practice: 'support',
	trade_materials: 'materials',
	workplace_buddy: 'support'
};

function support({ lines }: OfferedPlan, asked: Asked): Said {
	if (asked.support.length === 0) return null;
	const missing = asked.support.filter(
		(each) => !lines.some(({ kind }) => kind === SUPPORT_LINES[each])
	);
	const listed = (codes: readonly Support[]) => inSentence(listWords(codes.map(supportWord)));
	return missing.length > 0
		? differs(m.orders_deviation_support({ missing: listed(missing) }))
		: met(m.orders_met_support({ given: listed(asked.support) }));
}

function week({ sessions }: OfferedPlan, asked: Asked): Said {
	const works = (asked.workTimes ?? []).length > 0;
	const isFree = (asked.freeTimes ?? []).length > 0;
	if (!works && !isFree) return null;
	if (sessions.length === 0) return clearUp(m.orders_clear_up_week());
	const conflicts = weekConflicts(sessions, asked);
	if (conflicts.length > 0) return differs(...conflicts);
	if (!isFree) return met(m.orders_met_week_work());
	return met(works ? m.orders_met_week_both() : m.orders_met_week_free());
}

/** What the school asks of the candidate, where the module says it, or where the candidate's level is known. */
function danish({ module }: Offered, { danishLevel }: Asked): Said {
	if (!module) return null;
	const given = module.danishLevel;
	if (given === 'none') return danishLevel === null ? null : met(m.orders_met_danish_free());
	const isEnough =
		danishLevel !== null && DANISH_LEVELS.indexOf(given) <= DANISH_LEVELS.indexOf(danishLevel);
	return isEnough
		? met(m.orders_met_danish({ given, asked: danishLevel }))
		: clearUp(danishWord({ given, asked: danishLevel }));
}

const prerequisite = ({ module }: Offered): Said =>
	module?.prerequisite ? clearUp(prerequisiteWord(module.prerequisite)) : null;

function funding(offered: Offered, rules: FundingRules | null): Said {
	if (!rules) return null;
	const doubts = fundingDoubts(rules, offered);
	return doubts.length > 0 ? clearUp(...doubts.map(fundingDoubtWord)) : met(m.orders_met_funding());
}
