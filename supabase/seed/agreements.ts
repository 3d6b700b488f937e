import { addDays, before, type Day } from './days.ts';
import { idOf } from './ids.ts';
import { CLAVIS, nameOf, personOf, ROSKILDE, ZBC } from './organisations.ts';
import { at, type Recorder } from './recorder.ts';
import type { Row } from './rows.ts';

type Price = [kind: string, model: string, kroner: number, weeklyHours?: number];

interface DemoAgreement {
	key: string;
	provider: string;
	/** A module's key, or a subject. */
	module?: string;
	subject?: string;
	proposedOn: Day;
	agreedOn?: Day;
	endedOn?: Day;
	validTo: Day;
	maxOrderKroner?: number;
	terms: string;
	prices: Price[];
}

/** What Roskilde has agreed on, has ended, and waits for an answer to. The first one proposed comes first. */
const agreements = (today: Day): DemoAgreement[] => [
	{
		key: 'zbc-kitchen',
		provider: ZBC,
		subject: 'kitchen',
		proposedOn: before(today, 400),
		agreedOn: before(today, 396),
		endedOn: before(today, 60),
		validTo: addDays(today, 120),
		terms: 'Holdet flyttes, hvis køkkenet er lukket.',
		prices: [
			['teaching', 'per_hour', 560],
			['adaptation', 'fixed', 2000]
		]
	},
	{
		key: 'clavis-individual',
		provider: CLAVIS,
		module: 'clavis-individual',
		proposedOn: before(today, 110),
		agreedOn: before(today, 106),
		validTo: addDays(today, 255),
		maxOrderKroner: 35_000,
		terms:
			'Formøde, screening, materialer til faget og forberedelse er med i ugeprisen. En gang kan aflyses dagen før uden betaling.',
		prices: [
			['teaching', 'per_week', 2800, 2],
			['pre_meeting', 'fixed', 0],
			['screening', 'fixed', 0],
			['preparation', 'fixed', 0],
			['materials', 'fixed', 0]
		]
	},
	{
		key: 'clavis-english',
		provider: CLAVIS,
		module: 'clavis-english',
		proposedOn: before(today, 2),
		validTo: addDays(today, 365),
		terms: 'Jobcentret melder mindst tre deltagere på et hold.',
		prices: [
			['teaching', 'per_participant', 3300],
			['materials', 'per_participant', 200]
		]
	}
];

/** The agreements with their prices, and what the two sides were told. */
export function agreementRows(
	today: Day,
	recorder: Recorder
): {
	frame_agreement: Row<'frame_agreement'>[];
	frame_agreement_price: Row<'frame_agreement_price'>[];
} {
	const all = agreements(today);
	return {
		frame_agreement: all.map((one) => agreementRow(one, recorder)),
		frame_agreement_price: all.flatMap(({ key, prices }) =>
			prices.map(([kind, model, kroner, weeklyHours], index) => ({
				frame_agreement_id: idOf(`agreement/${key}`),
				position: index + 1,
				kind,
				model,
				unit_price_ore: kroner * 100,
				weekly_hours: weeklyHours ?? null
			}))
		)
	};
}

function agreementRow(agreement: DemoAgreement, recorder: Recorder): Row<'frame_agreement'> {
	const { key, provider, proposedOn, agreedOn, endedOn } = agreement;
	const id = idOf(`agreement/${key}`);
	const reference = recorder.reference(ROSKILDE, 'A', proposedOn);
	const coordinator = { user: personOf(ROSKILDE, 'coordinator'), organisation: ROSKILDE };
	const leader = { user: personOf(provider, 'leader'), organisation: provider };
	const facts = { jobCentre: ROSKILDE, provider, detail: { reference } };

	recorder.event(at(proposedOn, 'created'), 'agreement.proposed', id, coordinator, facts);
	recorder.notify(at(proposedOn, 'created'), 'agreement.proposed', leader.user, id, {
		reference,
		job_centre: nameOf(ROSKILDE)
	});
	if (agreedOn) {
		recorder.event(at(agreedOn, 'answered'), 'agreement.agreed', id, leader, facts);
		recorder.notify(at(agreedOn, 'answered'), 'agreement.agreed', coordinator.user, id, {
			reference,
			provider: nameOf(provider)
		});
	}
	if (endedOn) {
		recorder.event(at(endedOn, 'ended'), 'agreement.ended', id, coordinator, facts);
		recorder.notify(at(endedOn, 'ended'), 'agreement.ended', leader.user, id, { reference });
	}
	return {
		id,
		job_centre_id: ROSKILDE,
		provider_id: provider,
		module_id: agreement.module ? idOf(agreement.module) : null,
		subject_code: agreement.subject ?? null,
		reference,
		state: endedOn ? 'ended' : agreedOn ? 'agreed' : 'proposed',
		version: 1 + Number(Boolean(agreedOn)) + Number(Boolean(endedOn)),
		valid_from: agreedOn ?? proposedOn,
		valid_to: agreement.validTo,
		terms: agreement.terms,
		allows_direct_order: agreement.maxOrderKroner !== undefined,
		max_order_ore: agreement.maxOrderKroner === undefined ? null : agreement.maxOrderKroner * 100,
		proposed_at: at(proposedOn, 'created'),
		answered_at: agreedOn ? at(agreedOn, 'answered') : null,
		ended_at: endedOn ? at(endedOn, 'ended') : null
	};
}
