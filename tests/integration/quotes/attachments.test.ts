import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
	addAttachment,
	attachmentContent,
	attachmentsOf,
	removeAttachment
} from '$lib/server/quotes/attachments';
import { quoteForNeed } from '$lib/server/quotes/one';
import { inDays, VIEWERS, type Viewer } from '../../fixtures/cast';
import { journeys } from '../../fixtures/journey';
import { nothing } from '../../fixtures/moves';
import { outcome, startWorld, type World } from '../../fixtures/world';

let world: World;
let on: ReturnType<typeof journeys>;
let source: string;
beforeAll(async () => {
	world = await startWorld();
	on = journeys(world);
	source = await on.fundingSource();
});
afterAll(() => world.close());

const PDF = Buffer.from('%PDF-1.7\nForløbsplan\n%%EOF\n');
const add = async (
	who: Viewer,
	request: string,
	{ id = randomUUID() as string, name = 'Plan.pdf', bytes = PDF } = {}
) => {
	await addAttachment(world.as(who), request, { id, name, bytes });
	return id;
};
const namesSeenBy = async (who: Viewer, request: string) =>
	(await attachmentsOf(world.as(who), request)).map(({ name }) => name);

test('a file is seen by its school, and by the job centre with the quote, byte for byte', async () => {
	const { need, request } = await on.aRequest();
	const id = await add('leader', request);
	const ofTheHouse: Viewer[] = ['broker', 'colleague', 'coordinator', 'approver'];
	expect(await namesSeenBy('leader', request)).toEqual(['Plan.pdf']);
	expect(await namesSeenBy('broker', request)).toEqual([]);
	expect(await attachmentContent(world.as('broker'), id)).toBeNull();
	const quote = await on.submitQuote('leader', request);
	for (const who of VIEWERS.filter((one) => one !== 'anonymous')) {
		const sees = who === 'leader' || ofTheHouse.includes(who);
		expect({ [who]: await namesSeenBy(who, request) }).toEqual({ [who]: sees ? ['Plan.pdf'] : [] });
		const file = await attachmentContent(world.as(who), id);
		expect(file?.bytes.equals(PDF) ?? false).toBe(sees);
	}
	expect(await quoteForNeed(world.as('broker'), need, quote)).toMatchObject({
		attachments: [{ id, name: 'Plan.pdf', size: PDF.length }]
	});
	const { error } = await world.as('leader').from('quote_attachment').select('content');
	expect(error?.code).toBe('42501');
});

test('a quote is not chosen by whoever read other files than it has now', async () => {
	const it = await on.aQuote();
	const id = await add('leader', it.request);
	const read = await on.version('quote', it.quote);
	await removeAttachment(world.as('leader'), id);
	await add('leader', it.request, { name: 'Plan.pdf' });
	const choose = (p_version: number) =>
		outcome(
			world.call('broker', 'accept_quote', {
				p_id: it.quote,
				p_version,
				p_funding_source: source,
				p_reason_code: 'best_fit',
				p_reason: null
			})
		);
	expect(await choose(read)).toMatchObject({ code: 'stale', kind: 'quote.attached' });
	expect(await choose(read + 2)).toBe('ok');
});

test('a file is sealed as long as its quote is', async () => {
	const { need } = await on.anOpenNeed();
	const { language, business } = world.organisations;
	await world.call('broker', 'request_quotes', {
		p_need: need,
		p_requests: [{ provider_id: language }, { provider_id: business }],
		p_answer_by: inDays(10),
		p_is_sealed: true
	});
	const rows = await world.sql<{ id: string; provider_id: string }>(
		'select id, provider_id from quote_request where need_id = $1',
		[need]
	);
	const of = (provider: string) => rows.find((row) => row.provider_id === provider)!.id;
	const id = await add('leader', of(language));
	await on.submitQuote('leader', of(language));
	expect(await namesSeenBy('broker', of(language))).toEqual([]);
	expect(await attachmentContent(world.as('broker'), id)).toBeNull();
	await on.submitQuote('rival', of(business));
	expect(await namesSeenBy('broker', of(language))).toEqual(['Plan.pdf']);
});

test('only the school that was asked sends and removes, while it may still answer', async () => {
	const { request } = await on.aRequest();
	const id = await add('leader', request);
	const traces = await world.traces(async () => {
		for (const who of VIEWERS.filter((one) => one !== 'leader')) {
			const status = who === 'anonymous' ? 401 : 404;
			expect(await outcome(add(who, request))).toMatchObject({ status });
			expect(await outcome(removeAttachment(world.as(who), id))).toMatchObject({ status });
		}
		await add('leader', request, { id });
	});
	expect(traces).toEqual(nothing);
	const moved = await world.traces(() => removeAttachment(world.as('leader'), id));
	expect(moved).toEqual({ ...nothing, events: ['quote.detached'] });

	const quote = await on.submitQuote('leader', request);
	const kept = await add('leader', request);
	await on.accept(quote);
	expect(await outcome(add('leader', request))).toMatchObject({ code: 'wrong_state' });
	expect(await outcome(removeAttachment(world.as('leader'), kept))).toMatchObject({
		code: 'wrong_state'
	});
	const late = await on.aRequest();
	await world.sql('update quote_request set answer_by = $2 where id = $1', [
		late.request,
		inDays(-1)
	]);
	expect(await outcome(add('leader', late.request))).toMatchObject({ code: 'too_late' });
});

test('what is no PDF, is too large, named with a CPR number, or is the sixth, is refused by the database too', async () => {
	const { request } = await on.aRequest();
	const notPdf = { status: 422, code: 'invalid', field: 'file', reason: 'not_pdf' };
	const large = Buffer.concat([PDF, Buffer.alloc(10 * 1024 * 1024, ' '), PDF]);
	for (const bytes of [
		Buffer.from('PK\u0003\u0004'),
		Buffer.from('%PDF-1.7 uden slutning'),
		Buffer.alloc(0),
		large
	]) {
		expect(await outcome(add('leader', request, { bytes }))).toEqual(notPdf);
	}
	expect(await outcome(add('leader', request, { name: 'a/b.pdf' }))).toEqual(notPdf);
	expect(await outcome(add('leader', request, { name: '010170-1234.pdf' }))).toMatchObject({
		code: 'cpr_in_text'
	});
	for (let number = 1; number <= 5; number++) await add('leader', request);
	expect(await outcome(add('leader', request))).toMatchObject({ code: 'too_many' });
});

test('files go with the request', async () => {
	const { request } = await on.aRequest();
	await add('leader', request);
	await world.sql('delete from quote_request where id = $1', [request]);
	expect(
		await world.sql('select from quote_attachment where quote_request_id = $1', [request])
	).toEqual([]);
});
