import { decimal, formatHours, formatKroner, kroner } from '$lib/domain/shared/format';
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
export function describeSessions({ sessionHours, sessionHoursMin }: ModuleContent): string | null {
	return sessionHours ? range(sessionHoursMin, sessionHours) : null;
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
