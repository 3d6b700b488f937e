/** What would make more modules fit a need, as the database counts it. Apart from the words for it, which pages carry. */
import { z } from 'zod';
import { version } from '$lib/domain/shared/fields';
import { m } from '$lib/paraglide/messages';

/** What an open need may change as long as no school has been asked, by the database's columns. */
const changeSchema = z.union([
	z.strictObject({ session_hours_max: z.number() }),
	z.strictObject({ weekly_hours_max: z.number() }),
	z.strictObject({ hours_wanted: z.number() }),
	z.strictObject({ place: z.literal('any') }),
	z.strictObject({ price_ceiling_ore: z.number().int() }),
	z.strictObject({ certificate_kind: z.null() })
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
	change: starts_on ? null : changeSchema.parse({ [lever]: valueOf(lever, hours ?? ore) }),
	startsOn: starts_on,
	more
});

/** Of what has no number, any will do. */
function valueOf(lever: string, number: number | null) {
	return number ?? (lever === 'place' ? 'any' : null);
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
