import { z } from 'zod';

/** What the steps hand on in their addresses: the module that the need was begun from, to be picked at last. */
export function carried(url: URL): URLSearchParams {
	const module = url.searchParams.get('modul');
	return new URLSearchParams(z.uuid().safeParse(module).success ? { modul: module! } : {});
}
