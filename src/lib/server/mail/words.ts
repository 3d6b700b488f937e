import { notice } from '$lib/domain/notifications/notice';
import { m } from '$lib/paraglide/messages';
import { roleName } from '$lib/domain/members/words';
import type { Role } from '$lib/domain/members/session';
import type { Mail } from './transport';

/** A mail of the outbox as the database hands it out. */
export interface OutboxMail {
	email: string;
	locale: string;
	kind: string;
	params: Record<string, unknown>;
	secret: Record<string, unknown> | null;
}

/** The mail in its receiver's language. It names references only, never a candidate's circumstances. */
export function wordMail(mail: OutboxMail, siteUrl: string): Mail {
	const locale = mail.locale === 'en' ? 'en' : 'da';
	return mail.kind === 'invitation'
		? invitation(mail, siteUrl, locale)
		: notification(mail, siteUrl, locale);
}

function notification(mail: OutboxMail, siteUrl: string, locale: 'da' | 'en'): Mail {
	const { text, href } = notice(
		{ kind: mail.kind, subjectId: String(mail.params.subject_id), params: mail.params },
		locale
	);
	return {
		to: mail.email,
		subject: m.mail_subject({ notice: text.replace(/\.$/, '') }, { locale }),
		text: paragraphs(
			m.mail_greeting({}, { locale }),
			text,
			m.mail_open({ link: siteUrl + href }, { locale }),
			m.mail_why({}, { locale })
		)
	};
}

function invitation(mail: OutboxMail, siteUrl: string, locale: 'da' | 'en'): Mail {
	const organisation = String(mail.params.organisation);
	const role = roleName(mail.params.role as Role, locale);
	const link = `${siteUrl}/invitation?token=${String(mail.secret?.token)}`;
	return {
		to: mail.email,
		subject: m.mail_invitation_subject({ organisation }, { locale }),
		text: paragraphs(
			m.mail_greeting({}, { locale }),
			m.mail_invitation_text({ organisation, role }, { locale }),
			m.mail_invitation_open({ link }, { locale })
		)
	};
}

const paragraphs = (...texts: string[]) => texts.join('\n\n');
