import { engagementStateWord } from '$lib/domain/engagements/words';
import type { Membership } from '$lib/domain/members/session';
import { m } from '$lib/paraglide/messages';
import type { ListedEngagement } from '../engagements';
import type { SheetColumn } from './sheet';

/** Training as one of its sides lists it: with the other. */
export const engagementColumns = (side: Membership['kind']): SheetColumn<ListedEngagement>[] => [
	{ header: m.sheet_order(), kind: 'text', value: ({ order }) => order.reference, width: 14 },
	{ header: m.sheet_training(), kind: 'text', value: ({ title }) => title, width: 40 },
	side === 'provider'
		? { header: m.sheet_job_centre(), kind: 'text', value: (row) => row.jobCentre.name, width: 30 }
		: { header: m.sheet_school(), kind: 'text', value: (row) => row.school.name, width: 30 },
	{
		header: m.sheet_state(),
		kind: 'text',
		value: ({ state }) => engagementStateWord(state),
		width: 14
	},
	{ header: m.sheet_planned_start(), kind: 'date', value: ({ plannedStart }) => plannedStart },
	{ header: m.sheet_started_on(), kind: 'date', value: ({ startedOn }) => startedOn },
	{ header: m.sheet_ended_on(), kind: 'date', value: ({ endedOn }) => endedOn },
	{ header: m.sheet_planned_hours(), kind: 'number', value: ({ plannedHours }) => plannedHours },
	{ header: m.sheet_hours_held(), kind: 'number', value: ({ hoursHeld }) => hoursHeld }
];
