import { readYear } from '$lib/domain/insight/filter';
import {
	budgetForm,
	jobCentreForm,
	quoteRulesForm,
	targetForm
} from '$lib/domain/insight/goals.form';
import { MEASURES } from '$lib/domain/insight/codes';
import { today } from '$lib/domain/shared/day';
import { kroner } from '$lib/domain/shared/format';
import { m } from '$lib/paraglide/messages';
import { handleForm, newForm } from '$lib/server/forms';
import {
	goals,
	setBudgets,
	setJobCentre,
	setQuoteRules,
	setTargets
} from '$lib/server/insight/goals';
import { doneAt } from '$lib/server/notice';
import { requireRole } from '$lib/server/session';
import type { Actions, PageServerLoad } from './$types';

const PATH = '/overblik/maal';

export const load: PageServerLoad = async (event) => {
	const { organisationId } = requireRole(event, 'coordinator');
	const thisYear = Number(today().slice(0, 4));
	const year = readYear(event.url.searchParams) ?? thisYear;
	const known = await goals(event.locals.supabase, organisationId, year);
	return {
		year,
		years: [...new Set([thisYear - 1, thisYear, thisYear + 1, year])].sort(),
		groups: known.targets.map(({ key, name }) => ({ key, name })),
		sources: known.budgets.map(({ key, name }) => ({ key, name })),
		targets: await newForm(targetForm, {
			version: String(known.versions.targets),
			targets: known.targets.flatMap(({ key, figures }) =>
				MEASURES.map((measure) => ({
					group: key,
					measure,
					figure: figures[measure]?.toString() ?? ''
				}))
			)
		}),
		budgets: await newForm(budgetForm, {
			version: String(known.versions.budgets),
			year: String(year),
			budgets: known.budgets.map(({ key, amountOre }) => ({
				fundingSourceId: key,
				amount: amountOre === null ? '' : kroner(amountOre)
			}))
		}),
		rules: await newForm(jobCentreForm, {
			version: String(known.versions.settings),
			answerDays: String(known.answerDays),
			reminderDays: String(known.reminderDays),
			confirmDays: String(known.confirmDays)
		}),
		quoteRules: await newForm(quoteRulesForm, {
			version: String(known.versions.settings),
			requestReminderDays: String(known.requestReminderDays),
			sealsQuotes: known.sealsQuotes
		})
	};
};

export const actions: Actions = {
	targets: async (event) => {
		const { organisationId } = requireRole(event, 'coordinator');
		return handleForm(event, targetForm, async ({ version, targets }) => {
			await setTargets(event.locals.supabase, organisationId, version, targets);
			doneAt(event.cookies, PATH, m.insight_targets_saved());
		});
	},
	budgets: async (event) => {
		const { organisationId } = requireRole(event, 'coordinator');
		return handleForm(event, budgetForm, async ({ version, year, budgets }) => {
			const amounts = budgets.map(({ fundingSourceId, amount }) => ({
				fundingSourceId,
				amountOre: amount
			}));
			await setBudgets(event.locals.supabase, organisationId, version, year, amounts);
			doneAt(event.cookies, `${PATH}?aar=${year}`, m.insight_budgets_saved({ year }));
		});
	},
	quoteRules: async (event) => {
		const { organisationId } = requireRole(event, 'coordinator');
		return handleForm(event, quoteRulesForm, async ({ version, ...rules }) => {
			await setQuoteRules(event.locals.supabase, organisationId, version, rules);
			doneAt(event.cookies, PATH, m.quotes_rules_saved());
		});
	},
	rules: async (event) => {
		const { organisationId } = requireRole(event, 'coordinator');
		return handleForm(event, jobCentreForm, async ({ version, ...settings }) => {
			await setJobCentre(event.locals.supabase, organisationId, version, settings);
			doneAt(event.cookies, PATH, m.insight_rules_saved());
		});
	}
};
