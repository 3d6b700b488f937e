import { describe, expect, test } from 'vitest';
import { overwriteGetLocale } from '$lib/paraglide/runtime';
import { fitVerdict, reasonsOf, wordCriterion } from './fit';
import { criteriaSchema, type Criterion } from './fit-answer';

const NBSP = /\u00a0/g;
const word = (criterion: Criterion) => wordCriterion(criterion)?.replace(NBSP, ' ');

describe('a criterion becomes one sentence with the numbers', () => {
	const cases: [Criterion, string][] = [
		[
			{ code: 'session_hours', verdict: 0, asked: 3, given: 2, least: 1 },
			'Er 2 timer ad gangen; kandidaten klarer 3 timer.'
		],
		[
			{ code: 'session_hours', verdict: 1, asked: 1.5, given: 2, least: 1 },
			'Er normalt 2 timer ad gangen, men kan gives ned til 1 time; kandidaten klarer 1,5 timer.'
		],
		[
			{ code: 'session_hours', verdict: 2, asked: 3, given: 7.4, least: 7.4 },
			'Kræver 7,4 timer ad gangen; kandidaten klarer 3 timer.'
		],
		[
			{ code: 'weekly_hours', verdict: 2, asked: 2, given: 37, least: 7.4 },
			'Kræver mindst 7,4 timer om ugen; kandidaten klarer 2 timer.'
		],
		[{ code: 'part', verdict: 0, asked: null, given: 24, least: 16 }, 'Hele kurset er 24 timer.'],
		[
			{ code: 'part', verdict: 1, asked: 20, given: 24, least: 16 },
			'Hele kurset er 24 timer, men der kan tages 20 timer af det.'
		],
		[
			{ code: 'part', verdict: 1, asked: 10, given: 24, least: 16 },
			'Der skal tages mindst 16 timer af kursets 24 timer; der ønskes 10 timer.'
		],
		[
			{ code: 'part', verdict: 2, asked: 20, given: 148, least: 148 },
			'Kan ikke deles: hele kurset er 148 timer, og der ønskes 20 timer.'
		],
		[
			{ code: 'place', verdict: 0, asked: 'any', given: ['workplace', 'school'] },
			'Kan foregå på arbejdspladsen eller på skolen.'
		],
		[
			{ code: 'place', verdict: 2, asked: 'workplace', given: ['school'] },
			'Foregår kun på skolen; der ønskes på arbejdspladsen.'
		],
		[
			{ code: 'danish_level', verdict: 2, asked: 'A2', given: 'B1' },
			'Kræver dansk på B1; kandidaten er på A2.'
		],
		[
			{ code: 'danish_level', verdict: 1, asked: null, given: 'A2' },
			'Kræver dansk på A2; kandidatens niveau er ikke oplyst.'
		],
		[
			{ code: 'start', verdict: 2, asked: '2026-12-01', given: null },
			'Har ingen hold med plads, der begynder 01.12.2026 eller senere.'
		],
		[
			{ code: 'work_times', verdict: 0, asked: null, given: 2 },
			'Støder ikke sammen med arbejdstiden.'
		],
		[
			{ code: 'work_times', verdict: 0, asked: 4, given: 2 },
			'Kan ligge ved siden af arbejdet: der er 4 timer fri i træk på en hverdag, og en gang tager 2 timer.'
		],
		[
			{ code: 'work_times', verdict: 1, asked: 2, given: 7.4 },
			'Arbejdet levner højst 2 timer i træk mellem kl. 8 og 16 på en hverdag, og en gang tager 7,4 timer. Aftal tiden med virksomheden.'
		],
		[
			{ code: 'participants', verdict: 0, asked: 1, given: 1, least: 1 },
			'Gives til én deltager ad gangen.'
		],
		[
			{ code: 'participants', verdict: 1, asked: 1, given: 8, least: 4 },
			'Gives til mindst 4; der er 1. Det kan blive på et hold med andre.'
		],
		[
			{ code: 'start', verdict: 1, asked: '2026-12-01', given: '2026-12-07' },
			'Kan tidligst begynde 07.12.2026; der ønskes 01.12.2026.'
		],
		[
			{ code: 'price', verdict: 2, asked: 1_000_000, given: 1_500_000 },
			'Loftet på 10.000 kr. holder ikke: prisen er 15.000 kr. i alt.'
		],
		[
			{ code: 'price', verdict: 0, asked: null, given: 1_500_000 },
			'Koster 15.000 kr.; der er ikke sat et loft.'
		]
	];
	const more: [Criterion, string][] = [
		[
			{ code: 'form', verdict: 1, asked: 'one_to_one', given: ['class', 'class_with_support'] },
			'Gives som hold og hold med støtte; der ønskes en til en. Spørg, om det kan lade sig gøre.'
		],
		[
			{ code: 'certificate', verdict: 1, asked: 'amu', given: 'amu' },
			'Ender i AMU-bevis, men kun hvis hele kurset tages.'
		],
		[
			{ code: 'certificate', verdict: 2, asked: 'statutory', given: 'participation' },
			'Ender i deltagerbevis; der ønskes lovpligtigt certifikat.'
		],
		[
			{ code: 'support', verdict: 1, asked: ['interpreter', 'screening'], given: ['screening'] },
			'Har ikke i forvejen: tolk. Spørg, om det kan lægges til.'
		],
		[
			{ code: 'window', verdict: 1, asked: '2027-03-01', given: '2027-03-14' },
			'Slutter 14.03.2027; det ønskes færdigt 01.03.2027. Flere timer om ugen eller et kortere forløb kan hjælpe.'
		]
	];
	test.each([...cases, ...more])('$code, $verdict', (criterion, sentence) => {
		expect(word(criterion)).toBe(sentence);
	});

	test('in English too, with Danish figures', () => {
		overwriteGetLocale(() => 'en');
		expect(word({ code: 'session_hours', verdict: 2, asked: 3, given: 7.4, least: 7.4 })).toBe(
			'Takes 7,4 hours at a time; the candidate manages 3 hours.'
		);
		overwriteGetLocale(() => 'da');
	});

	test('a funding source that pays whole courses is to be cleared up', () => {
		const funding = { code: 'funding', verdict: 1, asked: 'amu', given: 'participation' } as const;
		expect(word({ ...funding, whole_only: true })).toContain('kun hele kurser');
		expect(word({ ...funding, whole_only: false })).toContain('kun kurser med bestemte beviser');
	});
});

