/** How the names begin under which unsaved answers are kept in this browser. */
export const KEPT = 'behov/';

/** Whether anything is kept, by whomever: so little that every page can ask. */
export function anyKept(): boolean {
	try {
		return Object.keys(localStorage).some((key) => key.startsWith(KEPT));
	} catch {
		return false;
	}
}
