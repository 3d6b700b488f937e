import { beforeEach, expect, test } from 'vitest';
import { anyKept } from '$lib/components/kept/any-kept';
import { forgetOthers } from '$lib/components/kept/store';
import { everyKept } from '$lib/components/needs/kept-answers';
import type { TypedQuote } from '$lib/domain/quotes/quote-form';
import { stubStorage } from '../../../../tests/fixtures/local-storage';
import { forgetSent, keptQuote, lastBegun } from './kept-quote';

const DAY = 24 * 60 * 60 * 1000;
beforeEach(stubStorage);

const typed = (title: string, id = 'q1') => ({ id, title }) as TypedQuote;

test('a quote that was typed is there again, for its own person, request and beginning', () => {
	keptQuote('u1', 'r1', 'modul=m1').keep(typed('Ti ord'));
	expect(keptQuote('u1', 'r1', 'modul=m1').read()).toEqual(typed('Ti ord'));
	expect(keptQuote('u1', 'r1', 'modul=frit').read()).toBeNull();
	expect(keptQuote('u1', 'r2', 'modul=m1').read()).toBeNull();
	expect(keptQuote('u2', 'r1', 'modul=m1').read()).toBeNull();
	keptQuote('u1', 'r1', 'modul=m1').forget();
	expect(anyKept()).toBe(false);
});

test('the beginning that was typed in last is the one to go on with', () => {
	expect(lastBegun('u1', 'r1')).toBeUndefined();
	keptQuote('u1', 'r1', 'modul=m1', () => DAY).keep(typed('Først'));
	keptQuote('u1', 'r1', 'modul=frit', () => 2 * DAY).keep(typed('Sidst'));
	keptQuote('u1', 'r2', 'modul=m2', () => 3 * DAY).keep(typed('En anden'));
	expect(lastBegun('u1', 'r1')).toBe('modul=frit');
});

test('a form that was opened first may be the one that is typed in last', () => {
	let now = DAY;
	const first = keptQuote('u1', 'r1', 'modul=m1', () => now);
	keptQuote('u1', 'r1', 'modul=frit', () => 2 * DAY).keep(typed('Imens'));
	now = 3 * DAY;
	first.keep(typed('Sidst'));
	expect(lastBegun('u1', 'r1')).toBe('modul=m1');
});

test('what was sent is forgotten, and nothing else', () => {
	keptQuote('u1', 'r1', 'modul=m1').keep(typed('Sendt', 'q1'));
	keptQuote('u1', 'r1', 'modul=frit').keep(typed('Ikke sendt', 'q2'));
	keptQuote('u1', 'r2', 'modul=m1').keep(typed('En anden', 'q1'));
	forgetSent('u1', 'r1', ['q0', 'q1']);
	expect(keptQuote('u1', 'r1', 'modul=m1').read()).toBeNull();
	expect(keptQuote('u1', 'r1', 'modul=frit').read()).not.toBeNull();
	expect(keptQuote('u1', 'r2', 'modul=m1').read()).not.toBeNull();
});

test('it is no answer of a need, which would be sent by itself', () => {
	keptQuote('u1', 'r1', 'modul=m1').keep(typed('Ti ord'));
	expect(everyKept('u1')).toEqual([]);
});

test('it goes when another signs in, and after a week', () => {
	keptQuote('u1', 'r1', 'modul=m1', () => 0).keep(typed('Ti ord'));
	forgetOthers('u1');
	expect(keptQuote('u1', 'r1', 'modul=m1', () => 6 * DAY).read()).not.toBeNull();
	forgetOthers('u2');
	expect(keptQuote('u1', 'r1', 'modul=m1', () => 6 * DAY).read()).toBeNull();
	keptQuote('u1', 'r1', 'modul=m1', () => 0).keep(typed('Ti ord'));
	expect(keptQuote('u1', 'r1', 'modul=m1', () => 8 * DAY).read()).toBeNull();
});
