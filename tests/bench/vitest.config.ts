import { defineConfig } from 'vitest/config';
import app from '../../vite.config.ts';

/** Measurements, not tests: `npm run bench` prints them, and none of them fails on a figure. */
export default defineConfig({
	plugins: app.plugins,
	ssr: app.ssr,
	test: {
		include: ['tests/bench/*.bench.ts'],
		environment: 'node',
		// One at a time, so that they do not measure each other.
		fileParallelism: false,
		testTimeout: 600_000,
		hookTimeout: 600_000,
		reporters: ['dot'],
		disableConsoleIntercept: true
	}
});
