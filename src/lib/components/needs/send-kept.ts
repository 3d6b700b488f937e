/** Sends what was typed without a connection to the very actions that the steps' forms are sent to. */
import type { ActionResult } from '@sveltejs/kit';
import { forget, forgetOthers } from '$lib/components/kept/store';
import { everyKept, keptAt, markRefused, moveOn, tellSaved, type Kept } from './kept-answers';

/** Who is signed in, and for whom they act: answers are sent as they were meant or not at all. */
export interface Sender {
	userId: string;
	organisationId: string;
}

/** Sends a form, and throws when there is no answer. */
export type Post = (address: string, fields: FormData) => Promise<ActionResult>;

export interface Outcome {
	/** The needs that answers were saved of. */
	saved: string[];
	/** Some could not be sent now, and may be later. */
	isLater: boolean;
}

/**
 * Sends all that somebody typed and that no open form holds, one after the other. They are forgotten when the server
 * has saved them. What it refuses stays, also because somebody else changed the need: its page shows why.
 */
export async function sendKept(who: Sender, post: Post, exceptNeed?: string): Promise<Outcome> {
	forgetOthers(who.userId);
	const saved = new Set<string>();
	for (const { key } of everyKept(who.userId)) {
		// Looked at again once nobody else holds it: another tab may have sent it, or an earlier answer moved it on.
		const done = await withLock(key, async () => {
			const kept = keptAt(key);
			if (!kept || kept.needId === exceptNeed || !isToSend(kept, who)) return 'left';
			const answer = await post(addressOf(kept), fieldsOf(kept.values)).catch(() => null);
			if (answer?.type === 'success') {
				forget(key);
				const saving = savingOf(kept, answer);
				moveOn(who.userId, saving);
				tellSaved(saving);
				saved.add(kept.needId);
			} else if (isRefusal(answer)) markRefused(key);
			else return 'later';
			return 'left';
		});
		// Without a connection, or signed out, the rest would fare no better.
		if (done === 'later') return { saved: [...saved], isLater: true };
	}
	return { saved: [...saved], isLater: false };
}

const isToSend = (kept: Kept, { organisationId }: Sender) =>
	kept.isMeant && !kept.isRefused && kept.organisationId === organisationId;

const addressOf = ({ path }: Kept) => `${path}${path.includes('?') ? '&' : '?'}/keep`;

/** The server said no to what was typed; a redirect is to signing in. */
const isRefusal = (answer: ActionResult | null) =>
	answer?.type === 'failure' || (answer?.type === 'error' && (answer.status ?? 500) < 500);

/** The form comes back with the version that the need has now. */
function savingOf({ needId, values }: Kept, answer: ActionResult & { type: 'success' }) {
	const from = String(values.version);
	return { needId, from, to: String(answer.data?.form?.data?.version ?? from) };
}

/** Values as a browser sends the fields of their form. */
export function fieldsOf(values: Record<string, unknown>): FormData {
	const fields = new FormData();
	const add = (name: string, value: unknown) => {
		if (Array.isArray(value)) {
			value.forEach((each, index) => add(isRow(each) ? `${name}[${index}]` : name, each));
		} else if (isRow(value)) {
			for (const [key, each] of Object.entries(value)) add(`${name}.${key}`, each);
		} else if (value === true) fields.append(name, 'on');
		else if (value !== false) fields.append(name, String(value ?? ''));
	};
	for (const [name, value] of Object.entries(values)) add(name, value);
	return fields;
}

const isRow = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** Nothing is sent where tabs cannot be told apart, or while another tab holds it. */
const withLock = <T>(name: string, work: () => Promise<T>): Promise<T | undefined> =>
	navigator.locks
		? navigator.locks.request(name, { ifAvailable: true }, (lock) => (lock ? work() : undefined))
		: Promise.resolve(undefined);