test('what neither the need nor the school asks for is no reason', () => {
	const form: Criterion = { code: 'form', verdict: 0, asked: null, given: ['class'] };
	const prerequisite = { code: 'prerequisite', verdict: 0, given: null } as const;
	const window: Criterion = { code: 'window', verdict: 0, asked: '2027-03-01', given: null };
	const support: Criterion = { code: 'support', verdict: 0, asked: [], given: ['screening'] };
	expect(reasonsOf([form, prerequisite, window, support])).toEqual([]);
	expect(reasonsOf([{ ...prerequisite, verdict: 1, given: 'Fyldt 18 år ved prøven.' }])).toEqual([
		{
			code: 'prerequisite',
			verdict: 1,
			text: 'Skolen kræver også: Fyldt 18 år ved prøven. Spørg kandidaten.'
		}
	]);
});

test('one thing that blocks is enough, and one to adapt is next', () => {
	expect(fitVerdict({ blocks: 1, adaptations: 3 })).toBe('blocked');
	expect(fitVerdict({ blocks: 0, adaptations: 1 })).toBe('adaptable');
	expect(fitVerdict({ blocks: 0, adaptations: 0 })).toBe('fits');
});

test('a code that nobody has words for is refused', () => {
	expect(criteriaSchema.safeParse([{ code: 'weather', verdict: 0 }]).success).toBe(false);
});
