import { needStateWord } from '$lib/domain/needs/words';
import { today } from '$lib/domain/shared/day';
import { m } from '$lib/paraglide/messages';
import type { NeedItem } from '../needs/reading';
import type { SheetColumn } from './sheet';

export const needColumns = (): SheetColumn<NeedItem>[] => [
	{ header: m.sheet_need(), kind: 'text', value: ({ reference }) => reference, width: 14 },
	{ header: m.sheet_candidate(), kind: 'text', value: ({ alias }) => alias, width: 12 },
	{ header: m.sheet_subject(), kind: 'text', value: ({ subject }) => subject, width: 26 },
	{ header: m.sheet_goal(), kind: 'text', value: ({ goal }) => goal, width: 40 },
	{ header: m.sheet_workplace(), kind: 'text', value: ({ workplace }) => workplace, width: 30 },
	{ header: m.sheet_state(), kind: 'text', value: ({ state }) => needStateWord(state), width: 18 },
	{ header: m.sheet_schools_asked(), kind: 'number', value: ({ asked }) => asked, width: 16 },
	{ header: m.sheet_quotes_open(), kind: 'number', value: ({ quotes }) => quotes, width: 22 },
	{ header: m.sheet_changed_on(), kind: 'date', value: (row) => today(new Date(row.updatedAt)) }
];
