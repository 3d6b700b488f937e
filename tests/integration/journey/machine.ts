import type { Person } from '../../fixtures/cast';

/** The two schools that are asked, by who leads them. */
export type School = 'leader' | 'rival';
export const SCHOOLS: School[] = ['leader', 'rival'];

/** One need and what hangs on it: the states of the design, and what legality depends on. */
export interface Model {
	need: 'draft' | 'open' | 'awarded' | 'closed_unmet' | 'withdrawn' | 'completed';
	requests: Record<School, 'none' | 'sent' | 'answered' | 'declined' | 'withdrawn'>;
	/** The newest quote of each school. */
	quotes: Record<School, { state: QuoteState; isAboveLimit: boolean; revision: number }>;
	/** The newest order. */
	order: {
		state: OrderState;
		school: School;
		acceptedBy: Person;
		decidedBy: Person | null;
		cancelledBy?: 'school' | 'job_centre';
		/** Schools whose quotes it pushed aside, which live again if the school does not keep it. */
		setAside: School[];
	} | null;
	/** Of the newest order. */
	engagement: 'none' | 'planned' | 'active' | 'completed' | 'dropped';
}
type QuoteState = 'none' | 'submitted' | 'accepted' | 'rejected' | 'withdrawn';
type OrderState = 'awaiting_approval' | 'approved' | 'refused' | 'cancelled';

export const start: Model = {
	need: 'draft',
	requests: { leader: 'none', rival: 'none' },
	quotes: {
		leader: { state: 'none', isAboveLimit: false, revision: 0 },
		rival: { state: 'none', isAboveLimit: false, revision: 0 }
	},
	order: null,
	engagement: 'none'
};

export interface Move {
	name: keyof typeof moves;
	by: Person;
	/** The school whose request or quote is moved. */
	school: School;
	isAboveLimit: boolean;
}

/** The state after a move; the same object when it was made before; null when it is not legal. */
export function next(model: Model, move: Move): Model | null {
	return moves[move.name](model, move);
}

const handlesNeed = ({ by }: Move) => by === 'broker' || by === 'coordinator';

/** What happens to the others when the need ends without them. */
function letOthersGo(model: Model, except?: School): Pick<Model, 'requests' | 'quotes'> {
	const requests = { ...model.requests };
	const quotes = { ...model.quotes };
	for (const school of SCHOOLS) {
		if (requests[school] === 'sent') requests[school] = 'withdrawn';
		if (school !== except && quotes[school].state === 'submitted') {
			quotes[school] = { ...quotes[school], state: 'rejected' };
		}
	}
	return { requests, quotes };
}

function endNeed(model: Model, move: Move, to: 'withdrawn' | 'closed_unmet'): Model | null {
	if (!handlesNeed(move)) return null;
	if (model.need === to) return model;
	const isLegal = model.need === 'open' || (model.need === 'draft' && to === 'withdrawn');
	if (!isLegal || model.order?.state === 'awaiting_approval') return null;
	return { ...model, need: to, ...letOthersGo(model) };
}

const withQuote = (model: Model, school: School, state: QuoteState) => ({
	...model.quotes,
	[school]: { ...model.quotes[school], state }
});

function award(model: Model): Model {
	const order = model.order!;
	const setAside = SCHOOLS.filter(
		(school) => school !== order.school && model.quotes[school].state === 'submitted'
	);
	return {
		...model,
		need: 'awarded',
		engagement: 'planned',
		order: { ...order, setAside },
		...letOthersGo(model, order.school)
	};
}

