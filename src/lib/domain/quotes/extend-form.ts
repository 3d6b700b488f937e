import { z } from 'zod';
import { today } from '$lib/domain/shared/day';
import { date } from '$lib/domain/shared/fields';

/** A later date to answer by, for all schools that were asked. */
export const extendSchema = z.object({ until: date({ from: today }) });
