import { z } from 'zod';
import { whole } from '../shared/fields';

/** The newest notification that the reader had in front of them. */
export const readAllForm = z.object({ newest: whole() });
