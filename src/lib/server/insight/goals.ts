import { MEASURES, type Measure } from '$lib/domain/insight/codes';
import type { Named } from '$lib/domain/insight/words';
import { unwrap } from '../refusal';
import type { Client } from '../supabase/clients';

/** What a job centre aims at and has set aside, with the places that are still empty. */
export interface Goals {
	targets: (Named & { figures: Partial<Record<Measure, number>> })[];
	budgets: (Named & { amountOre: number | null })[];
	answerDays: number;
	reminderDays: number;
	requestReminderDays: number;
	sealsQuotes: boolean;
	confirmDays: number;
	/** Of each form by itself; an older one is refused as stale. */
	versions: { targets: number; budgets: number; settings: number };
}

/** Target figures, the budgets of a year, and the job centre's settings. */
export async function goals(client: Client, jobCentre: string, year: number): Promise<Goals> {
	const [groups, sources, settings] = await Promise.all([
		client
			.from('reporting_group')
			.select('code, name_da, name_en, target(measure, figure)')
			.eq('target.job_centre_id', jobCentre)
			.order('position'),
		client
			.from('funding_source')
			.select('id, name_da, name_en, budget(amount_ore)')
			.eq('budget.job_centre_id', jobCentre)
			.eq('budget.year', year)
			.lte('valid_from', `${year}-12-31`)
			.or(`valid_to.is.null,valid_to.gt.${year}-01-01`)
			.order('name_da'),
		client
			.from('job_centre')
			.select(
				`answer_days, reminder_days, confirm_days, request_reminder_days, seals_quotes, version, targets_version,
				budgets_version`
			)
			.eq('organisation_id', jobCentre)
			.single()
	]);
	const {
		answer_days,
		reminder_days,
		confirm_days,
		request_reminder_days,
		seals_quotes,
		...versions
	} = unwrap(settings);
	return {
		targets: unwrap(groups).map((group) => ({
			key: group.code,
			name: { da: group.name_da, en: group.name_en },
			figures: Object.fromEntries(
				MEASURES.map((measure) => [
					measure,
					group.target.find((target) => target.measure === measure)?.figure
				])
			)
		})),
		budgets: unwrap(sources).map((source) => ({
			key: source.id,
			name: { da: source.name_da, en: source.name_en },
			amountOre: source.budget[0]?.amount_ore ?? null
		})),
		answerDays: answer_days,
		reminderDays: reminder_days,
		requestReminderDays: request_reminder_days,
		sealsQuotes: seals_quotes,
		confirmDays: confirm_days,
		versions: {
			targets: versions.targets_version,
			budgets: versions.budgets_version,
			settings: versions.version
		}
	};
}

/** Sets target figures; one that is null is taken away. */
export async function setTargets(
	client: Client,
	jobCentre: string,
	version: number,
	targets: { group: string; measure: Measure; figure: number | null }[]
): Promise<void> {
	unwrap(
		await client.rpc('set_targets', {
			p_job_centre: jobCentre,
			p_version: version,
			p_targets: targets.map(({ group, measure, figure }) => ({
				reporting_group_code: group,
				measure,
				figure
			}))
		})
	);
}

/** Sets the budgets of a year; one that is null is taken away. */
export async function setBudgets(
	client: Client,
	jobCentre: string,
	version: number,
	year: number,
	budgets: { fundingSourceId: string; amountOre: number | null }[]
): Promise<void> {
	unwrap(
		await client.rpc('set_budgets', {
			p_job_centre: jobCentre,
			p_version: version,
			p_year: year,
			p_budgets: budgets.map(({ fundingSourceId, amountOre }) => ({
				funding_source_id: fundingSourceId,
				amount_ore: amountOre
			}))
		})
	);
}

export async function setJobCentre(
	client: Client,
	jobCentre: string,
	version: number,
	settings: Pick<Goals, 'answerDays' | 'reminderDays' | 'confirmDays'>
): Promise<void> {
	unwrap(
		await client.rpc('set_settings', {
			p_job_centre: jobCentre,
			p_version: version,
			p_answer_days: settings.answerDays,
			p_reminder_days: settings.reminderDays,
			p_confirm_days: settings.confirmDays
		})
	);
}

/** Sets how a job centre asks for quotes. */
export async function setQuoteRules(
	client: Client,
	jobCentre: string,
	version: number,
	rules: { requestReminderDays: number; sealsQuotes: boolean }
): Promise<void> {
	unwrap(
		await client.rpc('set_quote_rules', {
			p_job_centre: jobCentre,
			p_version: version,
			p_request_reminder_days: rules.requestReminderDays,
			p_seals_quotes: rules.sealsQuotes
		})
	);
}
