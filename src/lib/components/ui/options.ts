/** One of the answers of a list, of radio buttons or of checkboxes. */
export interface Option {
	value: string;
	label: string;
	hint?: string;
}
