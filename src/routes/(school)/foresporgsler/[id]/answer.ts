import { agreementFor, atAgreedPrices } from '$lib/domain/agreements/cover';
import type { Module } from '$lib/domain/catalogue/module';
import type { KeptTailoring } from '$lib/domain/needs/wish';
import { quoteFromBrief, quoteFromModule, quoteFromQuote } from '$lib/domain/quotes/proposal';
import { quoteSchema } from '$lib/domain/quotes/quote-form';
import { withdrawSchema } from '$lib/domain/quotes/withdraw-form';
import { today } from '$lib/domain/shared/day';
import { m } from '$lib/paraglide/messages';
import { newForm } from '$lib/server/forms';
import type { OwnRequest } from '$lib/server/quotes/answering';

/** What an address asks the quote to begin with: a module, or nothing. */
export const START_PARAM = 'modul';
export const FREE = 'frit';
/** Said in the address when a quote that was sent is to be changed. */
export const REVISE_PARAM = 'ret';

/** How the request stands, and the forms that a school may answer it with. */
export async function answerForms(
	request: OwnRequest,
	modules: Module[],
	wish: KeptTailoring | null,
	params: URLSearchParams
) {
	const stage = stageOf(request);
	const start = params.get(START_PARAM);
	const isRevising = stage === 'sent' && (params.has(REVISE_PARAM) || start !== null);
	const id = start ?? request.moduleId;
	const module = modules.find((each) => each.id === id);
	const agreement = module && agreementOf(request, module);
	return {
		stage,
		/** Whose prices the quote begins with. Worded here, so that the page does not carry it in two languages. */
		agreement: agreement && m.quotes_from_agreement({ reference: agreement.reference }),
		isWriting: stage === 'open' || isRevising,
		start: module?.id ?? FREE,
		quote: await newForm(quoteSchema, {
			id: crypto.randomUUID(),
			replaces: String(request.live?.version ?? 0),
			...proposal(
				request,
				isRevising && start === null,
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

/** The agreement that covers a module of the school for this job centre today. */
const agreementOf = ({ agreements }: OwnRequest, { id, school, subjectCode }: Module) =>
	agreementFor(agreements, { providerId: school.id, moduleId: id, subjectCode }, today());

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
	if (quotes[0]?.state === 'rejected') return 'rejected';
	return state === 'expired' || answerBy < today() ? 'late' : 'open';
}
