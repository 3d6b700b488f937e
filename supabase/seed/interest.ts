import { addDays, before, type Day } from './days.ts';
import { idOf } from './ids.ts';
import { personOf, ROSKILDE } from './organisations.ts';
import type { Row } from './rows.ts';

/** A number from 0 to `below`, the same each time for the same name. */
const drawn = (name: string, below: number) => Number.parseInt(idOf(name).slice(0, 8), 16) % below;

/** Who has looked, over the last year: some modules draw many, and every module fewer in summer. */
export function moduleCountRows(today: Day, modules: Row<'module'>[]): Row<'module_count'>[] {
	return modules
		.filter(({ state }) => state !== 'draft')
		.flatMap(({ id }) => {
			const module_id = String(id);
			const interest = 1 + drawn(`interest/${module_id}`, 6);
			return Array.from({ length: 52 }, (_, week): Row<'module_count'>[] => {
				const day = addDays(today, -7 * week - 1);
				const isSummer = ['07', '08'].includes(day.slice(5, 7));
				const seen = drawn(`seen/${module_id}/${week}`, isSummer ? interest : 3 * interest);
				const fit = drawn(`fit/${module_id}/${week}`, isSummer ? 1 : interest);
				return [
					...(seen > 0 ? [{ module_id, kind: 'seen', day, count: seen }] : []),
					...(fit > 0 ? [{ module_id, kind: 'fit', day, count: fit }] : [])
				];
			}).flat();
		});
}

/** Listings that their school has not looked at for half a year, so that there is something to confirm. */
const forgotten = ['zbc-food-hygiene-amu', 'zbc-cleaning-amu', 'rts-guard', 'vuc-obu'];

/** When each school last confirmed its modules. */
export function withConfirmations(today: Day, modules: Row<'module'>[]): Row<'module'>[] {
	const ids = new Map(forgotten.map((key, index) => [idOf(key), before(today, 190 + 10 * index)]));
	return modules.map((module) => {
		const day = ids.get(String(module.id));
		return day ? { ...module, confirmed_at: `${day}T09:00:00Z` } : module;
	});
}

const BROKER = personOf(ROSKILDE, 'broker');

export const favouriteRows: Row<'favourite'>[] = [
	'clavis-individual',
	'zbc-food-hygiene',
	'absalon-buddy'
].map((key) => ({ user_id: BROKER, module_id: idOf(key) }));

/** What Roskilde's people tell each other of modules. */
export function shortlistRows(today: Day): Row<'shortlist_entry'>[] {
	return (
		[
			[
				'clavis-individual',
				'God til kandidater, der forstår mere, end de tør sige. Bed om buddyen til formødet.',
				'broker'
			],
			[
				'zbc-food-hygiene',
				'Læreren kommer ud i køkkenet. God, når prøven på skolen er for meget.',
				'coordinator'
			],
			['zbc-canteen', 'God begyndelse for den, der skal vænne sig til tempoet.', 'broker']
		] as const
	).map(([key, note, role], index) => ({
		job_centre_id: ROSKILDE,
		module_id: idOf(key),
		note,
		written_by: personOf(ROSKILDE, role),
		written_at: `${before(today, 12 + 20 * index)}T10:00:00Z`
	}));
}
