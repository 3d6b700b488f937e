import { z } from 'zod';
import { DECLINE_REASONS } from '$lib/domain/needs/need';
import { choice, optionalFreeText } from '$lib/domain/shared/fields';
import { m } from '$lib/paraglide/messages';

/** Why a school does not quote. */
export const declineSchema = z
	.object({ reasonCode: choice(DECLINE_REASONS), reason: optionalFreeText(300) })
	.refine(({ reasonCode, reason }) => reasonCode !== 'other' || reason !== null, {
		path: ['reason'],
		error: () => m.common_required()
	});
