/** Where a quote is not what was asked for, as it is said wherever it is compared, chosen and approved. */
import type { CertificateKind } from '$lib/domain/catalogue/module';
import { certificateWord, inSentence } from '$lib/domain/catalogue/words';
import type { AskedCertificate, WorkTime } from '$lib/domain/needs/need';
import { weekConflicts } from '$lib/domain/quotes/schedule';
import { m } from '$lib/paraglide/messages';
import { deviations, type Asked, type ComparedQuote } from './comparison';
import { deviationWord } from './words';

interface Offered extends ComparedQuote {
	sessions: readonly WorkTime[];
	/** The module that was asked for, when the quote is made from another or from none. */
	otherThan: string | null;
	/** The module that it is made from; none when the school answered freely. */
	module: { hours: number | null; certificateKind: CertificateKind } | null;
}

interface Wanted extends Asked {
	workTimes: readonly WorkTime[];
	freeTimes: readonly WorkTime[];
	certificateKind: AskedCertificate | null;
}

/** Sentences: the module, what it ends in, what is given, and where its week meets the candidate's own. */
export function differenceWords(offered: Offered, wanted: Wanted): string[] {
	const given = endsIn(offered);
	return [
		...(offered.otherThan ? [m.quotes_other_module({ title: offered.otherThan })] : []),
		...(wanted.certificateKind !== null && given !== wanted.certificateKind
			? [
					m.orders_deviation_certificate({
						given: inSentence(certificateWord(given)),
						asked: inSentence(certificateWord(wanted.certificateKind))
					})
				]
			: []),
		...deviations(offered, wanted).map(deviationWord),
		...weekConflicts(offered.sessions, wanted)
	];
}

/** A part of a course, and what no catalogue knows, ends in a certificate of participation. */
function endsIn({ module, hours }: Offered): CertificateKind {
	if (!module || (module.hours !== null && hours < module.hours)) return 'participation';
	return module.certificateKind;
}
