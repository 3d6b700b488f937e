import { z } from 'zod';
import {
	checkbox,
	choice,
	optionalMoney,
	optionalWhole,
	rowId,
	version,
	whole
} from '../shared/fields';
import { MEASURES } from './codes';

/** A million is more people than any job centre has. */
const MOST_PEOPLE = 999_999;
/** A billion kroner, in øre. */
const MOST_MONEY = 100_000_000_000;

export const targetForm = z.object({
	version: version(),
	targets: z.array(
		z.object({
			group: z.string(),
			measure: choice(MEASURES),
			figure: optionalWhole({ max: MOST_PEOPLE })
		})
	)
});

export const budgetForm = z.object({
	version: version(),
	year: whole({ min: 2000, max: 2100 }),
	budgets: z.array(
		z.object({ fundingSourceId: rowId(), amount: optionalMoney({ max: MOST_MONEY }) })
	)
});

export const jobCentreForm = z.object({
	version: version(),
	/** Days that schools get to answer, unless the broker chooses others. */
	answerDays: whole({ min: 1, max: 60 }),
	/** Working days that an order waits between reminders. */
	reminderDays: whole({ min: 1, max: 30 }),
	/** Working days that a school has to confirm an order in. */
	confirmDays: whole({ min: 1, max: 30 })
});

export const quoteRulesForm = z.object({
	version: version(),
	/** Days before the date to answer by that schools are reminded; 0 reminds nobody. */
	requestReminderDays: whole({ max: 30 }),
	/** Whether quotes are sealed, unless the broker chooses otherwise. */
	sealsQuotes: checkbox()
});
