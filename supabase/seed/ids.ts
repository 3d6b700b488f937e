import { createHash } from 'node:crypto';

/** The same id for the same name, on every machine, so that a demonstration can be linked to. */
export function idOf(name: string): string {
	const hex = createHash('sha256').update(`loftet-demo/${name}`).digest('hex');
	// Version 8 is the one that RFC 9562 leaves to whoever makes the id.
	return [
		hex.slice(0, 8),
		hex.slice(8, 12),
		`8${hex.slice(13, 16)}`,
		`8${hex.slice(17, 20)}`,
		hex.slice(20, 32)
	].join('-');
}
