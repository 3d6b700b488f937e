import { env } from '$env/dynamic/private';

/** What a deployment decides, read from the environment; `docs/deploy.md` lists the variables. */
export function settings() {
	const demo = env.DEMO === '1';
	return {
		/** Shows one-click sign-in, the kept mails and a banner that says that the data are made up. */
		demo,
		siteUrl: (env.ORIGIN ?? `http://localhost:${env.PORT ?? 3000}`).replace(/\/+$/, ''),
		/** Where the embedded backend keeps its data, and where mail goes when no SMTP is set. */
		dataDir: env.DATA_DIR ?? '.data',
		supabase: env.SUPABASE_URL
			? {
					url: env.SUPABASE_URL,
					publishableKey: required('SUPABASE_PUBLISHABLE_KEY'),
					secretKey: required('SUPABASE_SECRET_KEY')
				}
			: undefined,
		smtp: env.SMTP_URL
			? { url: env.SMTP_URL, from: env.MAIL_FROM ?? 'Løftet <noreply@localhost>' }
			: undefined
	};
}

function required(name: string): string {
	const value = env[name];
	if (!value) throw new Error(`${name} must be set when SUPABASE_URL is`);
	return value;
}
