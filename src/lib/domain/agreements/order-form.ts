import { z } from 'zod';
import { today } from '$lib/domain/shared/day';
import { date, rowId, whole } from '$lib/domain/shared/fields';

/** An order within a frame agreement, as it was shown. */
export const directOrderForm = z.object({
	/** Of the quote that it makes, so that sending it twice makes one. */
	id: rowId(),
	agreementId: rowId(),
	moduleId: rowId(),
	totalOre: whole(),
	startsOn: date({ from: () => today() }),
	fundingSourceId: rowId()
});
