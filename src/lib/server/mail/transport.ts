import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { settings } from '../settings.ts';

export interface Mail {
	to: string;
	subject: string;
	text?: string;
	html?: string;
}

export interface KeptMail extends Mail {
	/** ISO time at which the mail would have been sent. */
	at: string;
}

/** Sends a mail by SMTP; where none is set up, keeps it as a file, so that nothing is lost. */
export async function deliver(mail: Mail): Promise<void> {
	const { smtp } = settings();
	if (!smtp) return keep(mail);
	await createTransport(smtp.url).sendMail({ from: smtp.from, ...mail });
}

/** Whether mails are kept to be looked at, instead of being sent. */
export function outboxIsKept(): boolean {
	const { demo, smtp } = settings();
	return demo && !smtp;
}

const folder = () => join(settings().dataDir, 'mail');

async function keep(mail: Mail): Promise<void> {
	await mkdir(folder(), { recursive: true });
	const kept: KeptMail = { ...mail, at: new Date().toISOString() };
	const file = join(folder(), `${kept.at.replaceAll(':', '-')}-${randomUUID().slice(0, 8)}`);
	// A rename is whole or not at all: a reader never meets half a mail.
	await writeFile(`${file}.part`, JSON.stringify(kept));
	await rename(`${file}.part`, `${file}.json`);
}

/** The kept mails, newest first, one page of them and how many there are. */
export async function keptMails(offset: number, limit: number) {
	const names = (await readdir(folder()).catch(() => []))
		.filter((name) => name.endsWith('.json'))
		.sort()
		.reverse();
	const mails = await Promise.all(
		names
			.slice(offset, offset + limit)
			.map(async (name) => JSON.parse(await readFile(join(folder(), name), 'utf8')) as KeptMail)
	);
	return { mails, total: names.length };
}
