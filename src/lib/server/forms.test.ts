import type { RequestEvent } from '@sveltejs/kit';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { checkbox, choices, freeText, money, optionalFreeText } from '$lib/domain/shared/fields';
import { handleForm, newForm, readForm, refuse } from './forms';
import { Refusal } from './refusal';

const schema = z.object({
	title: freeText(20),
	note: optionalFreeText(100),
	days: choices(['mon', 'tue']),
	urgent: checkbox(),
	lines: z.array(z.object({ text: freeText(20), unitPrice: money() })).min(1)
});

function sent(fields: [string, string][]): RequestEvent {
	const body = new URLSearchParams(fields);
	return { request: new Request('http://localhost', { method: 'POST', body }) } as RequestEvent;
}

const right: [string, string][] = [
	['title', ' Hygiejne '],
	['note', ''],
	['days', 'mon'],
	['days', 'tue'],
	['urgent', 'on'],
	['lines[0].text', 'Timer'],
	['lines[0].unitPrice', '1.234,50'],
	['lines[2].text', 'Formøde'],
	['lines[2].unitPrice', '600']
];

describe('a form', () => {
	test('is empty before it is sent, and says nothing', async () => {
		const form = await newForm(schema);
		expect(form.data).toEqual({ title: '', note: '', days: [], urgent: false, lines: [] });
		expect(form.errors).toEqual({});
		expect(form.constraints).toMatchObject({ title: { required: true }, note: { maxlength: 100 } });
		expect(form.constraints?.note?.required).toBeUndefined();
	});

	test('gives its data, rows without gaps, and keeps what was typed', async () => {
		const { form, data } = await readForm(sent(right), schema);
		expect(data).toEqual({
			title: 'Hygiejne',
			note: null,
			days: ['mon', 'tue'],
			urgent: true,
			lines: [
				{ text: 'Timer', unitPrice: 123450 },
				{ text: 'Formøde', unitPrice: 60000 }
			]
		});
		expect(form.data.title).toBe(' Hygiejne ');
		expect(form.data.lines[0]).toEqual({ text: 'Timer', unitPrice: '1.234,50' });
	});

	test('has messages at the fields, inside rows too', async () => {
		const { form, data } = await readForm(
			sent(
				[...right.filter(([name]) => name !== 'title'), ['lines[2].unitPrice', 'x']].map(
					([name, value]) => [name!, name === 'lines[0].unitPrice' ? 'mange' : value!]
				)
			),
			schema
		);
		expect(data).toBeUndefined();
		expect(form.errors.title).toEqual(['Feltet skal udfyldes']);
		expect(form.errors.lines?.[0]?.unitPrice?.[0]).toContain('beløb');
		expect(form.data.lines[0]?.unitPrice).toBe('mange');
	});

	test('shows what the database refuses, at the field or above', async () => {
		const { form } = await readForm(sent(right), schema);
		const atField = refuse(form, new Refusal(422, 'cpr_in_text', { field: 'note' }));
		expect(atField.status).toBe(400);
		expect(form.errors.note?.[0]).toContain('CPR');

		const stale = new Refusal(409, 'stale', {
			actor: 'Jobformidler, Roskilde',
			at: '2026-11-23T13:05:00Z'
		});
		const answer = await handleForm(sent(right), schema, () => Promise.reject(stale));
		expect(answer).toMatchObject({
			status: 409,
			data: { form: { message: { tone: 'negative', reload: true }, data: { title: ' Hygiejne ' } } }
		});
		const text = (answer as { data: { form: { message: { text: string } } } }).data.form.message
			.text;
		expect(text).toContain('Jobformidler, Roskilde');
		expect(text).toContain('23.11.2026 kl.\u00a014.05');
	});

	test('says of an order that was made meanwhile which one it is, and of a wrong sum that nothing was saved', async () => {
		const { form } = await readForm(sent(right), schema);
		const detail = { reference: 'R-2026-0011', actor: 'Koordinator', at: '2026-11-23T13:05:00Z' };
		refuse(form, new Refusal(409, 'already_awarded', detail));
		expect(form.message).toMatchObject({
			text: expect.stringContaining('R-2026-0011'),
			reload: true
		});
		refuse(form, new Refusal(422, 'total_mismatch', { total_ore: 2, lines_ore: 1 }));
		expect(form.message).toMatchObject({
			text: expect.stringContaining('Intet er gemt'),
			reload: false
		});
	});

	test('throws on what is not a refusal, and a missing row as a page that does not exist', async () => {
		const { form } = await readForm(sent(right), schema);
		expect(() => refuse(form, new Error('broken'))).toThrow('broken');
		expect(() => refuse(form, new Refusal(404, 'not_found', {}))).toThrow(
			expect.objectContaining({ status: 404 })
		);
	});
});
