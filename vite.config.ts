import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import tailwindcss from '@tailwindcss/vite';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

/** What pages share goes to the browser in a few files: each is compressed by itself, so that many small ones weigh more. */
const fewFiles: Plugin = {
	name: 'few-files',
	applyToEnvironment: ({ name }) => name === 'client',
	// No element of our own is a custom one, but the module that could make them runs when it is loaded.
	transform: {
		filter: { id: /svelte\/src\/internal\/client\/dom\/elements\/custom-element\.js/ },
		handler: () => ({ moduleSideEffects: false })
	},
	outputOptions: (options) => ({
		...options,
		codeSplitting: {
			groups: [
				{
					name: 'runtime',
					test: /node_modules\/(svelte|clsx|esm-env|devalue|@sveltejs\/kit)\/(?!src\/runtime\/app\/(forms|server))/,
					priority: 2
				},
				{
					name: 'look',
					test: /src\/lib\/components\/(ui\/(Button|Card|Choice|DescriptionList|LinkButton|Notice|PageTitle|field)|shell\/PageMeta|needs\/any-kept)\.(svelte|ts)|vite\/preload-helper/,
					priority: 1
				},
				{
					name: 'module',
					test: /src\/lib\/components\/catalogue\/(CountShown|FavouriteButton|Sections|ShortlistNote)\.svelte/
				},
				{
					name: 'tailoring',
					test: /src\/lib\/domain\/(catalogue\/(tailoring|tailoring-address|describe-tailoring|price)|shared\/(parse|numbers|in-sentence))\.ts/,
					priority: 1
				}
			]
		}
	})
};

export default defineConfig({
	plugins: [
		tailwindcss(),
		paraglideVitePlugin({
			project: './src/lib/messages/project.inlang',
			outdir: './src/lib/paraglide',
			strategy: ['cookie', 'baseLocale'],
			cookieName: 'sprog'
		}),
		sveltekit(),
		fewFiles
	],
	// The embedded database loads its own WebAssembly from disk: it must stay outside the bundle.
	ssr: { external: ['@electric-sql/pglite', '@supabase/lite'] },
	test: {
		// One for each core: what waits for a database leaves the core to another.
		maxWorkers: '100%',
		// Files that a worker runs share its database and what is loaded; no test changes a module.
		isolate: false,
		projects: [
			{
				extends: true,
				test: {
					name: 'unit',
					include: ['src/**/*.test.ts'],
					environment: 'node',
					testTimeout: 20_000
				}
			},
			{
				extends: true,
				test: {
					name: 'integration',
					include: ['tests/integration/**/*.test.ts'],
					globalSetup: 'tests/fixtures/snapshot.ts',
					environment: 'node',
					testTimeout: 60_000,
					hookTimeout: 60_000
				}
			}
		]
	}
});
