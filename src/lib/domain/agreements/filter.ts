import { STANDINGS, type Standing } from './agreement';

/** The name of the filter in the address. */
export const STANDING_PARAM = 'tilstand';

/** How the agreements stand that an address asks for; all of them when it says nothing. */
export const readStanding = (params: URLSearchParams): Standing | undefined =>
	STANDINGS.find((each) => each === params.get(STANDING_PARAM));
