import { defineConfig } from '@playwright/test';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { browserPath } from './tests/fixtures/browser.ts';

const port = Number(process.env.TEST_PORT ?? 4173);
const baseURL = `http://localhost:${port}`;

export default defineConfig({
	testDir: 'tests/e2e',
	outputDir: 'test-results',
	fullyParallel: false,
	workers: 2,
	timeout: 120_000,
	expect: { timeout: 15_000 },
	forbidOnly: !!process.env.CI,
	reporter: [['list']],
	use: {
		baseURL,
		locale: 'da-DK',
		timezoneId: 'Europe/Copenhagen',
		// A trace of every test takes a third of the time; to look into one that fails: --trace on.
		screenshot: 'only-on-failure',
		launchOptions: { executablePath: await browserPath() }
	},
	projects: [
		{ name: 'sessions', testMatch: '*.setup.ts', fullyParallel: true },
		{
			name: 'phone',
			dependencies: ['sessions'],
			testIgnore: 'durability/**',
			use: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }
		},
		{
			// What is laid out otherwise where there is room; the rest does the same at any size.
			name: 'desktop',
			dependencies: ['sessions'],
			testMatch: ['journey/journey.spec.ts', 'pages/**'],
			use: { viewport: { width: 1280, height: 900 } }
		},
		{ name: 'server', testMatch: 'durability/**' }
	],
	webServer: {
		// The same command as a user's, on data of its own.
		command: 'node src/cli/start.ts --fresh',
		url: `${baseURL}/healthz`,
		timeout: 180_000,
		reuseExistingServer: !process.env.CI,
		env: { PORT: String(port), ORIGIN: baseURL, DATA_DIR: join(tmpdir(), `loftet-test-${port}`) }
	}
});
