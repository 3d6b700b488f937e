/** What may be done with a need that has been written: ask schools, let them go, close it. */
import { z } from 'zod';
import { checkbox, choice, date, freeText, rowId, version } from '$lib/domain/shared/fields';
import { today } from '$lib/domain/shared/day';
import { m } from '$lib/paraglide/messages';

const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const PICK = new RegExp(`^(${UUID})\\.(${UUID})$`);

/** The picks of the list first, so that a school with several modules is asked for its best. */
export const askForm = z
	.object({
		picks: z.array(z.string().regex(PICK)),
		schools: z.array(rowId()),
		answerBy: date({ from: today }),
		isSealed: checkbox()
	})
	.transform(({ picks, schools, answerBy, isSealed }, ctx) => {
		const asked = new Map<string, string | null>();
		for (const pick of picks) {
			const [, schoolId, moduleId] = PICK.exec(pick)!;
			if (!asked.has(schoolId!)) asked.set(schoolId!, moduleId!);
		}
		for (const schoolId of schools) if (!asked.has(schoolId)) asked.set(schoolId, null);
		if (asked.size === 0) {
			ctx.addIssue({ code: 'custom', message: m.needs_none_chosen(), path: ['picks'] });
		}
		return {
			answerBy,
			isSealed,
			asked: [...asked].map(([schoolId, moduleId]) => ({ schoolId, moduleId }))
		};
	});

/** Asks every school of the subject. */
export const askOpenlyForm = z.object({ answerBy: date({ from: today }) });

export const withdrawRequestForm = z.object({ requestId: rowId() });

/** `unmet` counts as a need that nobody could meet; `withdraw` does not. */
export const ENDS = ['unmet', 'withdraw'] as const;
export const endForm = z.object({
	version: version(),
	how: choice(ENDS),
	reason: freeText(300)
});

/** Lets the module go that the draft was begun from. */
export const dropWishForm = z.object({ moduleId: rowId() });

/** A draft that nobody has seen may be let go without a word. */
export const discardForm = z.object({ version: version() });

/** The copy's id is chosen by the form, so that sending it twice makes one. */
export const copyForm = z.object({ newId: rowId() });

export const handOverForm = z.object({ version: version(), to: rowId() });

/** A new round to schools of the last one; with none of them the need is only opened again. */
export const askAgainForm = z.object({
	version: version(),
	providers: z.array(rowId()),
	answerBy: date({ from: today }),
	startsOn: date({ from: today })
});
