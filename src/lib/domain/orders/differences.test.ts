import { expect, test } from 'vitest';
import { differenceWords } from './differences';

const offered: Parameters<typeof differenceWords>[0] = {
	totalOre: 1_200_000,
	hours: 20,
	sessionHours: 2,
	weeklyHours: 4,
	participants: 1,
	place: 'school',
	deliveryForm: 'class',
	startsOn: '2027-01-04',
	lines: [],
	sessions: [{ weekday: 1, starts: '09:00', ends: '11:00' }],
	otherThan: null,
	module: { hours: 20, certificateKind: 'amu' }
};
const wanted: Parameters<typeof differenceWords>[1] = {
	hoursWanted: 20,
	sessionHoursMax: 2,
	weeklyHoursMax: 4,
	participants: 1,
	place: 'school',
	startsOn: '2027-01-04',
	endsBy: null,
	deliveryForm: null,
	support: [],
	priceCeilingOre: null,
	workTimes: [],
	freeTimes: [],
	certificateKind: 'amu'
};

test('what is quoted as it was asked for differs in nothing', () => {
	expect(differenceWords(offered, wanted)).toEqual([]);
});

test('another module, a later start and a session in working hours are said, the module first', () => {
	const workTimes = [{ weekday: 1, starts: '08:00', ends: '10:00' }];
	expect(
		differenceWords(
			{ ...offered, otherThan: 'Hygiejne', startsOn: '2027-01-11' },
			{ ...wanted, workTimes }
		)
	).toEqual([
		'Et andet modul end det, der blev spurgt om (Hygiejne)',
		'Starter 11.01.2027, ønsket er 04.01.2027',
		'Mandag 9.00–11.00 ligger i arbejdstiden (8.00–10.00)'
	]);
});

test.each([
	['a part of the course', { module: { hours: 30, certificateKind: 'amu' as const } }],
	['what the school answers freely', { module: null }]
])('%s does not end in the certificate that was asked for', (_, quote) => {
	const texts = ['Ender i deltagerbevis, ønsket er AMU-bevis'];
	expect(differenceWords({ ...offered, ...quote }, wanted)).toEqual(texts);
	expect(differenceWords({ ...offered, ...quote }, { ...wanted, certificateKind: null })).toEqual(
		[]
	);
});
