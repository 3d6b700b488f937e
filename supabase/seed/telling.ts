import { fundingId } from './finances.ts';
import { idOf } from './ids.ts';
import { APPROVAL_LIMIT_ORE, nameOf, personOf } from './organisations.ts';
import { quoteRows } from './quotes.ts';
import { at, Recorder, type Actor } from './recorder.ts';
import type { DemoRows, Row } from './rows.ts';
import { participantsOf, type DemoNeed, type DemoRequest, type Story } from './story.ts';

const SHARED = [
	'target_group',
	'workplace',
	'danish_level',
	'accommodations',
	'candidate_wish',
	'work_times'
];

/** What the parts of one story have in common. */
interface Thread {
	story: Story;
	id: string;
	reference: string;
	jobCentre: string;
	broker: Actor;
	/** The accepted quote and its order, once there are such. */
	accepted?: { request: DemoRequest; quote: Row<'quote'>; isApproved: boolean };
}

function needsApproval(quote: Row<'quote'>): boolean {
	return Number(quote.total_ore) > APPROVAL_LIMIT_ORE;
}

/** The candidates of a need that is about several, with what each manages. */
const everyone = ({ candidate, need }: Story) =>
	need.together ? [{ candidate, ...need }, ...need.together] : [];

/** A week as a brief keeps it. */
const weekOf = (times: DemoNeed['workTimes']) =>
	times?.map(([weekday, starts, ends]) => ({
		weekday,
		starts: `${starts}:00`,
		ends: `${ends}:00`
	})) ?? null;

/** Writes stories as the rows, events and notifications that the state functions would have left. */
export class Telling {
	readonly rows = {
		need: [],
		need_work_time: [],
		need_free_time: [],
		need_participant: [],
		need_brief: [],
		quote_request: [],
		quote: [],
		quote_line: [],
		quote_session: [],
		question: [],
		question_asker: [],
		purchase_order: [],
		order_reason: [],
		engagement: [],
		candidate_contact: [],
		order_change: [],
		order_change_line: []
	} as Pick<
		DemoRows,
		| 'need'
		| 'need_work_time'
		| 'need_free_time'
		| 'need_participant'
		| 'need_brief'
		| 'quote_request'
		| 'quote'
		| 'quote_line'
		| 'quote_session'
		| 'question'
		| 'question_asker'
		| 'purchase_order'
		| 'order_reason'
		| 'engagement'
		| 'candidate_contact'
		| 'order_change'
		| 'order_change_line'
	>;
	readonly #recorder: Recorder;

	constructor(recorder: Recorder) {
		this.#recorder = recorder;
	}

	tell(story: Story): void {
		const jobCentre = story.candidate.jobCentre;
		const thread: Thread = {
			story,
			id: idOf(`need/${story.key}`),
			reference: this.#recorder.reference(jobCentre, 'B', story.createdOn),
			jobCentre,
			broker: { user: personOf(jobCentre, 'broker'), organisation: jobCentre }
		};
		this.#quotes(thread);
		this.#need(thread);
		if (!story.submittedOn) return;
		this.#brief(thread);
		for (const request of story.requests ?? []) {
			this.#request(thread, request);
			this.#questions(thread, request);
		}
		if (story.unmet) this.#unmet(thread, story.unmet.on);
		this.#order(thread);
	}

