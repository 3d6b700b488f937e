/** Words for how a module fares. */
import { m } from '$lib/paraglide/messages';
import { getLocale } from '$lib/paraglide/runtime';
import type { Figures } from './own';

type Words = Record<keyof Figures, () => string>;

const figures: Words = {
	seen: m.catalogue_figure_seen,
	fit: m.catalogue_figure_fit,
	asked: m.catalogue_figure_asked,
	quoted: m.catalogue_figure_quoted,
	won: m.catalogue_figure_won
};
export const figureWord = (figure: keyof Figures) => figures[figure]();

const hints: Words = {
	seen: m.catalogue_figures_seen_hint,
	fit: m.catalogue_figures_fit_hint,
	asked: m.catalogue_figures_asked_hint,
	quoted: m.catalogue_figures_quoted_hint,
	won: m.catalogue_figures_won_hint
};
/** What a figure counts. */
export const figureHint = (figure: keyof Figures) => hints[figure]();

/** Every reason that the database gives for what came to nothing. */
const losses: Record<string, () => string> = {
	declined_no_teacher: m.catalogue_loss_declined_no_teacher,
	declined_too_short_notice: m.catalogue_loss_declined_too_short_notice,
	declined_too_few_hours: m.catalogue_loss_declined_too_few_hours,
	declined_not_our_subject: m.catalogue_loss_declined_not_our_subject,
	declined_cannot_adapt: m.catalogue_loss_declined_cannot_adapt,
	declined_other: m.catalogue_loss_declined_other,
	not_answered: m.catalogue_loss_not_answered,
	let_go: m.catalogue_loss_let_go,
	quote_withdrawn: m.catalogue_loss_quote_withdrawn,
	quote_expired: m.catalogue_loss_quote_expired,
	need_closed: m.catalogue_loss_need_closed,
	not_chosen: m.catalogue_loss_not_chosen,
	chosen_cheapest: m.catalogue_loss_chosen_cheapest,
	chosen_earliest: m.catalogue_loss_chosen_earliest,
	chosen_best_fit: m.catalogue_loss_chosen_best_fit,
	chosen_other: m.catalogue_loss_chosen_other,
	cancelled: m.catalogue_loss_cancelled
};
/** A reason in words; an unknown one is a fault of ours and throws. */
export function lossWord(reason: string): string {
	const word = losses[reason];
	if (!word) throw new Error(`no words for the loss ${reason}`);
	return word();
}

/** `november 2026` for the first day of a month. */
export function monthWord(month: string): string {
	return new Date(`${month}T12:00:00Z`).toLocaleDateString(
		getLocale() === 'en' ? 'en-GB' : 'da-DK',
		{
			month: 'long',
			year: 'numeric',
			timeZone: 'Europe/Copenhagen'
		}
	);
}
