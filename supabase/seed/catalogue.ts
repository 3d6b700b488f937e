import { before, type Day } from './days.ts';
import { idOf } from './ids.ts';
import { modules, type DemoModule } from './modules.ts';
import { personOf } from './organisations.ts';
import type { Recorder } from './recorder.ts';
import type { Row } from './rows.ts';

const byKey = new Map(modules.map((module) => [module.key, module]));

export function moduleBy(key: string): DemoModule {
	const module = byKey.get(key);
	if (!module) throw new Error(`no module ${key}`);
	return module;
}

const FIRST_DAY = '2021-01-18';

/** What was bought in the project was published before it; the rest came one by one over the last weeks. */
export function moduleRows(today: Day, bought: ReadonlySet<string>): Row<'module'>[] {
	return modules.map((module, index) => {
		const [hours, least, session, shortest] = module.hours;
		const day = before(today, 3 + ((index * 11) % modules.length) * 2);
		const changedAt = `${day}T09:00:00Z`;
		const firstDay = bought.has(module.key) ? FIRST_DAY : before(day, 2);
		const isNew = !bought.has(module.key);
		return {
			id: idOf(module.key),
			provider_id: module.provider,
			state: module.state ?? 'published',
			version: { draft: 1, published: 2, paused: 3 }[module.state ?? 'published'],
			title: module.title,
			purpose: module.purpose,
			subject_code: module.subject,
			delivery_forms: module.forms,
			places: module.places,
			hours,
			minimum_hours: least,
			session_hours: session,
			session_hours_min: shortest,
			is_divisible: module.whole === undefined,
			indivisible_reason: module.whole ?? null,
			max_participants: module.participants,
			required_danish_level: module.danish ?? 'none',
			certificate_kind: module.certificate,
			lead_time_days: module.leadDays,
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

/** What saving and publishing leave in the history. */
export function recordModules(rows: Row<'module'>[], recorder: Recorder): void {
	for (const { id, provider_id, state, created_at, published_at, updated_at } of rows) {
		const provider = String(provider_id);
		const leader = { user: personOf(provider, 'leader'), organisation: provider };
		const record = (when: unknown, kind: string, detail = {}) =>
			recorder.event(String(when), kind, String(id), leader, { provider, detail });
		record(created_at, 'module.created', { version: 1 });
		if (published_at) record(published_at, 'module.published');
		if (state === 'paused') record(updated_at, 'module.paused');
	}
}
