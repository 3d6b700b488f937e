const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/** What a mail in HTML says, as plain text with its links written out. */
export function textOf(html: string): string {
	return html
		.replace(/<a [^>]*href="([^"]*)"[^>]*>(.*?)<\/a>/gs, '$2: $1')
		.replace(/\s+/g, ' ')
		.replace(/<\/p>|<hr[^>]*>|<br[^>]*>/g, '\n\n')
		.replace(/<[^>]*>/g, '')
		.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => ENTITIES[name] ?? '')
		.replace(/ *\n\s*/g, '\n\n')
		.trim();
}
