/** Text in parts, the web addresses in it as links. */
export function linked(text: string): { text: string; href?: string }[] {
	return text
		.split(/(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)])/)
		.map((part, index) => (index % 2 ? { text: part, href: part } : { text: part }));
}
