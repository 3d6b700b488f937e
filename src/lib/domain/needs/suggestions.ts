/** What would make more modules fit a need, as the database counts it, and in words. */
import { z } from 'zod';
import { formatDate, formatHours, formatKroner } from '$lib/domain/shared/format';
import { version } from '$lib/domain/shared/fields';
import { m } from '$lib/paraglide/messages';

/** What an open need may change as long as no school has been asked, by the database's columns. */
const changeSchema = z.union([
	z.strictObject({ session_hours_max: z.number() }),
	z.strictObject({ weekly_hours_max: z.number() }),
	z.strictObject({ hours_wanted: z.number() }),
	z.strictObject({ place: z.literal('any') }),
	z.strictObject({ price_ceiling_ore: z.number().int() })
]);
export type NeedChange = z.output<typeof changeSchema>;

export interface Suggestion {
	/** Null when the need may stay as it is: it is enough to wait. */
	change: NeedChange | null;
	/** The day to wait until, when that is enough. */
	startsOn: string | null;
	/** How many more modules are let in. */
	more: number;
}

interface SuggestionRow {
	lever: string;
	hours: number | null;
	ore: number | null;
	starts_on: string | null;
	more: number;
}

/** A suggestion as `suggest_changes` answers it. */
export const suggestionOf = ({
	lever,
	hours,
	ore,
	starts_on,
	more
}: SuggestionRow): Suggestion => ({
	change: starts_on ? null : changeSchema.parse({ [lever]: hours ?? ore ?? 'any' }),
	startsOn: starts_on,
	more
});

/** "Med 4 timer ad gangen: 6 flere kan bruges." */
export function wordSuggestion({ change, startsOn, more }: Suggestion): string {
	const what = change ? wordChange(change) : m.fit_suggest_start({ date: formatDate(startsOn!) });
	if (!change)
		return more === 1 ? m.fit_suggest_fits_one({ what }) : m.fit_suggest_fits({ what, more });
	return more === 1 ? m.fit_suggest_more_one({ what }) : m.fit_suggest_more({ what, more });
}

function wordChange(change: NeedChange): string {
	if ('session_hours_max' in change) {
		return m.fit_suggest_session({ hours: formatHours(change.session_hours_max) });
	}
	if ('weekly_hours_max' in change) {
		return m.fit_suggest_week({ hours: formatHours(change.weekly_hours_max) });
	}
	if ('hours_wanted' in change) {
		return m.fit_suggest_part({ hours: formatHours(change.hours_wanted) });
	}
	if ('place' in change) return m.fit_suggest_place();
	return m.fit_suggest_price({ amount: formatKroner(change.price_ceiling_ore) });
}

/** One suggestion, taken. */
export const adjustForm = z.object({
	version: version(),
	change: z.string().transform(readJson).pipe(changeSchema)
});

function readJson(text: string, ctx: z.RefinementCtx): unknown {
	try {
		return JSON.parse(text);
	} catch {
		ctx.addIssue({ code: 'custom', message: m.common_required() });
		return z.NEVER;
	}
}
