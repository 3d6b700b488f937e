/** One more candidate that a need is about. */
import { z } from 'zod';
import { DANISH_LEVELS } from '$lib/domain/catalogue/module';
import { optionalChoice, optionalHours, rowId, version } from '$lib/domain/shared/fields';
import { m } from '$lib/paraglide/messages';
import { NEED_LIMITS } from './need';
import { candidateAlias, targetGroupCode } from './need-form';

export const participantForm = z
	.object({
		version: version(),
		id: rowId(),
		targetGroupCode: targetGroupCode(),
		candidateAlias: candidateAlias(),
		sessionHoursMax: optionalHours({ min: 0.05, max: NEED_LIMITS.sessionHours }),
		weeklyHoursMax: optionalHours({ min: 0.05, max: NEED_LIMITS.weeklyHours }),
		danishLevel: optionalChoice(DANISH_LEVELS)
	})
	.refine(
		({ sessionHoursMax, weeklyHoursMax }) => (sessionHoursMax ?? 0) <= (weeklyHoursMax ?? Infinity),
		{ path: ['weeklyHoursMax'], error: () => m.needs_session_beyond_week() }
	);
export type NewParticipant = z.output<typeof participantForm>;

export const removeParticipantForm = z.object({ version: version(), id: rowId() });
