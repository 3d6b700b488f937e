import { fundingId } from './finances.ts';
import { idOf } from './ids.ts';
import { ROSKILDE } from './organisations.ts';
import type { Row } from './rows.ts';

/** What Roskilde asks for again and again. */
export const needTemplateRows: Row<'need_template'>[] = [
	{
		id: idOf('template/food-hygiene'),
		job_centre_id: ROSKILDE,
		title: 'Fødevarehygiejne i en kantine',
		participants: 1,
		placement_kind: 'small_job',
		tasks: 'Anretter mad, vasker op og gør køkkenet rent.',
		subject_code: 'food_hygiene',
		goal: 'Kan arbejde sikkert med mad og holde køkkenet rent efter reglerne.',
		hours_wanted: 25,
		session_hours_max: 3,
		weekly_hours_max: 6,
		place: 'workplace',
		funding_source_id: fundingId('lab_91'),
		price_ceiling_ore: 2_000_000,
		accommodations: ['visual_support']
	},
	{
		id: idOf('template/ten-words'),
		job_centre_id: ROSKILDE,
		title: 'Ti ord på arbejdspladsen',
		participants: 1,
		placement_kind: 'internship',
		tasks: null,
		subject_code: 'danish',
		goal: 'Forstår og bruger de ti ord, kollegerne siger oftest.',
		hours_wanted: 20,
		session_hours_max: 2,
		weekly_hours_max: 2,
		place: 'workplace',
		funding_source_id: fundingId('lab_91'),
		price_ceiling_ore: null,
		accommodations: []
	},
	{
		id: idOf('template/truck'),
		job_centre_id: ROSKILDE,
		title: 'Truckcertifikat',
		participants: 1,
		placement_kind: 'internship',
		tasks: 'Sætter varer på plads og kører paller på lageret.',
		subject_code: 'warehouse',
		goal: 'Har certifikat til gaffeltruck og kører sikkert på lageret.',
		hours_wanted: null,
		session_hours_max: 7.4,
		weekly_hours_max: 37,
		place: 'school',
		funding_source_id: fundingId('amu'),
		price_ceiling_ore: null,
		accommodations: []
	}
];

/** A canteen is at work from early morning until lunch has been served. */
export const needTemplateWorkTimeRows: Row<'need_template_work_time'>[] = [1, 2, 3, 4].map(
	(weekday) => ({
		need_template_id: idOf('template/food-hygiene'),
		weekday,
		starts: '08:00',
		ends: '13:00'
	})
);

const fields: [template: string, field: string, help: string | null, isRequired: boolean][] = [
	[
		'food-hygiene',
		'goal',
		'Nævn det, der skal kunne gøres alene, for eksempel egenkontrol.',
		false
	],
	['food-hygiene', 'work_times', 'Vælg også de dage, hvor køkkenet har mest travlt.', false],
	['ten-words', 'workplace', 'Skolen kommer ud på arbejdspladsen, så den skal stå her.', true],
	['ten-words', 'danish_level', 'Gæt hellere for lavt end for højt.', true],
	['ten-words', 'tasks', 'Skriv ordene, hvis I kender dem: bakke, klud, pause.', false],
	[
		'truck',
		'session_hours_max',
		'Certifikatet tages på hele dage. Klarer kandidaten det ikke, så vælg færre timer og se, hvad der passer.',
		false
	],
	[
		'truck',
		'certificate_kind',
		'Uden AMU-bevis er der kun deltagerbevis, og det er ikke nok til at køre truck.',
		false
	],
	['truck', 'danish_level', 'Prøven er på dansk.', true]
];

export const needTemplateFieldRows: Row<'need_template_field'>[] = fields.map(
	([template, field, help, is_required]) => ({
		need_template_id: idOf(`template/${template}`),
		field,
		help,
		is_required
	})
);
