/** The week that a quote proposes, held against the week that the candidate works. */
import type { WorkTime } from '$lib/domain/needs/need';
import { weekday, workTime } from '$lib/domain/needs/words';
import { minutesOf } from '$lib/domain/shared/clock';
import { formatHours } from '$lib/domain/shared/format';
import { m } from '$lib/paraglide/messages';

/** One session a week, on a day; Monday is 1. */
export type Session = WorkTime;

/** A day of the form as it is typed. */
export interface TypedSession {
	isHeld: boolean;
	starts: string;
	ends: string;
}

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7];

const lengthOf = ({ starts, ends }: Session) => minutesOf(ends) - minutesOf(starts);
const inMinutes = (hours: number) => Math.round(hours * 60);

/** What has been ticked and can be read. */
export const sessionsOf = (days: readonly TypedSession[]): Session[] =>
	days.flatMap(({ isHeld, starts, ends }, index) =>
		isHeld && starts && ends ? [{ weekday: index + 1, starts, ends }] : []
	);

/** A week to fill in, with what has been proposed before. */
export const typedWeek = (sessions: readonly Session[] = []): TypedSession[] =>
	WEEKDAYS.map((day) => {
		const session = sessions.find((each) => each.weekday === day);
		return {
			isHeld: session !== undefined,
			starts: session?.starts.slice(0, 5) ?? '',
			ends: session?.ends.slice(0, 5) ?? ''
		};
	});

/** What is wrong with a week, and at which day; with the week as a whole when no day is named. */
export interface WeekFault {
	day?: number;
	message: string;
}

export function weekFaults(
	days: readonly TypedSession[],
	{ sessionHours, weeklyHours }: { sessionHours: number; weeklyHours: number }
): WeekFault[] {
	const faults = days.flatMap(({ isHeld, starts, ends }, day): WeekFault[] => {
		if (!isHeld) return [];
		if (!isClock(starts) || !isClock(ends) || ends <= starts) {
			return [{ day, message: m.needs_day_not_in_order() }];
		}
		const isLonger = lengthOf({ weekday: day, starts, ends }) > inMinutes(sessionHours);
		return isLonger
			? [{ day, message: m.quotes_session_longer({ hours: formatHours(sessionHours) }) }]
			: [];
	});
	const sessions = sessionsOf(days);
	if (faults.length > 0 || sessions.length === 0) return faults;
	const week = sessions.reduce((sum, session) => sum + lengthOf(session), 0);
	if (week === inMinutes(weeklyHours)) return [];
	return [
		{
			message: m.quotes_week_mismatch({
				week: formatHours(Math.round((week / 60) * 100) / 100),
				hours: formatHours(weeklyHours)
			})
		}
	];
}

const isClock = (text: string) => /^([01]\d|2[0-3]):[0-5]\d$/.test(text);

/** Sessions that fall within working hours. They are told of, not forbidden: the training may be part of the work. */
function collisions(sessions: readonly Session[], workTimes: readonly WorkTime[]) {
	return sessions.flatMap((session) =>
		workTimes
			.filter(
				(work) =>
					work.weekday === session.weekday &&
					minutesOf(session.starts) < minutesOf(work.ends) &&
					minutesOf(work.starts) < minutesOf(session.ends)
			)
			.map((work) => ({ session, work }))
	);
}

/** "Mandag 9.00–11.00 ligger i arbejdstiden (8.00–12.00)" */
const collisionWord = ({ session, work }: { session: Session; work: WorkTime }): string =>
	m.quotes_collision({
		session: workTime(session),
		work: workTime(work).slice(weekday(work.weekday).length + 1)
	});

/** Sessions that do not lie wholly within the hours that can be used; none while those are not said. */
const outside = (sessions: readonly Session[], freeTimes: readonly WorkTime[]) =>
	sessions.filter(
		(session) =>
			freeTimes.length > 0 &&
			!freeTimes.some(
				(free) =>
					free.weekday === session.weekday &&
					minutesOf(free.starts) <= minutesOf(session.starts) &&
					minutesOf(session.ends) <= minutesOf(free.ends)
			)
	);

/** Where a proposed week stands in the way of the candidate's own, in sentences. */
export const weekConflicts = (
	sessions: readonly Session[],
	{
		workTimes,
		freeTimes
	}: { workTimes: readonly WorkTime[] | null; freeTimes: readonly WorkTime[] | null }
): string[] => {
	const collided = collisions(sessions, workTimes ?? []);
	// What falls in working hours lies outside the free ones too: said once.
	const others = sessions.filter((each) => !collided.some(({ session }) => session === each));
	return [
		...collided.map(collisionWord),
		...outside(others, freeTimes ?? []).map((session) =>
			m.quotes_outside({ session: workTime(session) })
		)
	];
};

/** Day by day, in the order of the week. */
export const weekWord = (sessions: readonly Session[]): string =>
	sessions
		.toSorted((a, b) => a.weekday - b.weekday)
		.map(workTime)
		.join('\n');
