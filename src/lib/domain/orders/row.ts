import { z } from 'zod';
import { ORDER_STATES } from './states';

/** An order in the list of a job centre. */
export const orderRow = z.object({
	id: z.string(),
	reference: z.string(),
	state: z.enum(ORDER_STATES),
	totalOre: z.int(),
	acceptedAt: z.string(),
	providerName: z.string(),
	needReference: z.string(),
	candidateAlias: z.string(),
	title: z.string()
});
export type OrderRow = z.output<typeof orderRow>;
