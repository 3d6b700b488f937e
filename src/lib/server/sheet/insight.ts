import { today } from '$lib/domain/shared/day';
import { declineReasonWord } from '$lib/domain/needs/words';
import type { CandidateRow, CostRow, DeclineRow, EngagementRow } from '$lib/domain/insight/rows';
import { bucketWord, engagementStateWord } from '$lib/domain/insight/words';
import { m } from '$lib/paraglide/messages';
import type { SheetColumn } from './sheet';

/** What a code or an id is called. */
type Name = (key: string) => string;

export const candidateColumns = (group: Name, targetGroup: Name): SheetColumn<CandidateRow>[] => [
	{ header: m.insight_column_candidate(), kind: 'text', value: (row) => row.alias, width: 12 },
	{ header: m.insight_column_group(), kind: 'text', value: (row) => group(row.group), width: 26 },
	{
		header: m.insight_column_target_group(),
		kind: 'text',
		value: (row) => targetGroup(row.targetGroup),
		width: 36
	},
	{ header: m.insight_column_referred_on(), kind: 'date', value: (row) => row.referredOn },
	{ header: m.insight_column_weekly_hours(), kind: 'number', value: (row) => row.weeklyHours },
	{ header: m.insight_measure_placed(), kind: 'yesNo', value: (row) => row.isPlaced },
	{ header: m.insight_measure_in_job(), kind: 'yesNo', value: (row) => row.isInJob },
	{
		header: m.insight_measure_in_job_after_six_months(),
		kind: 'yesNo',
		value: (row) => row.isInJobAfterSixMonths,
		width: 26
	},
	{
		header: m.insight_measure_upskilled(),
		kind: 'yesNo',
		value: (row) => row.isUpskilled,
		width: 18
	}
];

export const engagementColumns = (group: Name, subject: Name): SheetColumn<EngagementRow>[] => [
	{ header: m.insight_column_order(), kind: 'text', value: (row) => row.orderReference, width: 14 },
	{ header: m.insight_column_need(), kind: 'text', value: (row) => row.needReference, width: 14 },
	{
		header: m.insight_column_candidate(),
		kind: 'text',
		value: (row) => row.candidateAlias,
		width: 12
	},
	{ header: m.insight_column_group(), kind: 'text', value: (row) => group(row.group), width: 26 },
	{
		header: m.insight_column_subject(),
		kind: 'text',
		value: (row) => row.subject && subject(row.subject),
		width: 26
	},
	{ header: m.insight_column_title(), kind: 'text', value: (row) => row.title, width: 40 },
	{
		header: m.insight_column_provider(),
		kind: 'text',
		value: (row) => row.providerName,
		width: 30
	},
	{
		header: m.insight_column_state(),
		kind: 'text',
		value: (row) => engagementStateWord(row.state),
		width: 14
	},
	{ header: m.insight_column_planned_start(), kind: 'date', value: (row) => row.plannedStart },
	{ header: m.insight_column_started_on(), kind: 'date', value: (row) => row.startedOn },
	{ header: m.insight_column_ended_on(), kind: 'date', value: (row) => row.endedOn },
	{ header: m.insight_column_planned_hours(), kind: 'number', value: (row) => row.plannedHours },
	{ header: m.insight_column_hours_held(), kind: 'number', value: (row) => row.hoursHeld },
	{ header: m.insight_column_price(), kind: 'money', value: (row) => row.totalOre }
];

export const costColumns = (fundingSource: Name): SheetColumn<CostRow>[] => [
	{ header: m.insight_column_order(), kind: 'text', value: (row) => row.orderReference, width: 14 },
	{ header: m.insight_column_need(), kind: 'text', value: (row) => row.needReference, width: 14 },
	{
		header: m.insight_column_provider(),
		kind: 'text',
		value: (row) => row.providerName,
		width: 30
	},
	{
		header: m.insight_column_funding(),
		kind: 'text',
		value: (row) => fundingSource(row.fundingSourceId),
		width: 40
	},
	{ header: m.insight_column_capped(), kind: 'yesNo', value: (row) => row.isCapped },
	{
		header: m.insight_column_accepted_on(),
		kind: 'date',
		value: (row) => today(new Date(row.acceptedAt))
	},
	{
		header: m.insight_column_bucket(),
		kind: 'text',
		value: (row) => bucketWord(row.bucket),
		width: 14
	},
	{ header: m.insight_column_price(), kind: 'money', value: (row) => row.totalOre }
];

export const declineColumns = (subject: Name): SheetColumn<DeclineRow>[] => [
	{
		header: m.insight_column_declined_on(),
		kind: 'date',
		value: (row) => row.declinedAt.slice(0, 10)
	},
	{ header: m.insight_column_need(), kind: 'text', value: (row) => row.needReference, width: 14 },
	{
		header: m.insight_column_subject(),
		kind: 'text',
		value: (row) => subject(row.subject),
		width: 26
	},
	{
		header: m.insight_column_provider(),
		kind: 'text',
		value: (row) => row.providerName,
		width: 32
	},
	{
		header: m.insight_column_reason(),
		kind: 'text',
		value: (row) => declineReasonWord(row.reason),
		width: 26
	}
];
