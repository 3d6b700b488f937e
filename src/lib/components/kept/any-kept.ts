/** How the names begin under which this browser keeps what the server does not have. */
export const KEPT = 'kept/';

/** Whether anything is kept, by whomever: so little that every page can ask. */
export function anyKept(): boolean {
	try {
		return Object.keys(localStorage).some((key) => key.startsWith(KEPT));
	} catch {
		return false;
	}
}
