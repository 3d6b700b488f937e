import { addDays, after, before, yearOf, type Day } from './days.ts';
import { idOf } from './ids.ts';
import { modules } from './modules.ts';
import type { DemoModule } from './modules/content.ts';
import { ABSALON, CLAVIS, personOf, RTS, VUC, ZBC, ZEALAND } from './organisations.ts';
import type { Recorder } from './recorder.ts';
import { Expression, type Row } from './rows.ts';
import { literal } from './sql.ts';

const byKey = new Map(modules.map((module) => [module.key, module]));

export function moduleBy(key: string): DemoModule {
	const module = byKey.get(key);
	if (!module) throw new Error(`no module ${key}`);
	return module;
}

const FIRST_DAY = '2021-01-18';

/** Where a school is, the workplaces that it comes to (none: all of them), and whether its prices are set for a year. */
const schools: Record<string, { address: string; comesTo: string[]; isPricedByYear: boolean }> = {
	[CLAVIS]: {
		address: 'Jernbanegade 12, 4000 Roskilde',
		comesTo: ['0265', '0350', '0259', '0269', '0253'],
		isPricedByYear: false
	},
	[ZBC]: {
		address: 'Maglelunden 8, 4000 Roskilde',
		comesTo: ['0265', '0350', '0259', '0316', '0329'],
		isPricedByYear: true
	},
	[RTS]: {
		address: 'Pulsen 10, 4000 Roskilde',
		comesTo: ['0265', '0350', '0259', '0253', '0169'],
		isPricedByYear: true
	},
	[VUC]: {
		address: 'Læderstræde 4, 4000 Roskilde',
		comesTo: ['0265', '0350', '0259'],
		isPricedByYear: false
	},
	[ZEALAND]: { address: 'Lyngvej 21, 4600 Køge', comesTo: [], isPricedByYear: true },
	[ABSALON]: {
		address: 'Trekroner Forskningspark 4, 4000 Roskilde',
		comesTo: [],
		isPricedByYear: false
	}
};
/** A price list is not printed for less than this. */
const SHORTEST_VALIDITY_DAYS = 120;

/** What was bought in the project was published before it; the rest came one by one over the last weeks. */
export function moduleRows(today: Day, bought: ReadonlySet<string>): Row<'module'>[] {
	return modules.map((module, index) => {
		const [hours, least, session, shortest] = module.hours;
		const day = before(today, 3 + ((index * 11) % modules.length) * 2);
		const changedAt = `${day}T09:00:00Z`;
		const firstDay = bought.has(module.key) ? FIRST_DAY : before(day, 2);
		const isNew = !bought.has(module.key);
		const school = schools[module.provider]!;
		const [fewest, usual, most] = module.sessions?.week ?? [];
		return {
			id: idOf(module.key),
			provider_id: module.provider,
			state: module.state ?? 'published',
			version:
				{ draft: 1, published: 2, paused: 3 }[module.state ?? 'published'] +
				(module.atFirst ? 1 : 0),
			code: module.code,
			title: module.title,
			purpose: module.purpose,
			learning_goals: module.goals.join('\n'),
			audience: module.audience ?? null,
			subject_code: module.subject,
			delivery_forms: module.forms,
			places: module.places,
			school_address: module.places.includes('school') ? school.address : null,
			workplace_municipalities: module.places.includes('workplace') ? school.comesTo : [],
			hours,
			minimum_hours: least,
			session_hours: session,
			session_hours_min: shortest,
			session_hours_max: module.sessions?.longest ?? null,
			weekly_hours_min: fewest ?? null,
			weekly_hours: usual ?? null,
			weekly_hours_max: most ?? null,
			is_divisible: module.whole === undefined,
			indivisible_reason: module.whole ?? null,
			min_participants: module.atLeast ?? 1,
			max_participants: module.participants,
			required_danish_level: module.danish ?? 'none',
			required_danish_module: module.danishModule ?? null,
			prerequisite: module.prerequisite ?? null,
			certificate_kind: module.certificate,
			lead_time_days: module.leadDays,
			has_rolling_intake: module.starts === undefined,
			teaching_languages: module.languages,
			support: module.support ?? [],
			supplement_percent: module.supplement ?? 0,
			price_valid_from: school.isPricedByYear ? `${yearOf(today)}-01-01` : null,
			price_valid_until: school.isPricedByYear
				? `${yearOf(addDays(today, SHORTEST_VALIDITY_DAYS))}-12-31`
				: null,
			published_at: module.state === 'draft' ? null : isNew ? changedAt : `${FIRST_DAY}T10:00:00Z`,
			updated_at: changedAt,
			confirmed_at: changedAt,
			created_at: `${firstDay}T09:00:00Z`
		};
	});
}

