import { z } from 'zod';
import { choice, choices, optionalFreeText, version, whole } from '$lib/domain/shared/fields';
import { m } from '$lib/paraglide/messages';
import { CERTIFICATE_KINDS, DANISH_LEVELS, SUPPORTS, TEACHING_LANGUAGES } from '../module';
import { NO_DANISH_MODULE, DANISH_MODULE_CHOICES } from './who';

const people = { min: 1, max: 500 };

/** Who can take part, what they must know, and what helps them. */
export const whoForm = z
	.object({
		version: version(),
		minParticipants: whole(people),
		maxParticipants: whole(people),
		requiredDanishLevel: choice(DANISH_LEVELS),
		requiredDanishModule: choice([NO_DANISH_MODULE, ...DANISH_MODULE_CHOICES]),
		prerequisite: optionalFreeText(200),
		teachingLanguages: choices(TEACHING_LANGUAGES, { min: 1 }),
		support: choices(SUPPORTS),
		certificateKind: choice(CERTIFICATE_KINDS)
	})
	.superRefine(({ minParticipants, maxParticipants }, ctx) => {
		if (minParticipants > maxParticipants) {
			const message = m.catalogue_group_out_of_order();
			ctx.addIssue({ code: 'custom', path: ['maxParticipants'], message });
		}
	});
