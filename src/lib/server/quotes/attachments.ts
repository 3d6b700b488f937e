import { attachmentName, isPdf, isTooLarge } from '$lib/domain/quotes/attachment';
import { unwrap } from '../refusal';
import type { Client } from '../supabase/clients';

/** Why a file is not taken. */
export class FileRefused extends Error {
	constructor(readonly reason: 'missing' | 'too_large' | 'not_pdf') {
		super(reason);
	}
}

/** The file of a form, judged by its bytes. */
export async function readPdf(file: FormDataEntryValue | null) {
	if (!(file instanceof File) || file.size === 0) throw new FileRefused('missing');
	if (isTooLarge(file.size)) throw new FileRefused('too_large');
	const bytes = Buffer.from(await file.arrayBuffer());
	if (!isPdf(bytes)) throw new FileRefused('not_pdf');
	return { name: attachmentName(file.name), bytes };
}

/** What a school has sent along with its answer to a request, the first one first; nothing while the quote is sealed. */
export async function attachmentsOf(client: Client, requestId: string) {
	return unwrap(
		await client
			.from('quote_attachment')
			.select('id, name, size')
			.eq('quote_request_id', requestId)
			.order('added_at')
			.order('id')
	);
}
export type Attachment = Awaited<ReturnType<typeof attachmentsOf>>[number];

export async function addAttachment(
	client: Client,
	requestId: string,
	{ id, name, bytes }: { id: string; name: string; bytes: Buffer }
): Promise<void> {
	unwrap(
		await client.rpc('add_attachment', {
			p_request: requestId,
			p_id: id,
			p_name: name,
			p_content: bytes.toString('base64')
		})
	);
}

export async function removeAttachment(client: Client, id: string): Promise<void> {
	unwrap(await client.rpc('remove_attachment', { p_id: id }));
}

/** A file for whoever may read its quote; null for everybody else. */
export async function attachmentContent(client: Client, id: string) {
	const [row] = unwrap(await client.rpc('attachment_content', { p_id: id }));
	return row ? { name: row.name, bytes: Buffer.from(row.content, 'base64') } : null;
}
