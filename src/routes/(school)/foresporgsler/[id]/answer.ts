import { agreementFor, atAgreedPrices } from '$lib/domain/agreements/cover';
import type { Module } from '$lib/domain/catalogue/module';
import type { KeptTailoring } from '$lib/domain/needs/wish';
import { quoteFromBrief, quoteFromModule, quoteFromQuote } from '$lib/domain/quotes/proposal';
import { quoteSchema } from '$lib/domain/quotes/quote-form';
import { withdrawSchema } from '$lib/domain/quotes/withdraw-form';
import { today } from '$lib/domain/shared/day';
import { m } from '$lib/paraglide/messages';
import { newForm } from '$lib/server/forms';
import type { OwnRequest, StartingPoint } from '$lib/server/quotes/answering';
import { FREE, REVISE_PARAM, START_PARAM } from './address';

/** How the request stands, and what its answer begins with, as far as the address says. */
export function beginningOf(
	request: OwnRequest,
	points: readonly StartingPoint[],
	params: URLSearchParams
) {
	const stage = stageOf(request);
	const chosen = params.get(START_PARAM);
	const canAnswer = (stage === 'open' || stage === 'sent') && request.answerBy >= today();
	const isRevising = canAnswer && stage === 'sent' && (params.has(REVISE_PARAM) || chosen !== null);
	/** A quote that is changed begins with what it says, unless something else was chosen. */
	const keepsLive = isRevising && chosen === null;
	const id = keepsLive ? request.live?.moduleId : (chosen ?? request.moduleId);
	const isWriting = stage === 'open' || isRevising;
	return {
		stage,
		/** Whether an answer, or another one, is still taken. */
		canAnswer,
		isWriting,
		keepsLive,
		start: (isWriting && points.find((point) => point.id === id)?.id) || FREE
	};
}

/** The forms that a school may answer a request with. */
export async function answerForms(
	request: OwnRequest,
	{ keepsLive, ...beginning }: ReturnType<typeof beginningOf>,
	modules: readonly Module[],
	wish: KeptTailoring | null
) {
	const module = keepsLive ? undefined : modules.find(({ id }) => id === beginning.start);
	const agreement =
		module &&
		agreementFor(
			request.agreements,
			{ providerId: module.school.id, moduleId: module.id, subjectCode: module.subjectCode },
			today()
		);
	return {
		...beginning,
		/** Whose prices the quote begins with. Worded here, so that the page does not carry it in two languages. */
		agreement: agreement && m.quotes_from_agreement({ reference: agreement.reference }),
		quote: await newForm(quoteSchema, {
			id: crypto.randomUUID(),
			replaces: String(request.live?.version ?? 0),
			...proposal(
				request,
				keepsLive,
				module && agreement ? atAgreedPrices(module, agreement) : module,
				wish
			)
		}),
		withdraw: await newForm(withdrawSchema, {
			quoteId: request.live?.id,
			version: String(request.live?.version)
		})
	};
}

function proposal(
	{ brief, live }: OwnRequest,
	keepsLive: boolean,
	module: Module | undefined,
	wish: KeptTailoring | null
) {
	if (!brief) return {};
	if (live && keepsLive) return quoteFromQuote(live);
	return module ? quoteFromModule(module, brief, today(), wish) : quoteFromBrief(brief, today());
}

/**
 * Where a request stands for its school: `open` may be answered, `sent` has an answer that may be
 * changed, `chosen` and `rejected` are decided, and the others take no answer.
 */
export type Stage = 'open' | 'sent' | 'chosen' | 'rejected' | 'declined' | 'withdrawn' | 'late';

function stageOf({ state, answerBy, live, quotes, brief }: OwnRequest): Stage {
	if (state === 'declined' || state === 'withdrawn') return state;
	if (!brief) return 'withdrawn';
	if (live) return live.state === 'accepted' ? 'chosen' : 'sent';
	// Asked once more after a round that came to nothing, a school has a new answer to give.
	if (quotes[0]?.state === 'rejected' && state !== 'sent') return 'rejected';
	return state === 'expired' || answerBy < today() ? 'late' : 'open';
}
