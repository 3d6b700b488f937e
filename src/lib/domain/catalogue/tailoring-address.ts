/** A tailoring in an address, so that it can be mailed: `?dele=1,3&gang=1,5&sted=workplace`. */
import { decimal } from '$lib/domain/shared/numbers';
import { decimalToNumber, toIsoDate } from '$lib/domain/shared/parse';
import { DELIVERY_FORMS, PLACES } from './module';
import type { Tailoring, Wish } from './tailoring';

/** The names in the address, which are also those of the form. */
export const TAILORING_PARAMS = {
	elements: 'dele',
	hours: 'timer',
	sessionHours: 'gang',
	weeklyHours: 'uge',
	place: 'sted',
	deliveryForm: 'form',
	participants: 'deltagere',
	isUnsocial: 'aften',
	startsOn: 'start'
} as const satisfies Record<keyof Tailoring, string>;

/** More elements, hours and participants than any module has are no wish. */
const MOST_ELEMENTS = 40;
const MOST_HOURS = 2000;

/** What an address asks for; what it does not know or cannot read, it leaves out. */
export function readWish(params: URLSearchParams): Wish {
	const text = (name: keyof Tailoring) => params.get(TAILORING_PARAMS[name])?.trim() ?? '';
	const oneOf = <T extends string>(name: keyof Tailoring, values: readonly T[]) =>
		values.find((each) => each === text(name));
	const hours = (name: keyof Tailoring) => {
		const value = decimalToNumber(text(name));
		return value === undefined || value > MOST_HOURS ? undefined : Math.round(value * 20) / 20;
	};
	const wish = {
		elements: elementsOf(params),
		hours: hours('hours'),
		sessionHours: hours('sessionHours'),
		weeklyHours: hours('weeklyHours'),
		place: oneOf('place', PLACES),
		deliveryForm: oneOf('deliveryForm', DELIVERY_FORMS),
		participants: /^\d{1,4}$/.test(text('participants')) ? Number(text('participants')) : undefined,
		isUnsocial: yesOrNo(text('isUnsocial')),
		startsOn: toIsoDate(text('startsOn'))
	};
	return Object.fromEntries(Object.entries(wish).filter(([, value]) => value !== undefined));
}

function yesOrNo(text: string): boolean | undefined {
	if (text === '1') return true;
	return text === '0' ? false : undefined;
}

/** A list in one value, or a value for each box that is ticked; a name without a value says that none is. */
function elementsOf(params: URLSearchParams): number[] | undefined {
	const values = params.getAll(TAILORING_PARAMS.elements);
	if (values.length === 0) return undefined;
	const numbers = values
		.join()
		.split(',')
		.filter((text) => /^[1-9]\d{0,2}$/.test(text));
	return [...new Set(numbers.map(Number))].sort((a, b) => a - b).slice(0, MOST_ELEMENTS);
}

/** The query that says a wish, without a question mark; every character stands as it is. */
export function writeWish(wish: Wish): string {
	const values: Record<keyof Tailoring, string | undefined> = {
		elements: wish.elements?.toSorted((a, b) => a - b).join(),
		hours: shown(wish.hours),
		sessionHours: shown(wish.sessionHours),
		weeklyHours: shown(wish.weeklyHours),
		place: wish.place,
		deliveryForm: wish.deliveryForm,
		participants: wish.participants?.toString(),
		isUnsocial: wish.isUnsocial === undefined ? undefined : wish.isUnsocial ? '1' : '0',
		startsOn: wish.startsOn
	};
	return (Object.keys(TAILORING_PARAMS) as (keyof Tailoring)[])
		.filter((name) => values[name] !== undefined)
		.map((name) => `${TAILORING_PARAMS[name]}=${values[name]}`)
		.join('&');
}

const shown = (hours: number | undefined) => (hours === undefined ? undefined : decimal(hours));

/** All that a tailoring says, as a wish for the same. */
export function wishFor({ startsOn, ...tailoring }: Tailoring): Wish {
	return {
		...(tailoring.elements.length > 0 && { elements: tailoring.elements }),
		hours: tailoring.hours,
		sessionHours: tailoring.sessionHours,
		weeklyHours: tailoring.weeklyHours,
		place: tailoring.place,
		deliveryForm: tailoring.deliveryForm,
		participants: tailoring.participants,
		isUnsocial: tailoring.isUnsocial,
		...(startsOn && { startsOn })
	};
}
