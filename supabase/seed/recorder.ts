import { yearOf, type Day } from './days.ts';
import type { Counter, Row } from './rows.ts';

/** When in the day each move is made, so that those of one day come in order. In UTC. */
const CLOCK = {
	created: '07:40',
	submitted: '08:05',
	sent: '08:15',
	asked: '08:45',
	replied: '09:10',
	answered: '09:30',
	accepted: '10:20',
	approved: '11:10',
	shared: '11:30',
	started: '12:00',
	ended: '13:00'
};
export const at = (day: Day, move: keyof typeof CLOCK) => `${day}T${CLOCK[move]}:00Z`;

export interface Actor {
	user: string;
	organisation: string;
}

/** Who may read an event, and what it holds. */
export interface EventFacts {
	jobCentre?: string;
	provider?: string;
	detail?: Record<string, string | number | string[] | null>;
}

/** Keeps what the state functions keep beside the rows themselves: references, events and notifications. */
export class Recorder {
	readonly events: Row<'event'>[] = [];
	readonly notifications: Row<'notification'>[] = [];
	readonly #counters = new Map<string, Counter>();
	readonly #unreadFrom: Day;

	/** Notifications from this day on have not been read. */
	constructor(unreadFrom: Day) {
		this.#unreadFrom = unreadFrom;
	}

	reference(organisation: string, prefix: 'A' | 'B' | 'T' | 'R', day: Day): string {
		const year = yearOf(day);
		const key = `${organisation}/${prefix}/${year}`;
		const counter = this.#counters.get(key) ?? {
			organisation_id: organisation,
			prefix,
			year,
			last: 0
		};
		counter.last += 1;
		this.#counters.set(key, counter);
		return `${prefix}-${year}-${String(counter.last).padStart(4, '0')}`;
	}

	counters(): Counter[] {
		return [...this.#counters.values()];
	}

	event(when: string, kind: string, subject: string, actor: Actor, facts: EventFacts): void {
		this.events.push({
			at: when,
			kind,
			actor_user_id: actor.user,
			actor_organisation_id: actor.organisation,
			job_centre_id: facts.jobCentre ?? null,
			provider_id: facts.provider ?? null,
			subject_id: subject,
			detail: facts.detail ?? {}
		});
	}

	notify(
		when: string,
		kind: string,
		user: string,
		subject: string,
		params: Record<string, string | number>
	): void {
		this.notifications.push({
			user_id: user,
			kind,
			subject_id: subject,
			params,
			created_at: when,
			read_at: when.slice(0, 10) < this.#unreadFrom ? when : null
		});
	}
}
