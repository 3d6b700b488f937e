import { error } from '@sveltejs/kit';
import { Refusal } from './refusal';

/** What a page is about; what does not exist or may not be seen is a page that does not exist. */
export async function found<T>(asked: Promise<T | null>): Promise<T> {
	const answer = await asked.catch((refusal: unknown) => {
		if (refusal instanceof Refusal && refusal.status === 404) return null;
		throw refusal;
	});
	if (answer === null) error(404);
	return answer;
}
