import { z } from 'zod';
import { rowId, version } from '$lib/domain/shared/fields';

/** Which quote a school takes back, as it last saw it. */
export const withdrawSchema = z.object({ quoteId: rowId(), version: version() });
