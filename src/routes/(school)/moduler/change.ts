import { error as httpError, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import type { ModuleState } from '$lib/domain/catalogue/module';
import { pickedField, sameList } from '$lib/domain/catalogue/own';
import { copyForm, pickForm } from '$lib/domain/catalogue/own-form';
import { inSentence, moduleStateWord } from '$lib/domain/catalogue/words';
import { formatDateTime } from '$lib/domain/shared/format';
import { m } from '$lib/paraglide/messages';
import { copyModule, type pauseModules } from '$lib/server/catalogue/own';
import { readForm } from '$lib/server/forms';
import { doneAt } from '$lib/server/notice';
import { Refusal } from '$lib/server/refusal';
import { requireRole } from '$lib/server/session';

/** Changes the modules that are ticked, and stays at the list as it was shown; `done` is what is said about it. */
export const changePicked =
	(by: typeof pauseModules, done: (count: number) => string) => async (event: RequestEvent) => {
		requireRole(event, 'leader');
		const { form, data } = await readForm(event, pickForm);
		const picked = form.data.picked;
		if (!data) return fail(400, { picked, errors: [nothingPicked()] });
		try {
			await by(event.locals.supabase, data.modules);
		} catch (error) {
			return fail(409, { picked, errors: refusedModules(error) });
		}
		doneAt(event.cookies, sameList(event.url), done(data.modules.length));
	};

/** Makes a copy and goes on with it. */
export async function copy(event: RequestEvent) {
	requireRole(event, 'leader');
	const { data } = await readForm(event, copyForm);
	if (!data) httpError(400);
	const path = `/moduler/${data.copyId}`;
	try {
		await copyModule(event.locals.supabase, data.id, data.copyId);
	} catch (error) {
		if (!(error instanceof Refusal)) throw error;
		// Sent again from a page that was gone back to, after the copy has been written in.
		if (error.code === 'stale') redirect(303, path);
		httpError(error.status);
	}
	doneAt(event.cookies, path, m.catalogue_own_copied());
}

interface Fault {
	/** The field that it is about; empty when it is about all of them. */
	path: string;
	messages: string[];
}

const nothingPicked = (): Fault => ({
	path: 'picked',
	messages: [m.catalogue_own_none_picked()]
});

/** What is said of each module that a change of many was refused for; any other fault is thrown on. */
export function refusedModules(error: unknown): Fault[] {
	if (!(error instanceof Refusal)) throw error;
	if (error.code === 'modules_refused') {
		const each = (error.detail.modules as Refused[]).map((refused) => ({
			path: pickedField(refused.id),
			messages: [why(refused)]
		}));
		return [{ path: '', messages: [m.catalogue_own_nothing_changed()] }, ...each];
	}
	if (error.detail.reason === 'too_many') {
		return [{ path: 'picked', messages: [m.catalogue_own_too_many()] }];
	}
	httpError(error.status);
}

interface Refused {
	id: string;
	title: string;
	code: string;
	state?: ModuleState;
	actor?: string;
	at?: string;
}

function why({ title, code, state, actor, at }: Refused): string {
	if (code === 'stale') {
		return m.catalogue_own_refused_stale({
			title,
			actor: actor ?? m.refusal_somebody(),
			at: at ? formatDateTime(at) : ''
		});
	}
	if (code === 'wrong_state' && state) {
		return m.catalogue_own_refused_state({ title, state: inSentence(moduleStateWord(state)) });
	}
	if (code === 'module_incomplete') return m.catalogue_own_refused_incomplete({ title });
	return m.catalogue_own_refused_other({ title });
}
