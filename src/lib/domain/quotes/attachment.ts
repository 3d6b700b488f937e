import { decimal } from '$lib/domain/shared/format';

/** How much a school can send along with a quote. */
export const MOST_ATTACHMENTS = 5;
export const MOST_MEGABYTES = 10;
const MEGABYTE = 1024 * 1024;
const LONGEST_NAME = 120;

export const isTooLarge = (size: number) => size > MOST_MEGABYTES * MEGABYTE;

/** Whether the bytes are those of a whole PDF, whatever the file is called. */
export function isPdf(bytes: Uint8Array): boolean {
	const text = (part: Uint8Array) => String.fromCharCode(...part);
	return text(bytes.subarray(0, 5)) === '%PDF-' && text(bytes.subarray(-1024)).includes('%%EOF');
}

/** The name to keep a file under: without folders and what no file system takes, and a PDF's. */
export function attachmentName(given: string): string {
	const base = given
		.split(/[/\\]/)
		.at(-1)!
		.replace(/\.pdf$/i, '')
		.replace(/[\p{Cc}\p{Cf}"<>:|?*]/gu, '')
		.trim()
		.slice(0, LONGEST_NAME - 4);
	return `${base || 'bilag'}.pdf`;
}

/** `0,3 MB` */
export const sizeWord = (bytes: number) =>
	`${decimal(Math.max(0.1, Math.round((bytes / MEGABYTE) * 10) / 10))} MB`;
