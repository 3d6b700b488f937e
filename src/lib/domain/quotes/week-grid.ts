/** The week that a quote proposes, drawn on the candidate's own. */
import type { WorkTime } from '$lib/domain/needs/need';
import { minutesOf } from '$lib/domain/shared/clock';
import { m } from '$lib/paraglide/messages';

/** What is drawn, from the front to the back. */
export interface Week {
	sessions: readonly WorkTime[];
	workTimes: readonly WorkTime[];
	freeTimes: readonly WorkTime[];
}

/** The days, Monday is 1, and the whole hours that a drawing has room for. */
export interface WeekFrame {
	days: number[];
	from: number;
	to: number;
}

/** One time of a day, in percent of the hours of the frame. */
export interface Band {
	top: number;
	height: number;
}

/** Room for all of some times, of which there is at least one; the working days are there whether or not they are used. */
export function weekFrame(times: readonly WorkTime[]): WeekFrame {
	const last = Math.max(5, ...times.map(({ weekday }) => weekday));
	return {
		days: Array.from({ length: last }, (_, index) => index + 1),
		from: Math.floor(Math.min(...times.map(({ starts }) => minutesOf(starts))) / 60),
		to: Math.ceil(Math.max(...times.map(({ ends }) => minutesOf(ends))) / 60)
	};
}

/** Where the times of a day lie in a frame that has room for them. */
export function bandsOf(times: readonly WorkTime[], day: number, frame: WeekFrame): Band[] {
	const percent = (minutes: number) => (minutes / ((frame.to - frame.from) * 60)) * 100;
	return times
		.filter(({ weekday }) => weekday === day)
		.map(({ starts, ends }) => ({
			top: percent(minutesOf(starts) - frame.from * 60),
			height: percent(minutesOf(ends) - minutesOf(starts))
		}));
}

/** Says what the looks of a drawn week mean. */
export const weekLegend = ({ freeTimes }: Pick<Week, 'freeTimes'>): string =>
	freeTimes.length > 0 ? m.quotes_week_legend_free() : m.quotes_week_legend();
