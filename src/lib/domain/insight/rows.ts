/** The rows behind the figures, one for each candidate, engagement and order. */
import { z } from 'zod';
import { DECLINE_REASONS } from '$lib/domain/needs/need';
import { BUCKETS, ENGAGEMENT_STATES } from './codes';

/** Exact decimals may come as text. */
const hours = z.coerce.number();

export const candidateRow = z.object({
	alias: z.string(),
	targetGroup: z.string(),
	group: z.string(),
	weeklyHours: hours.nullable(),
	referredOn: z.string(),
	isPlaced: z.boolean(),
	isInJob: z.boolean(),
	isInJobAfterSixMonths: z.boolean(),
	isUpskilled: z.boolean()
});
export type CandidateRow = z.output<typeof candidateRow>;

export const engagementRow = z.object({
	id: z.string(),
	orderReference: z.string(),
	needReference: z.string(),
	candidateAlias: z.string(),
	group: z.string(),
	subject: z.string().nullable(),
	providerName: z.string(),
	title: z.string(),
	state: z.enum(ENGAGEMENT_STATES),
	plannedStart: z.string(),
	startedOn: z.string().nullable(),
	endedOn: z.string().nullable(),
	plannedHours: hours,
	hoursHeld: hours.nullable(),
	totalOre: z.int()
});
export type EngagementRow = z.output<typeof engagementRow>;

export const costRow = z.object({
	orderId: z.string(),
	orderReference: z.string(),
	needReference: z.string(),
	providerName: z.string(),
	fundingSourceId: z.string(),
	isCapped: z
		.boolean()
		.nullable()
		.transform((capped) => capped ?? false),
	year: z.int(),
	acceptedAt: z.string(),
	bucket: z.enum(BUCKETS),
	totalOre: z.int()
});
export type CostRow = z.output<typeof costRow>;

export const declineRow = z.object({
	id: z.int(),
	declinedAt: z.string(),
	reason: z.enum(DECLINE_REASONS),
	providerName: z.string(),
	needId: z.string(),
	needReference: z.string(),
	subject: z.string()
});
export type DeclineRow = z.output<typeof declineRow>;
