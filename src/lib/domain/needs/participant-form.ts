/** The candidates of a need that is about several. */
import { z } from 'zod';
import { DANISH_LEVELS } from '$lib/domain/catalogue/module';
import { optionalChoice, optionalHours, rowId, version } from '$lib/domain/shared/fields';
import { decimal } from '$lib/domain/shared/format';
import { m } from '$lib/paraglide/messages';
import { NEED_LIMITS, type Participant, type ParticipantLimits } from './need';
import { candidateAlias, targetGroupCode } from './need-form';

/** What each of them manages. */
const limits = {
	version: version(),
	id: rowId(),
	sessionHoursMax: optionalHours({ min: 0.05, max: NEED_LIMITS.sessionHours }),
	weeklyHoursMax: optionalHours({ min: 0.05, max: NEED_LIMITS.weeklyHours }),
	danishLevel: optionalChoice(DANISH_LEVELS)
};
const fitsInWeek = ({ sessionHoursMax, weeklyHoursMax }: Omit<ParticipantLimits, 'danishLevel'>) =>
	(sessionHoursMax ?? 0) <= (weeklyHoursMax ?? Infinity);
const beyondWeek = { path: ['weeklyHoursMax'], error: () => m.needs_session_beyond_week() };

/** One more. */
export const participantForm = z
	.object({ ...limits, targetGroupCode: targetGroupCode(), candidateAlias: candidateAlias() })
	.refine(fitsInWeek, beyondWeek);
export type NewParticipant = z.output<typeof participantForm>;

/** What one of them manages, said anew. */
export const limitsForm = z.object(limits).refine(fitsInWeek, beyondWeek);
export type ChangedLimits = z.output<typeof limitsForm>;

/** What the fields hold when a candidate is changed. */
export const limitsValues = ({
	id,
	sessionHoursMax,
	weeklyHoursMax,
	danishLevel
}: Participant) => ({
	id,
	sessionHoursMax: sessionHoursMax === null ? null : decimal(sessionHoursMax),
	weeklyHoursMax: weeklyHoursMax === null ? null : decimal(weeklyHoursMax),
	danishLevel
});

export const removeParticipantForm = z.object({ version: version(), id: rowId() });
