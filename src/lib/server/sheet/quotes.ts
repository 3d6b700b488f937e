import { quoteStateWord, requestStateWord } from '$lib/domain/quotes/words';
import { today } from '$lib/domain/shared/day';
import { named } from '$lib/domain/shared/named';
import { m } from '$lib/paraglide/messages';
import type { ListedRequest } from '../quotes/answering';
import type { SheetColumn } from './sheet';

/** Requests as the school that was asked lists them; one that was taken back has a need no more. */
export const requestColumns = (): SheetColumn<ListedRequest>[] => [
	{
		header: m.sheet_need(),
		kind: 'text',
		value: ({ brief }) => brief && brief.reference,
		width: 14
	},
	{ header: m.sheet_job_centre(), kind: 'text', value: (row) => row.jobCentre.name, width: 30 },
	{
		header: m.sheet_subject(),
		kind: 'text',
		value: ({ brief }) => brief && named(brief.subject),
		width: 26
	},
	{ header: m.sheet_goal(), kind: 'text', value: ({ brief }) => brief && brief.goal, width: 40 },
	{
		header: m.sheet_hours_wanted(),
		kind: 'number',
		value: ({ brief }) => brief && brief.hoursWanted
	},
	{ header: m.sheet_start_wanted(), kind: 'date', value: ({ brief }) => brief && brief.startsOn },
	{ header: m.sheet_asked_on(), kind: 'date', value: ({ sentAt }) => today(new Date(sentAt)) },
	{ header: m.sheet_answer_by(), kind: 'date', value: ({ answerBy }) => answerBy },
	{
		header: m.sheet_state(),
		kind: 'text',
		value: ({ state }) => requestStateWord(state),
		width: 18
	},
	{
		header: m.sheet_own_quote(),
		kind: 'text',
		value: ({ quote }) => quote && quote.reference,
		width: 14
	},
	{ header: m.sheet_price(), kind: 'money', value: ({ quote }) => quote && quote.totalOre },
	{
		header: m.sheet_quote_state(),
		kind: 'text',
		value: ({ quote }) => quote && quoteStateWord(quote.state),
		width: 22
	}
];
