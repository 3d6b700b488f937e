/** What an address asks the quote to begin with: a module, or nothing. */
export const START_PARAM = 'modul';
export const FREE = 'frit';
/** Said in the address when a quote that was sent is to be changed. */
export const REVISE_PARAM = 'ret';

/** What an address asks for, in few words; nothing when it leaves it to the request. */
export const beginningAt = ({ searchParams }: URL): string | undefined => {
	const start = searchParams.get(START_PARAM);
	if (start !== null) return beginningFrom(start);
	return searchParams.has(REVISE_PARAM) ? `${REVISE_PARAM}=1` : undefined;
};

export const beginningFrom = (start: string) => `${START_PARAM}=${start}`;
