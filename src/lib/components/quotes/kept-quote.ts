/** What a school types in a quote, kept in this browser until it is sent. Only a person sends it. */
import {
	forget,
	forgetOld,
	keyOf,
	keysOf,
	read,
	write,
	type Entry
} from '$lib/components/kept/store';
import type { TypedQuote } from '$lib/domain/quotes/quote-form';

/** The kind of place. */
const QUOTE = 'tilbud';

/** A quote that is being written. */
interface KeptQuote extends Entry {
	/** What it was begun from, as the request's address says it. */
	beginning: string;
	values: TypedQuote;
}

export function keptQuote(userId: string, requestId: string, beginning: string, now = Date.now) {
	const key = keyOf(userId, QUOTE, requestId, beginning);
	forgetOld(now());
	return {
		read: (): TypedQuote | null => read<KeptQuote>(key)?.values ?? null,
		keep: (values: TypedQuote) => write<KeptQuote>(key, { at: now(), beginning, values }),
		forget: () => forget(key)
	};
}

/** What the quote that was typed last for a request was begun from; nothing when none is kept. */
export function lastBegun(userId: string, requestId: string): string | undefined {
	return keptFor(userId, requestId).sort((one, other) => other.at - one.at)[0]?.beginning;
}

/** Once a quote is with the server, by its id, nothing that was written for it need be kept. */
export function forgetSent(userId: string, requestId: string, sentIds: readonly string[]): void {
	for (const { beginning, values } of keptFor(userId, requestId)) {
		if (sentIds.includes(values.id)) forget(keyOf(userId, QUOTE, requestId, beginning));
	}
}

const keptFor = (userId: string, requestId: string): KeptQuote[] =>
	keysOf(userId, QUOTE, requestId)
		.map((key) => read<KeptQuote>(key))
		.filter((kept) => kept !== null);
