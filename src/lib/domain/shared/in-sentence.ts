/** A word as it is written within a sentence; abbreviations such as AMU and VUC stay as they are. */
export const inSentence = (word: string) =>
	/^\p{Lu}{2}/u.test(word) ? word : word.charAt(0).toLocaleLowerCase('da') + word.slice(1);
