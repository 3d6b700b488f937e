import { priceLines, totalOre, type PriceItem } from '../../src/lib/domain/catalogue/price.ts';
import { idOf } from './ids.ts';
import { moduleBy } from './catalogue.ts';
import { at } from './recorder.ts';
import type { Row } from './rows.ts';
import { participantsOf, type DemoRequest, type Story } from './story.ts';

/** A school's answer, made from one of its modules: the part that is wanted, with all its price lines. */
export function quoteRows(
	story: Story,
	request: DemoRequest,
	paper: { needId: string; reference: string }
): { quote: Row<'quote'>; lines: Row<'quote_line'>[]; sessions: Row<'quote_session'>[] } {
	const { need } = story;
	const answer = request.quote!;
	const key = answer.module ?? request.module!;
	const module = moduleBy(key);
	const participants = participantsOf(need);
	const items = module.prices.map(([kind, model, kroner, weeklyHours]): PriceItem => ({
		kind,
		model,
		unitPriceOre: kroner * 100,
		weeklyHours: weeklyHours ?? null
	}));
	const priceSteps = (module.steps ?? []).map(([fromParticipants, kroner]) => ({
		fromParticipants,
		unitPriceOre: kroner * 100
	}));
	const lines = priceLines(
		{ prices: items, priceSteps, supplementPercent: 0 },
		{ hours: answer.hours, participants }
	);
	const [, , session, shortest] = module.hours;
	const sessionHours = Math.max(shortest, Math.min(session, need.sessionMax));
	const weekly = answer.weeklyHours ?? items[0]!.weeklyHours ?? need.weeklyMax;
	const id = idOf(`quote/${story.key}/${request.provider}`);
	return {
		quote: {
			id,
			quote_request_id: idOf(`request/${story.key}/${request.provider}`),
			need_id: paper.needId,
			job_centre_id: story.candidate.jobCentre,
			provider_id: request.provider,
			module_id: idOf(key),
			reference: paper.reference,
			state: 'submitted',
			version: 1,
			title: module.title,
			hours: answer.hours,
			session_hours: Math.min(sessionHours, answer.hours),
			weekly_hours: Math.min(Math.max(weekly, sessionHours), answer.hours),
			participants,
			place:
				need.place !== 'any' && module.places.includes(need.place) ? need.place : module.places[0]!,
			delivery_form: module.forms[0]!,
			starts_on: answer.startsOn,
			valid_until: answer.validUntil,
			note: answer.note ?? null,
			total_ore: totalOre(lines),
			submitted_at: at(answer.on, 'answered'),
			decided_at: null,
			price_rank: null,
			price_rank_of: null,
			choice_reason_code: null
		},
		lines: lines.map((line, index) => ({
			quote_id: id,
			position: index + 1,
			kind: line.kind,
			model: line.model,
			unit_price_ore: line.unitPriceOre,
			quantity: line.quantity
		})),
		sessions: (answer.week ?? []).map(([weekday, starts, ends]) => ({
			quote_id: id,
			weekday,
			starts,
			ends
		}))
	};
}
