/** Numbers that organisations are registered by, with the checks that the database makes too. */

const weighted = (digits: string, weights: readonly number[]) =>
	weights.reduce((sum, weight, at) => sum + weight * Number(digits[at]), 0);

/** Eight digits, modulus 11 (Central Business Register). */
export const isCvr = (text: string) =>
	/^\d{8}$/.test(text) && weighted(text, [2, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0;

/** Thirteen digits, modulus 10: a GLN, which public buyers call EAN number. */
export const isGln = (text: string) =>
	/^\d{13}$/.test(text) && weighted(text, [1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1]) % 10 === 0;
