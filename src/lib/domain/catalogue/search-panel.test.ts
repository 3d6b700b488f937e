import { expect, test } from 'vitest';
import { readFilter } from './filter';
import { chipLinks, choiceFields, facetFields, looserLinks, sortLinks } from './search-panel';

const read = (query: string) => readFilter(new URLSearchParams(query));
const school = (number: number) => ({
	id: `00000000-0000-4000-8000-0000000000${number}`,
	name: `Skole ${number}`,
	kind: 'vuc' as const,
	municipality: 'Roskilde'
});
const names = {
	subjects: [
		{ code: 'danish', nameDa: 'Dansk', nameEn: 'Danish' },
		{ code: 'it', nameDa: 'It', nameEn: 'IT' }
	],
	schools: Array.from({ length: 40 }, (_, index) => school(index + 10)),
	legalBases: [{ code: 'lab_91', nameDa: 'LAB § 91', nameEn: 'LAB § 91' }],
	municipalities: [{ code: '0265', name: 'Roskilde' }]
};

test('a value that no module has is left out, unless it is chosen', () => {
	const facets = facetFields(read('sted=online'), { place: { school: 1200, online: 0 } }, names);
	expect(facets.map(({ label }) => label)).toEqual(['Sted']);
	expect(facets[0]!.options).toEqual([
		{ value: 'school', label: 'På skolen', count: '1.200', isOn: false },
		{ value: 'online', label: 'Online', count: '0', isOn: true }
	]);
});

test('of many schools, those with most modules are shown by name, and the one that is chosen', () => {
	const counts = Object.fromEntries(names.schools.map(({ id }, index) => [id, index + 1]));
	const chosen = names.schools[0]!;
	const [facet] = facetFields(read(`skole=${chosen.id}`), { school: counts }, names);
	const all = [...facet!.options, ...facet!.more].map(({ label }) => label);
	expect(all).toEqual(['Skole 10', ...names.schools.slice(21).map(({ name }) => name)]);
	expect(facet!.options).toHaveLength(6);
});

test('a number that only the address knows can be chosen too', () => {
	const [, session] = choiceFields(read('gang=1,5'), names);
	expect(session!.options.filter(({ isOn }) => isOn)).toEqual([
		{ value: '1,5', label: '1,5\u00a0timer', isOn: true }
	]);
});

test('each choice can be taken back by itself, and what is picked stays', () => {
	const picks = [names.schools[0]!.id];
	const filter = read('q=dansk&fag=danish&kommune=0265&omfang=dele');
	expect(chipLinks(filter, names, picks).map(({ label }) => label)).toEqual([
		'“dansk”',
		'Fag: Dansk',
		'Omfang: Kan tages i dele',
		'Arbejdspladsen ligger i: Roskilde'
	]);
	const [without] = looserLinks(
		[{ name: 'text', value: 'dansk', filter: read('fag=danish'), total: 3 }],
		names,
		picks
	);
	expect(without).toEqual({
		label: 'Uden “dansk”: 3 moduler',
		href: `/katalog?fag=danish&m=${picks[0]}`
	});
});

test('what fits best comes first only where something is searched for', () => {
	const shown = (query: string) =>
		sortLinks(read(query), []).map(({ label, current }) => (current ? `*${label}` : label));
	expect(shown('')).toEqual(['*Nyeste først', 'Efter titel']);
	expect(shown('sortering=nyeste')).toEqual(['*Nyeste først', 'Efter titel']);
	expect(shown('q=x')).toEqual(['*Passer bedst', 'Nyeste først', 'Efter titel']);
	expect(shown('q=x&sortering=titel')).toEqual(['Passer bedst', 'Nyeste først', '*Efter titel']);
});
