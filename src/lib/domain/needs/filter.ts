import { NEED_STATES, type NeedState } from './need';

/** What the list of needs is narrowed down to. */
export interface NeedFilter {
	/** The whole job centre's, or only one's own. */
	all: boolean;
	state: NeedState | null;
	/** Part of a reference, or of an alias when it begins with K. */
	text: string;
}

/** The names of the filters in the address. */
export const FILTER_PARAMS = {
	all: 'hvis',
	state: 'tilstand',
	text: 'q'
} as const satisfies Record<keyof NeedFilter, string>;
/** The value of `hvis` that shows the whole job centre's needs. */
export const EVERYBODYS = 'alle';

/** The filter that an address asks for; what it does not know, it leaves out. */
export function readFilter(params: URLSearchParams): NeedFilter {
	const state = params.get(FILTER_PARAMS.state);
	return {
		all: params.get(FILTER_PARAMS.all) === EVERYBODYS,
		state: NEED_STATES.find((each) => each === state) ?? null,
		text: (params.get(FILTER_PARAMS.text) ?? '').trim().slice(0, 40)
	};
}
