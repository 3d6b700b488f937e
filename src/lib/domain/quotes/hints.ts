import { DELIVERY_FORMS, PLACES } from '$lib/domain/catalogue/module';
import { QUOTE_LINE_KINDS } from '$lib/domain/catalogue/price';
import { judgePlan, type Judgement } from '$lib/domain/orders/verdicts';
import type { Brief } from './quote';
import type { Session } from './schedule';

/** What can be read of a quote while it is typed. */
export interface TypedPlan {
	hours: number | undefined;
	sessionHours: number | undefined;
	weeklyHours: number | undefined;
	participants: number | undefined;
	place: string;
	startsOn: string;
	deliveryForm: string;
	lines: readonly { kind: string }[];
	sessions: readonly Session[];
}

/**
 * Where a quote is not what was asked for, told before it is sent. What has not been typed yet is
 * taken to be as asked.
 */
export function hints(plan: TypedPlan, brief: Brief): Judgement[] {
	const asked = brief.place === 'any' ? PLACES[0] : brief.place;
	return judgePlan(
		{
			totalOre: 0,
			lines: QUOTE_LINE_KINDS.filter((kind) => plan.lines.some((line) => line.kind === kind)).map(
				(kind) => ({ kind, amountOre: 0 })
			),
			hours: plan.hours ?? brief.hoursWanted ?? 0,
			sessionHours: plan.sessionHours ?? brief.sessionHoursMax,
			weeklyHours: plan.weeklyHours ?? brief.weeklyHoursMax,
			participants: plan.participants ?? brief.participants,
			place: PLACES.find((place) => place === plan.place) ?? asked,
			startsOn: plan.startsOn || brief.startsOn,
			sessions: plan.sessions,
			deliveryForm:
				DELIVERY_FORMS.find((form) => form === plan.deliveryForm) ??
				brief.deliveryForm ??
				DELIVERY_FORMS[0]
		},
		{ ...brief, priceCeilingOre: null }
	).filter(({ verdict }) => verdict === 'differs');
}
