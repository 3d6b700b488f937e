import { agreementRows } from './agreements.ts';
import {
	candidateRow,
	jobReady,
	originalByRank,
	placementRows,
	ukrainiansByRank
} from './candidates.ts';
import {
	moduleCostRows,
	moduleElementRows,
	moduleFundingRows,
	moduleOfferingRows,
	modulePriceRows,
	modulePriceStepRows,
	moduleRows,
	moduleVersionRows,
	recordModules
} from './catalogue.ts';
import { before, danishDay, yearOf } from './days.ts';
import { budgets, fundingSources, targets } from './finances.ts';
import { boughtThen, history } from './history.ts';
import { favouriteRows, moduleCountRows, shortlistRows, withConfirmations } from './interest.ts';
import { live } from './live.ts';
import { jobCentreSettings, organisations, people } from './organisations.ts';
import { Recorder } from './recorder.ts';
import type { Counter, DemoRows } from './rows.ts';
import { needTemplateFieldRows, needTemplateRows, needTemplateWorkTimeRows } from './templates.ts';
import { Telling } from './telling.ts';

/**
 * The demonstration: rows that add up to the figures of the evaluation, and something to do for everybody today.
 * The same day gives the same rows.
 */
export function demoRows(now: Date): DemoRows {
	const today = danishDay(now);
	const { roskilde, koege } = jobReady(today);
	const candidates = [...originalByRank, ...ukrainiansByRank, ...roskilde, ...koege];
	const recorder = new Recorder(before(today, 5));
	const telling = new Telling(recorder);
	const stories = [...history(), ...live(today)].sort((one, other) =>
		one.createdOn.localeCompare(other.createdOn)
	);
	for (const story of stories) telling.tell(story);
	const module = withConfirmations(today, moduleRows(today, boughtThen));
	recordModules(module, recorder);
	const agreed = agreementRows(today, recorder);

	return {
		organisation: organisations,
		job_centre: jobCentreSettings,
		people,
		funding_source: fundingSources,
		budget: budgets(yearOf(today)),
		target: targets,
		module,
		module_price: modulePriceRows,
		module_price_step: modulePriceStepRows,
		module_element: moduleElementRows,
		module_offering: moduleOfferingRows(today),
		module_funding: moduleFundingRows,
		module_cost: moduleCostRows,
		module_version: moduleVersionRows(module),
		module_count: moduleCountRows(today, module),
		favourite: favouriteRows,
		shortlist_entry: shortlistRows(today),
		need_template: needTemplateRows,
		need_template_work_time: needTemplateWorkTimeRows,
		need_template_field: needTemplateFieldRows,
		...agreed,
		candidate: candidates.map(candidateRow),
		placement: candidates.flatMap(placementRows),
		...telling.rows,
		event: recorder.events.sort((one, other) => String(one.at).localeCompare(String(other.at))),
		notification: recorder.notifications.sort((one, other) =>
			String(one.created_at).localeCompare(String(other.created_at))
		),
		reference_counter: [...recorder.counters(), ...aliasCounters(candidates)]
	};
}

/** New candidates are given the next alias of their job centre. */
function aliasCounters(candidates: { jobCentre: string; alias: string }[]): Counter[] {
	const last = new Map<string, number>();
	for (const { jobCentre, alias } of candidates) {
		last.set(jobCentre, Math.max(last.get(jobCentre) ?? 0, Number(alias.slice(2))));
	}
	return [...last].map(([organisation_id, number]) => ({
		organisation_id,
		prefix: 'K',
		year: 0,
		last: number
	}));
}
