/** One character that people put between the parts of a number. */
const SEPARATOR = String.raw`[\s./\p{Pd}]`;

/**
 * Ten digits whose first six are a plausible date (ddmmyy), with separators or without, standing
 * by themselves: a longer number, such as an EAN number, is none. Modulus 11 is not asked for,
 * since it no longer holds for all numbers.
 */
const CPR_LIKE = new RegExp(
	String.raw`(?<!\d)(?:0[1-9]|[12]\d|3[01])${SEPARATOR}?(?:0[1-9]|1[0-2])${SEPARATOR}?\d{2}${SEPARATOR}{0,3}\d{4}(?!\d)`,
	'u'
);

/** An id, as in the address of a page: some hold ten digits that look like a date and four more. */
const ID = /(?<![0-9a-fA-F])[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}(?![0-9a-fA-F])/g;

/** Whether a text holds what may be somebody's CPR number. */
export function holdsCprLikeNumber(text: string): boolean {
	// NFKC turns the full-width digits and odd spaces of some keyboards into plain ones.
	return CPR_LIKE.test(text.normalize('NFKC').replace(ID, 'id'));
}