export const moves = {
	submitNeed(model: Model, move: Move): Model | null {
		if (!handlesNeed(move)) return null;
		if (model.need === 'open') return model;
		return model.need === 'draft' ? { ...model, need: 'open' } : null;
	},

	askBoth(model: Model, move: Move): Model | null {
		if (!handlesNeed(move) || model.need !== 'open') return null;
		const requests = { ...model.requests };
		for (const school of SCHOOLS) {
			if (['none', 'withdrawn'].includes(requests[school])) requests[school] = 'sent';
		}
		const isNews = SCHOOLS.some((school) => requests[school] !== model.requests[school]);
		return isNews ? { ...model, requests } : model;
	},

	/** One school of the last round, or none when it was not asked then. */
	askAgain(model: Model, move: Move): Model | null {
		if (!handlesNeed(move) || !['closed_unmet', 'open'].includes(model.need)) return null;
		const goesOn = SCHOOLS.some(
			(school) =>
				model.requests[school] === 'sent' ||
				['submitted', 'accepted'].includes(model.quotes[school].state)
		);
		if (goesOn) return null;
		const requests = { ...model.requests };
		if (requests[move.school] !== 'none') requests[move.school] = 'sent';
		return { ...model, need: 'open', requests };
	},

	letGo(model: Model, move: Move): Model | null {
		if (!handlesNeed(move)) return null;
		const state = model.requests[move.school];
		if (state === 'withdrawn') return model;
		if (state !== 'sent') return null;
		return { ...model, requests: { ...model.requests, [move.school]: 'withdrawn' } };
	},

	decline(model: Model, { by, school }: Move): Model | null {
		if (by !== school) return null;
		if (model.requests[school] === 'declined') return model;
		if (model.requests[school] !== 'sent') return null;
		return { ...model, requests: { ...model.requests, [school]: 'declined' } };
	},

	quote(model: Model, { by, school, isAboveLimit }: Move): Model | null {
		if (by !== school || model.need !== 'open') return null;
		if (!['sent', 'answered'].includes(model.requests[school])) return null;
		const old = model.quotes[school];
		if (old.state === 'accepted') return null;
		return {
			...model,
			requests: { ...model.requests, [school]: 'answered' },
			quotes: {
				...model.quotes,
				[school]: { state: 'submitted', isAboveLimit, revision: old.revision + 1 }
			}
		};
	},

	withdrawQuote(model: Model, { by, school }: Move): Model | null {
		const { state } = model.quotes[school];
		if (by !== school || state === 'none') return null;
		if (state === 'withdrawn') return model;
		return state === 'submitted'
			? { ...model, quotes: withQuote(model, school, 'withdrawn') }
			: null;
	},

	accept(model: Model, move: Move): Model | null {
		const { by, school } = move;
		const quote = model.quotes[school];
		if (!handlesNeed(move) || quote.state === 'none') return null;
		if (model.order?.state === 'awaiting_approval' || model.order?.state === 'approved') {
			return model.order.school === school && model.order.acceptedBy === by ? model : null;
		}
		if (model.need !== 'open' || quote.state !== 'submitted') return null;
		const accepted: Model = {
			...model,
			engagement: 'none',
			quotes: withQuote(model, school, 'accepted'),
			order: quote.isAboveLimit
				? { state: 'awaiting_approval', school, acceptedBy: by, decidedBy: null, setAside: [] }
				: { state: 'approved', school, acceptedBy: by, decidedBy: by, setAside: [] }
		};
		return quote.isAboveLimit ? accepted : award(accepted);
	},

	approve(model: Model, { by }: Move): Model | null {
		if (by !== 'approver' || !model.order) return null;
		if (model.order.state === 'approved' && model.order.decidedBy === by) return model;
		if (model.order.state !== 'awaiting_approval') return null;
		return award({ ...model, order: { ...model.order, state: 'approved', decidedBy: by } });
	},

	refuse(model: Model, { by }: Move): Model | null {
		if (by !== 'approver' || !model.order) return null;
		if (model.order.state === 'refused') return model;
		if (model.order.state !== 'awaiting_approval') return null;
		return {
			...model,
			order: { ...model.order, state: 'refused', decidedBy: by },
			quotes: withQuote(model, model.order.school, 'rejected')
		};
	},

	cancel(model: Model, { by }: Move): Model | null {
		const { order } = model;
		const side = by === order?.school ? 'school' : by === 'coordinator' ? 'job_centre' : undefined;
		if (!order || !side) return null;
		if (order.cancelledBy === side) return model;
		if (order.state !== 'approved' || !['planned', 'active'].includes(model.engagement))
			return null;
		const cancelled: Model = {
			...model,
			order: { ...order, state: 'cancelled', cancelledBy: side },
			engagement: 'dropped'
		};
		if (side === 'job_centre') return { ...cancelled, need: 'completed' };
		const quotes = withQuote(model, order.school, 'rejected');
		for (const school of order.setAside) quotes[school] = { ...quotes[school], state: 'submitted' };
		return { ...cancelled, need: 'open', quotes };
	},

	withdrawNeed: (model: Model, move: Move) => endNeed(model, move, 'withdrawn'),
	closeUnmet: (model: Model, move: Move) => endNeed(model, move, 'closed_unmet'),

	startTraining(model: Model, { by }: Move): Model | null {
		if (model.engagement === 'none' || by !== model.order?.school) return null;
		if (model.engagement === 'active') return model;
		return model.engagement === 'planned' ? { ...model, engagement: 'active' } : null;
	},

	completeTraining(model: Model, { by }: Move): Model | null {
		if (model.engagement === 'none' || by !== model.order?.school) return null;
		if (model.engagement === 'completed') return model;
		if (model.engagement !== 'active') return null;
		return { ...model, engagement: 'completed', need: 'completed' };
	},

	dropTraining(model: Model, move: Move): Model | null {
		const isTheirs = handlesNeed(move) || move.by === model.order?.school;
		if (model.engagement === 'none' || !isTheirs) return null;
		if (model.engagement === 'dropped') return model;
		if (!['planned', 'active'].includes(model.engagement)) return null;
		return { ...model, engagement: 'dropped', need: 'completed' };
	}
};
