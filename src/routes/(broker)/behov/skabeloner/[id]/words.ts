import type { Said } from '$lib/domain/needs/template-steps';
import { m } from '$lib/paraglide/messages';

/** What a template says at a step, as "3 svar, 1 hjælpetekst". */
export function saidWords({ answers, helps, demands }: Said): string {
	const words = [
		answers === 1
			? m.needs_template_said_answers_one()
			: answers > 0 && m.needs_template_said_answers({ count: answers }),
		helps === 1
			? m.needs_template_said_helps_one()
			: helps > 0 && m.needs_template_said_helps({ count: helps }),
		demands === 1
			? m.needs_template_said_demands_one()
			: demands > 0 && m.needs_template_said_demands({ count: demands })
	].filter(Boolean);
	return words.join(', ') || m.needs_template_said_nothing();
}
