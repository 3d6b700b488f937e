import { formatDate, formatHours, formatKroner } from '$lib/domain/shared/format';
import { m } from '$lib/paraglide/messages';
import type { NeedChange, Suggestion } from './suggestions';

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
	if ('certificate_kind' in change) return m.fit_suggest_certificate();
	return m.fit_suggest_price({ amount: formatKroner(change.price_ceiling_ore) });
}
