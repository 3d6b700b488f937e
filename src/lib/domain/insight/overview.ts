import { z } from 'zod';
import { HOUR_BANDS, MEASURES, type Measure } from './codes';

const count = z.int().nonnegative();
const ore = z.int().nonnegative();
const counts = <K extends string>(keys: readonly K[]) =>
	Object.fromEntries(keys.map((key) => [key, count])) as Record<K, typeof count>;

const group = z
	.object({
		code: z.string(),
		name_da: z.string(),
		name_en: z.string(),
		...counts(MEASURES),
		placed_and_upskilled: count,
		engagements: count,
		targets: z.partialRecord(z.enum(MEASURES), count),
		weekly_hours: z.object(counts(HOUR_BANDS))
	})
	.transform((row) => ({
		code: row.code,
		name: { da: row.name_da, en: row.name_en },
		/** Candidates who came this far. */
		reached: Object.fromEntries(MEASURES.map((measure) => [measure, row[measure]])) as Record<
			Measure,
			number
		>,
		targets: row.targets,
		/** Candidates who were placed and whose training has begun. */
		placedAndUpskilled: row.placed_and_upskilled,
		/** Training that has begun; one candidate may have several. */
		engagements: row.engagements,
		weeklyHours: row.weekly_hours
	}));
export type GroupFigures = z.output<typeof group>;

const training = z
	.object({
		provider_id: z.string(),
		provider_name: z.string(),
		reporting_group_code: z.string(),
		subject_code: z.string().nullable(),
		engagements: count,
		completed: count,
		dropped: count,
		hours_held: z.number().nonnegative(),
		total_ore: ore
	})
	.transform((row) => ({
		providerId: row.provider_id,
		providerName: row.provider_name,
		group: row.reporting_group_code,
		subject: row.subject_code,
		engagements: row.engagements,
		completed: row.completed,
		dropped: row.dropped,
		hoursHeld: row.hours_held,
		totalOre: row.total_ore
	}));

const cost = z
	.object({
		funding_source_id: z.string(),
		name_da: z.string(),
		name_en: z.string(),
		is_capped: z.boolean(),
		budget_ore: ore.nullable(),
		committed_ore: ore,
		spent_ore: ore
	})
	.transform((row) => ({
		fundingSourceId: row.funding_source_id,
		name: { da: row.name_da, en: row.name_en },
		/** Spending under its legal basis is capped by the state. */
		isCapped: row.is_capped,
		budgetOre: row.budget_ore,
		committedOre: row.committed_ore,
		spentOre: row.spent_ore
	}));
export type CostFigures = z.output<typeof cost>;

/** What the database's `overview` answers. */
export const overview = z.object({
	groups: z.array(group),
	providers: z.array(training),
	costs: z.array(cost),
	years: z.array(z.int())
});
export type Overview = z.output<typeof overview>;