export const modulePriceRows: Row<'module_price'>[] = modules.flatMap((module) =>
	module.prices.map(([kind, model, kroner, weeklyHours], index) => ({
		module_id: idOf(module.key),
		position: index + 1,
		kind,
		model,
		unit_price_ore: kroner * 100,
		weekly_hours: weeklyHours ?? null
	}))
);

export const moduleElementRows: Row<'module_element'>[] = modules.flatMap((module) =>
	(module.elements ?? []).map((element, index) => ({
		module_id: idOf(module.key),
		number: index + 1,
		position: index + 1,
		title: element.title,
		goal: element.goal ?? null,
		hours: element.hours,
		is_mandatory: element.isMandatory ?? false,
		needs: element.needs ?? null
	}))
);

export const modulePriceStepRows: Row<'module_price_step'>[] = modules.flatMap((module) =>
	(module.steps ?? []).map(([from_participants, kroner]) => ({
		module_id: idOf(module.key),
		from_participants,
		unit_price_ore: kroner * 100
	}))
);

export function moduleOfferingRows(today: Day): Row<'module_offering'>[] {
	return modules.flatMap((module) =>
		(module.starts ?? []).map(([inDays, seats]) => ({
			module_id: idOf(module.key),
			starts_on: after(today, inDays),
			seats
		}))
	);
}

export const moduleFundingRows: Row<'module_funding'>[] = modules.flatMap((module) =>
	module.paidBy.map(([legal_basis_code, coverage]) => ({
		module_id: idOf(module.key),
		legal_basis_code,
		coverage
	}))
);

export const moduleCostRows: Row<'module_cost'>[] = modules.flatMap(({ key, cost }) =>
	cost
		? [
				{
					module_id: idOf(key),
					cost_ore: cost.kroner * 100,
					cost_per_participant_ore: (cost.perParticipant ?? 0) * 100,
					note: cost.note ?? null
				}
			]
		: []
);

/** What each module said whenever it was saved; publishing and pausing save nothing. */
export function moduleVersionRows(rows: Row<'module'>[]): Row<'module_version'>[] {
	return rows.flatMap(({ id, provider_id, version, created_at, updated_at }) => {
		const content = `private.module_content(${literal(id)})`;
		const { atFirst } = modules.find(({ key }) => idOf(key) === id)!;
		const save = (number: unknown, says: string, when: unknown): Row<'module_version'> => ({
			module_id: String(id),
			version: Number(number),
			content: new Expression(says),
			saved_by: personOf(String(provider_id), 'leader'),
			saved_at: String(when)
		});
		if (!atFirst) return [save(1, content, created_at)];
		return [
			save(1, `${content} || ${literal(atFirst)}::jsonb`, created_at),
			save(version, content, updated_at)
		];
	});
}

/** What saving and publishing leave in the history. */
export function recordModules(rows: Row<'module'>[], recorder: Recorder): void {
	for (const { id, provider_id, state, version, ...row } of rows) {
		const { created_at, published_at, updated_at } = row;
		const provider = String(provider_id);
		const leader = { user: personOf(provider, 'leader'), organisation: provider };
		const record = (when: unknown, kind: string, detail = {}) =>
			recorder.event(String(when), kind, String(id), leader, { provider, detail });
		record(created_at, 'module.created', { version: 1 });
		if (published_at) record(published_at, 'module.published');
		if (state === 'published' && Number(version) > 2) {
			record(updated_at, 'module.changed', { version: Number(version) });
		}
		if (state === 'paused') record(updated_at, 'module.paused');
	}
}
