import { lineKindWord, subjectWord } from '$lib/domain/catalogue/words';
import { formatKroner } from '$lib/domain/shared/format';
import type { Named } from '$lib/domain/shared/named';
import { m } from '$lib/paraglide/messages';
import type { Standing } from './agreement';
import { againstAgreement, type Agreed, type PriceDifference } from './cover';

const standings: Record<Standing, () => string> = {
	proposed: m.agreements_standing_proposed,
	upcoming: m.agreements_standing_upcoming,
	in_force: m.agreements_standing_in_force,
	expired: m.agreements_standing_expired,
	ended: m.agreements_standing_ended,
	declined: m.agreements_standing_declined,
	withdrawn: m.agreements_standing_withdrawn
};
export const standingWord = (code: Standing) => standings[code]();

export const standingTones = {
	proposed: 'caution',
	upcoming: 'accent',
	in_force: 'positive',
	expired: 'neutral',
	ended: 'neutral',
	declined: 'negative',
	withdrawn: 'neutral'
} as const satisfies Record<Standing, string>;

/** What an agreement is about: the module's title, or the subject as a whole. */
export function matterWord({
	module,
	subject
}: {
	module: { title: string } | null;
	subject: Named | null;
}): string {
	if (subject) return m.agreements_all_of({ subject: subjectWord(subject) });
	return module?.title ?? m.agreements_module_gone();
}

export function priceDifferenceWord({ kind, unitPriceOre, overOre }: PriceDifference): string {
	const what = lineKindWord(kind);
	if (overOre === null) {
		return m.agreements_not_agreed({ what, amount: formatKroner(unitPriceOre) });
	}
	const amount = formatKroner(Math.abs(overOre));
	return overOre > 0 ? m.agreements_above({ what, amount }) : m.agreements_below({ what, amount });
}

/** How the lines of a quote stand to the agreement that it is made within. */
export function withinWords(
	agreement: Pick<Agreed, 'reference' | 'prices'>,
	lines: Parameters<typeof againstAgreement>[0]
): string[] {
	const { reference } = agreement;
	const differences = againstAgreement(lines, agreement).map(priceDifferenceWord);
	return differences.length > 0
		? [m.agreements_differs({ reference }), ...new Set(differences)]
		: [m.agreements_within({ reference })];
}
