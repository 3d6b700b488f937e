import { jobReady } from './candidates.ts';
import type { Day } from './days.ts';
import { koegeToday } from './live-koege.ts';
import { roskildeToday } from './live-roskilde.ts';
import { roskildeThisYear } from './live-this-year.ts';
import type { Story } from './story.ts';

/** What goes on today, so that every role has something to do. All dates are counted from today. */
export function live(today: Day): Story[] {
	const { roskilde, koege } = jobReady(today);
	return [
		...roskildeToday(today, roskilde.slice(0, 6)),
		...roskildeThisYear(today, roskilde.slice(6)),
		...koegeToday(today, koege)
	].map((story) => ({ ...story, isLive: true }));
}
