import { decimal, formatDate, formatHours, formatKroner, kroner } from '$lib/domain/shared/format';
import { m } from '$lib/paraglide/messages';
import { priceExamples } from './describe-price';
import type { ModuleContent } from './module';

/** How long a module is, as `6–25 timer` or `22,2 timer, kun som helhed`; null until that is known. */
export function describeLength({ hours, minimumHours, isDivisible }: ModuleContent): string | null {
	if (!hours) return null;
	if (!isDivisible) return m.catalogue_length_whole({ hours: formatHours(hours) });
	return range(minimumHours, hours);
}

/** How long a session is, as `1,5–3 timer`; null until that is known. */
export function describeSessions(module: ModuleContent): string | null {
	const { sessionHours, sessionHoursMin, sessionHoursMax } = module;
	return sessionHours ? range(sessionHoursMin, sessionHoursMax ?? sessionHours) : null;
}

/** How many hours a week it takes, as `2–6 timer`; null where the sessions decide. */
export function describeWeeks(module: ModuleContent): string | null {
	const { weeklyHours, weeklyHoursMin, weeklyHoursMax } = module;
	const most = weeklyHoursMax ?? weeklyHours;
	return most ? range(weeklyHoursMin ?? weeklyHours, most) : null;
}

/** How many it takes, as `2–8` or `Op til 6`. */
export function describeGroup({ minParticipants, maxParticipants }: ModuleContent): string {
	if (maxParticipants === 1) return m.catalogue_participant_one();
	if (minParticipants === 1) return m.catalogue_participants_up_to({ count: maxParticipants });
	return minParticipants === maxParticipants
		? String(maxParticipants)
		: m.catalogue_participants_from_to({ least: minParticipants, most: maxParticipants });
}

/** When it can start: so long after the order, or on which days with how much room. */
export function describeStart(module: ModuleContent): string {
	const { hasRollingIntake, leadTimeDays, offerings } = module;
	if (!hasRollingIntake && offerings.length > 0) {
		return offerings
			.map(({ startsOn, seats }) =>
				m.catalogue_intake({
					date: formatDate(startsOn),
					seats:
						seats === 1
							? m.catalogue_tailor_seats_one()
							: m.catalogue_tailor_seats({ count: seats })
				})
			)
			.join('\n');
	}
	return leadTimeDays === 1
		? m.catalogue_lead_time_one()
		: m.catalogue_lead_time({ days: leadTimeDays });
}

/** Between which days the prices hold; null when nothing is said. */
export function describeValidity({
	priceValidFrom,
	priceValidUntil
}: ModuleContent): string | null {
	const from = priceValidFrom && formatDate(priceValidFrom);
	const until = priceValidUntil && formatDate(priceValidUntil);
	if (from && until) return m.catalogue_price_between({ from, until });
	if (from) return m.catalogue_price_from({ from });
	return until ? m.catalogue_price_until({ until }) : null;
}

/** Whether the module can be tailored, and how far; or why not. */
export function describeTailoring(module: ModuleContent): string {
	const { hours, minimumHours, isDivisible, indivisibleReason, sessionHours, sessionHoursMin } =
		module;
	if (!isDivisible) return indivisibleReason ?? m.catalogue_tailoring_none();
	if (!hours || !minimumHours || minimumHours === hours) return m.catalogue_tailoring_open();
	const parts = m.catalogue_tailoring_parts({
		least: decimal(minimumHours),
		most: formatHours(hours)
	});
	const shortest = sessionHoursMin ?? sessionHours;
	return shortest
		? `${parts} ${m.catalogue_tailoring_sessions({ hours: formatHours(shortest) })}`
		: parts;
}

/** What one participant costs in all, as `4.800–18.600 kr.`; null without a length or a price, and where it is free. */
export function describeTotal(module: ModuleContent): string | null {
	const totals = priceExamples(module)
		.filter(({ participants }) => participants === 1)
		.map(({ totalOre }) => totalOre);
	const least = totals[0];
	const most = totals.at(-1);
	if (least === undefined || most === undefined) return null;
	if (most === 0) return null;
	return least === most
		? formatKroner(most)
		: m.catalogue_range({ from: kroner(least), to: formatKroner(most) });
}

function range(least: number | null, most: number): string {
	return least && least < most
		? m.catalogue_range({ from: decimal(least), to: formatHours(most) })
		: formatHours(most);
}
