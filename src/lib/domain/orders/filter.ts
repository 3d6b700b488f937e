import { ID } from '$lib/domain/shared/id';
import { ORDER_STATES, type OrderState } from './states';

/** What the list of orders is narrowed down to. */
export interface OrderFilter {
	state: OrderState | null;
	providerId: string | null;
	/** Part of the order's or the need's reference, or of the candidate's alias. */
	text: string;
}

/** The names of the filters in the address. */
export const FILTER_PARAMS = {
	state: 'tilstand',
	providerId: 'skole',
	text: 'q'
} as const satisfies Record<keyof OrderFilter, string>;

/** The filter that an address asks for; what it does not know, it leaves out. */
export function readFilter(params: URLSearchParams): OrderFilter {
	const state = params.get(FILTER_PARAMS.state);
	return {
		state: ORDER_STATES.find((each) => each === state) ?? null,
		providerId: ID.exec(params.get(FILTER_PARAMS.providerId) ?? '')?.[0] ?? null,
		text: (params.get(FILTER_PARAMS.text) ?? '').trim().slice(0, 40)
	};
}
