/** What the database answers when it holds a need against a module. Apart from the words for it, which pages carry. */
import { z } from 'zod';
import {
	CERTIFICATE_KINDS,
	DANISH_LEVELS,
	DELIVERY_FORMS,
	PLACES,
	SUPPORTS
} from '$lib/domain/catalogue/module';
import { ASKED_CERTIFICATES, NEED_PLACES } from './need';

/** Met, can be adapted, blocks. */
const verdict = z.union([z.literal(0), z.literal(1), z.literal(2)]);

const criterion = <Code extends string, Rest extends z.ZodRawShape>(code: Code, rest: Rest) =>
	z.object({ code: z.literal(code), verdict, ...rest });

/** What `fit_modules` says of each of its questions: what the need asks, what the module gives. */
const criterionSchema = z.discriminatedUnion('code', [
	criterion('session_hours', { asked: z.number(), given: z.number(), least: z.number() }),
	criterion('weekly_hours', { asked: z.number(), given: z.number(), least: z.number() }),
	criterion('part', { asked: z.number().nullable(), given: z.number(), least: z.number() }),
	criterion('place', {
		asked: z.enum(NEED_PLACES),
		given: z.array(z.enum(PLACES))
	}),
	criterion('danish_level', {
		asked: z.enum(DANISH_LEVELS).nullable(),
		given: z.enum(DANISH_LEVELS)
	}),
	criterion('participants', { asked: z.number(), given: z.number(), least: z.number() }),
	// No given day: no start is announced that has room.
	criterion('start', { asked: z.iso.date(), given: z.iso.date().nullable() }),
	// Nothing asked: work leaves all the time that there is.
	criterion('work_times', { asked: z.number().nullable(), given: z.number() }),
	criterion('funding', {
		asked: z.string().nullable(),
		given: z.string(),
		whole_only: z.boolean()
	}),
	criterion('price', { asked: z.number().nullable(), given: z.number() }),
	criterion('form', {
		asked: z.enum(DELIVERY_FORMS).nullable(),
		given: z.array(z.enum(DELIVERY_FORMS))
	}),
	criterion('certificate', {
		asked: z.enum(ASKED_CERTIFICATES).nullable(),
		given: z.enum(CERTIFICATE_KINDS)
	}),
	criterion('support', { asked: z.array(z.enum(SUPPORTS)), given: z.array(z.enum(SUPPORTS)) }),
	// The last day; none when no start is announced that has room.
	criterion('window', { asked: z.iso.date().nullable(), given: z.iso.date().nullable() }),
	// In the school's own words; nobody but the candidate can say whether it holds.
	criterion('prerequisite', { given: z.string().nullable() })
]);
export type Criterion = z.output<typeof criterionSchema>;

export const criteriaSchema = z.array(criterionSchema);