	/** The quotes come first, since the order's sum decides whether an approver is asked. */
	#quotes(thread: Thread): void {
		const { story } = thread;
		for (const request of story.requests ?? []) {
			if (!request.quote) continue;
			const { quote, lines, sessions } = quoteRows(story, request, {
				needId: thread.id,
				reference: this.#recorder.reference(request.provider, 'T', request.quote.on)
			});
			this.rows.quote.push(quote);
			this.rows.quote_line.push(...lines);
			this.rows.quote_session.push(...sessions);
			if (request.provider === story.order?.provider) {
				const isApproved = !needsApproval(quote) || story.order.approvedOn !== undefined;
				thread.accepted = { request, quote, isApproved };
				quote.state = 'accepted';
			}
		}
		for (const quote of this.rows.quote) {
			if (quote.need_id !== thread.id) continue;
			const decided = thread.accepted?.isApproved || quote.state === 'accepted';
			if (!decided) continue;
			if (quote.state !== 'accepted') this.#passOver(thread, quote);
			quote.version = 2;
			quote.decided_at =
				quote.state === 'rejected' && needsApproval(thread.accepted!.quote)
					? at(story.order!.approvedOn!, 'approved')
					: at(story.order!.on, 'accepted');
		}
	}

	/** Another quote was chosen: why, and where this one's price stood. */
	#passOver({ id, story }: Thread, quote: Row<'quote'>): void {
		const rivals = this.rows.quote.filter((other) => other.need_id === id);
		quote.state = 'rejected';
		quote.choice_reason_code = story.order!.reasonCode;
		quote.price_rank =
			1 + rivals.filter((other) => Number(other.total_ore) < Number(quote.total_ore)).length;
		quote.price_rank_of = rivals.length;
	}

	#need({ story, id, reference, jobCentre, broker, accepted }: Thread): void {
		const { need, candidate } = story;
		const state = !story.submittedOn
			? 'draft'
			: story.unmet
				? 'closed_unmet'
				: !accepted?.isApproved
					? 'open'
					: story.training?.endedOn
						? 'completed'
						: 'awarded';
		const moves = { draft: 1, open: 2, closed_unmet: 3, awarded: 3, completed: 4 };
		const last =
			story.training?.endedOn ??
			story.unmet?.on ??
			story.order?.on ??
			story.submittedOn ??
			story.createdOn;
		this.rows.need.push({
			id,
			job_centre_id: jobCentre,
			owner_id: broker.user,
			reference,
			state,
			version: moves[state],
			candidate_id: candidate.id,
			participants: participantsOf(need),
			workplace: need.workplace ?? null,
			placement_kind: need.placementKind ?? null,
			tasks: need.tasks ?? null,
			subject_code: need.subject,
			goal: need.goal,
			hours_wanted: need.hours ?? null,
			session_hours_max: need.sessionMax,
			weekly_hours_max: need.weeklyMax,
			place: need.place,
			starts_on: need.startsOn,
			danish_level: need.danishLevel ?? null,
			accommodations: need.accommodations ?? [],
			accommodation_note: need.accommodationNote ?? null,
			candidate_wish: need.wish ?? null,
			has_consent: state !== 'draft',
			shared_fields: state === 'draft' ? [] : SHARED,
			funding_source_id: fundingId(need.funding),
			price_ceiling_ore: need.ceilingKroner ? need.ceilingKroner * 100 : null,
			close_reason: story.unmet?.reason ?? null,
			created_at: at(story.createdOn, 'created'),
			updated_at: at(last, last === story.createdOn ? 'created' : 'ended'),
			submitted_at: story.submittedOn ? at(story.submittedOn, 'submitted') : null
		});
		for (const [weekday, starts, ends] of need.workTimes ?? []) {
			this.rows.need_work_time.push({ need_id: id, weekday, starts, ends });
		}
		for (const [weekday, starts, ends] of need.freeTimes ?? []) {
			this.rows.need_free_time.push({ need_id: id, weekday, starts, ends });
		}
		for (const one of everyone(story)) {
			this.rows.need_participant.push({
				id: idOf(`participant/${story.key}/${one.candidate.alias}`),
				need_id: id,
				candidate_id: one.candidate.id,
				session_hours_max: one.sessionMax,
				weekly_hours_max: one.weeklyMax,
				danish_level: one.danishLevel ?? null,
				added_at: at(story.createdOn, 'created')
			});
		}
		const when = at(story.createdOn, 'created');
		this.#recorder.event(when, 'need.created', id, broker, { jobCentre });
	}

	#brief({ story, id, reference, jobCentre, broker }: Thread): void {
		const { need, candidate } = story;
		this.rows.need_brief.push({
			need_id: id,
			job_centre_id: jobCentre,
			reference,
			subject_code: need.subject,
			goal: need.goal,
			participants: participantsOf(need),
			hours_wanted: need.hours ?? null,
			session_hours_max: need.sessionMax,
			weekly_hours_max: need.weeklyMax,
			place: need.place,
			starts_on: need.startsOn,
			target_group_code: candidate.targetGroup,
			workplace: need.workplace ?? null,
			tasks: need.tasks ?? null,
			danish_level: need.danishLevel ?? null,
			accommodations: need.accommodations ?? [],
			accommodation_note: need.accommodationNote ?? null,
			candidate_wish: need.wish ?? null,
			participant_limits: need.together
				? everyone(story).map((one) => ({
						session_hours_max: one.sessionMax,
						weekly_hours_max: one.weeklyMax,
						danish_level: one.danishLevel ?? null
					}))
				: null,
			work_times: weekOf(need.workTimes),
			free_times: weekOf(need.freeTimes)
		});
		const when = at(story.submittedOn!, 'submitted');
		this.#recorder.event(when, 'need.submitted', id, broker, { jobCentre });
	}

	#request(thread: Thread, request: DemoRequest): void {
		const { story, id, reference, jobCentre, broker } = thread;
		const { provider, declined, quote } = request;
		const requestId = idOf(`request/${story.key}/${provider}`);
		const answeredOn = declined?.on ?? quote?.on;
		this.rows.quote_request.push({
			id: requestId,
			need_id: id,
			job_centre_id: jobCentre,
			provider_id: provider,
			module_id: request.module ? idOf(request.module) : null,
			state: declined ? 'declined' : quote ? 'answered' : 'sent',
			answer_by: request.answerBy,
			sent_at: at(request.sentOn, 'sent'),
			answered_at: answeredOn ? at(answeredOn, 'answered') : null,
			decline_reason_code: declined?.code ?? null,
			decline_reason: declined?.reason ?? null
		});
		const leader = this.#leader(provider);
		const facts = { jobCentre, provider };
		const sent = at(request.sentOn, 'sent');
		const needFacts = { need: id, reference };
		this.#recorder.event(sent, 'quote_request.sent', requestId, broker, {
			...facts,
			detail: needFacts
		});
		this.#notify(thread, sent, 'quote_request.sent', leader.user, requestId, {
			reference,
			subject: story.need.subject,
			answer_by: request.answerBy
		});
		if (!answeredOn) return;

		const answered = at(answeredOn, 'answered');
		const told = { reference, provider: nameOf(provider) };
		if (declined) {
			this.#recorder.event(answered, 'quote_request.declined', requestId, leader, {
				...facts,
				detail: { ...needFacts, reason_code: declined.code }
			});
			this.#notify(thread, answered, 'quote_request.declined', broker.user, id, told);
			return;
		}
		const row = this.rows.quote.find((one) => one.quote_request_id === requestId)!;
		const quoteFacts = { need: id, reference: String(row.reference) };
		this.#recorder.event(answered, 'quote.submitted', String(row.id), leader, {
			...facts,
			detail: { ...quoteFacts, request: requestId, total_ore: Number(row.total_ore) }
		});
		this.#notify(thread, answered, 'quote.submitted', broker.user, id, told);
		if (row.state !== 'rejected') return;
		const decided = String(row.decided_at);
		this.#recorder.event(decided, 'quote.rejected', String(row.id), broker, {
			...facts,
			detail: quoteFacts
		});
		this.#notify(thread, decided, 'quote.rejected', leader.user, requestId, {
			reference: String(row.reference),
			reason_code: String(row.choice_reason_code),
			rank: Number(row.price_rank),
			rank_of: Number(row.price_rank_of)
		});
	}

	#questions(thread: Thread, { provider, questions = [] }: DemoRequest): void {
		const { story, id, reference, jobCentre, broker } = thread;
		for (const [index, { on, question, answered }] of questions.entries()) {
			const questionId = idOf(`question/${story.key}/${provider}/${index}`);
			const asked = at(on, 'asked');
			this.rows.question.push({
				id: questionId,
				need_id: id,
				job_centre_id: jobCentre,
				version: answered ? 2 : 1,
				question,
				asked_at: asked,
				answer: answered?.answer ?? null,
				answered_at: answered ? at(answered.on, 'replied') : null
			});
			this.rows.question_asker.push({ question_id: questionId, provider_id: provider });
			const facts = { jobCentre, provider, detail: { need: id, reference } };
			this.#recorder.event(asked, 'question.asked', questionId, this.#leader(provider), facts);
			this.#notify(thread, asked, 'question.asked', broker.user, id, { reference });
			if (!answered) continue;
			const replied = at(answered.on, 'replied');
			this.#recorder.event(replied, 'question.answered', questionId, broker, facts);
			for (const { provider: each } of story.requests ?? []) {
				const requestId = idOf(`request/${story.key}/${each}`);
				this.#notify(thread, replied, 'question.answered', this.#leader(each).user, requestId, {
					reference
				});
			}
		}
	}

	#unmet(thread: Thread, on: string): void {
		const { story, id, reference, jobCentre, broker } = thread;
		const when = at(on, 'accepted');
		this.#recorder.event(when, 'need.closed_unmet', id, broker, {
			jobCentre,
			detail: { reference }
		});
		const coordinator = personOf(jobCentre, 'coordinator');
		this.#notify(thread, when, 'need.closed_unmet', coordinator, id, {
			reference,
			subject: story.need.subject
		});
	}

	#order(thread: Thread): void {
		const { story, id, jobCentre, broker, accepted } = thread;
		if (!story.order || !accepted) return;
		const { order } = story;
		const { quote, isApproved } = accepted;
		const total = Number(quote.total_ore);
		const isLarge = needsApproval(quote);
		const orderId = idOf(`order/${story.key}`);
		const reference = this.#recorder.reference(jobCentre, 'R', order.on);
		const when = at(order.on, 'accepted');
		const decider: Actor = isLarge
			? { user: personOf(jobCentre, 'approver'), organisation: jobCentre }
			: broker;
		const decided = isLarge ? at(order.approvedOn ?? order.on, 'approved') : when;
		this.rows.purchase_order.push({
			id: orderId,
			reference,
			need_id: id,
			quote_id: quote.id,
			job_centre_id: jobCentre,
			provider_id: quote.provider_id,
			state: isApproved ? 'approved' : 'awaiting_approval',
			version: isLarge && isApproved ? 2 : 1,
			total_ore: total,
			funding_source_id: fundingId(story.need.funding),
			accepted_by: broker.user,
			accepted_at: when,
			decided_by: isApproved ? decider.user : null,
			decided_at: isApproved ? decided : null,
			confirmed_at: isApproved ? decided : null,
			confirmed_by: isApproved ? this.#leader(String(quote.provider_id)).user : null
		});
		this.rows.order_reason.push({
			order_id: orderId,
			job_centre_id: jobCentre,
			reason_code: order.reasonCode,
			reason: order.reason ?? null,
			approval_reasons: isLarge ? ['amount'] : []
		});
		this.#recorder.event(when, 'quote.accepted', String(quote.id), broker, {
			jobCentre,
			detail: {
				need: id,
				reference: String(quote.reference),
				order: reference,
				reason_code: order.reasonCode
			}
		});
		if (isLarge) {
			this.#recorder.event(when, 'order.awaiting_approval', orderId, broker, {
				jobCentre,
				detail: { need: id, reference, total_ore: total, reasons: ['amount'] }
			});
			this.#notify(
				thread,
				when,
				'order.awaiting_approval',
				personOf(jobCentre, 'approver'),
				orderId,
				{
					reference,
					total_ore: total
				}
			);
		}
		if (!isApproved) return;
		const provider = String(quote.provider_id);
		this.#recorder.event(decided, 'order.approved', orderId, decider, {
			jobCentre,
			provider,
			detail: { need: id, reference, total_ore: total }
		});
		const engagementId = idOf(`engagement/${story.key}`);
		this.#notify(thread, decided, 'order.approved', this.#leader(provider).user, engagementId, {
			reference,
			quote: String(quote.reference),
			total_ore: total,
			starts_on: quote.starts_on as string
		});
		if (isLarge) {
			this.#notify(thread, decided, 'order.approved_for_broker', broker.user, id, { reference });
		}
		this.#engagement(thread, { id: engagementId, orderId, orderReference: reference, quote });
		this.#contact(thread);
		this.#change(thread, { orderId, reference, quote });
	}

	#contact({ story, id, jobCentre, broker }: Thread): void {
		if (!story.training?.contact) return;
		const { on, firstName, contact } = story.training.contact;
		const when = at(on, 'shared');
		this.rows.candidate_contact.push({
			need_id: id,
			candidate_id: story.candidate.id,
			first_name: firstName,
			contact,
			updated_at: when
		});
		this.#recorder.event(when, 'contact.shared', id, broker, { jobCentre });
	}

	/** A change that the school has proposed and that waits for the job centre's answer. */
	#change(
		thread: Thread,
		{ orderId, reference, quote }: { orderId: string; reference: string; quote: Row<'quote'> }
	): void {
		const { story, id, jobCentre, broker } = thread;
		const change = story.order?.change;
		if (!change) return;
		const changeId = idOf(`change/${story.key}`);
		const provider = String(quote.provider_id);
		const leader = this.#leader(provider);
		const when = at(change.on, 'asked');
		const lines = this.rows.quote_line
			.filter(({ quote_id }) => quote_id === quote.id)
			.map((line) => ({
				change_id: changeId,
				position: line.position,
				kind: line.kind,
				model: line.model,
				description: line.description,
				unit_price_ore: line.unit_price_ore,
				quantity: line.model === 'per_hour' ? change.hours : Number(line.quantity)
			}));
		this.rows.order_change.push({
			id: changeId,
			order_id: orderId,
			job_centre_id: jobCentre,
			provider_id: provider,
			side: 'provider',
			proposed_by: leader.user,
			proposed_at: when,
			reason: change.reason,
			hours: change.hours,
			session_hours: quote.session_hours,
			weekly_hours: quote.weekly_hours,
			starts_on: quote.starts_on,
			place: quote.place,
			delivery_form: quote.delivery_form,
			total_ore: lines.reduce(
				(sum, line) => sum + Math.round(Number(line.unit_price_ore) * line.quantity),
				0
			)
		});
		this.rows.order_change_line.push(...lines);
		this.#recorder.event(when, 'order.change_proposed', orderId, leader, {
			jobCentre,
			provider,
			detail: { need: id, reference }
		});
		this.#notify(thread, when, 'order.change_proposed_for_broker', broker.user, orderId, {
			reference
		});
	}

	#engagement(
		thread: Thread,
		plan: { id: string; orderId: string; orderReference: string; quote: Row<'quote'> }
	): void {
		const { story, jobCentre, broker } = thread;
		const { quote } = plan;
		const training = story.training ?? {};
		const { startedOn, endedOn, dropped } = training;
		const provider = String(quote.provider_id);
		this.rows.engagement.push({
			id: plan.id,
			order_id: plan.orderId,
			need_id: thread.id,
			job_centre_id: jobCentre,
			provider_id: provider,
			state: dropped ? 'dropped' : endedOn ? 'completed' : startedOn ? 'active' : 'planned',
			version: 1 + (startedOn ? 1 : 0) + (endedOn ? 1 : 0),
			title: quote.title,
			planned_start: quote.starts_on,
			planned_hours: quote.hours,
			started_on: startedOn ?? null,
			ended_on: endedOn ?? null,
			hours_held: endedOn ? (training.hoursHeld ?? null) : null,
			drop_reason_code: dropped?.code ?? null,
			drop_reason: dropped?.reason ?? null
		});
		const leader = this.#leader(provider);
		const moved = (when: string, kind: string, detail: Record<string, string | number | null>) => {
			this.#recorder.event(when, kind, plan.id, leader, {
				jobCentre,
				provider,
				detail: { need: thread.id, ...detail }
			});
			this.#notify(thread, when, kind, broker.user, plan.id, { reference: plan.orderReference });
		};
		if (startedOn) moved(at(startedOn, 'started'), 'engagement.active', {});
		if (endedOn) {
			moved(at(endedOn, 'ended'), dropped ? 'engagement.dropped' : 'engagement.completed', {
				hours_held: training.hoursHeld ?? 0,
				reason_code: dropped?.code ?? null
			});
		}
	}

	#leader(provider: string): Actor {
		return { user: personOf(provider, 'leader'), organisation: provider };
	}

	/** Only of what goes on: nobody has kept the notifications of years ago. */
	#notify(
		{ story }: Thread,
		when: string,
		kind: string,
		user: string,
		subject: string,
		params: Record<string, string | number>
	): void {
		if (story.isLive) this.#recorder.notify(when, kind, user, subject, params);
	}
}
