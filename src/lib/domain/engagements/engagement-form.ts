import { z } from 'zod';
import { today } from '$lib/domain/shared/day';
import { choice, date, hours, optionalFreeText, version } from '$lib/domain/shared/fields';
import { m } from '$lib/paraglide/messages';
import { DROP_REASONS } from './engagement';

const untilToday = { to: () => today() };

/** The training has begun. */
export const startSchema = z.object({ version: version(), startedOn: date(untilToday) });

/** The training is done, with the hours that were held. */
export const completeSchema = z.object({
	version: version(),
	endedOn: date(untilToday),
	hoursHeld: hours({ min: 0.05, max: 2000 })
});

/** The training ended before it was done. */
export const dropSchema = z
	.object({
		version: version(),
		droppedOn: date(untilToday),
		droppedHours: hours({ min: 0, max: 2000 }),
		reasonCode: choice(DROP_REASONS),
		reason: optionalFreeText(300)
	})
	.refine(({ reasonCode, reason }) => reasonCode !== 'other' || reason !== null, {
		path: ['reason'],
		error: () => m.common_required()
	});

export type TypedDrop = z.input<typeof dropSchema>;
