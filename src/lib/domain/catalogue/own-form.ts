/** What a school sends when it looks after many modules at once. */
import { z } from 'zod';
import { choice, optionalDate, rowId, version } from '$lib/domain/shared/fields';
import { decimal, formatKroner } from '$lib/domain/shared/format';
import { decimalToNumber, kronerToOre } from '$lib/domain/shared/parse';
import { m } from '$lib/paraglide/messages';
import { PRICE_SCOPES, PRICE_WAYS, ROUNDINGS } from './reprice';

const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const SEEN = new RegExp(`^${UUID}\\.\\d{1,9}$`);

const seen = z.string().regex(SEEN).transform(readSeen);
function readSeen(value: string) {
	const [id = '', version = ''] = value.split('.');
	return { id, version: Number(version) };
}

/** Those that are ticked, or the one whose own button was pressed, each at the version that was on the page. */
export const pickForm = z
	.object({ picked: z.array(seen), one: z.string() })
	.transform(({ picked, one }, ctx) => {
		const modules = SEEN.test(one) ? [readSeen(one)] : picked;
		if (modules.length === 0) {
			ctx.addIssue({ code: 'custom', message: m.catalogue_own_none_picked(), path: ['picked'] });
		}
		return { modules };
	});

/** A module and the id that its copy gets, so that pressing twice makes one. */
export const copyForm = z
	.object({ copy: z.string().regex(new RegExp(`^${UUID}\\.${UUID}$`)) })
	.transform(({ copy }) => {
		const [id = '', copyId = ''] = copy.split('.');
		return { id, copyId };
	});

export const restoreForm = z.object({ version: version(), restored: version() });

const MOST_PERCENT = { percent_up: 300, percent_down: 99 };
const MOST_AMOUNT_ORE = 10_000_000;

/** How prices are to change: asked in the address, so that a preview can be kept and gone back to. */
export const repriceForm = z
	.object({
		picked: z.array(seen),
		way: choice(PRICE_WAYS),
		size: z
			.string()
			.trim()
			.min(1, { error: () => m.common_required() }),
		scope: choice(PRICE_SCOPES),
		roundTo: choice(ROUNDINGS),
		validFrom: optionalDate(),
		validUntil: optionalDate()
	})
	.transform(({ size: typed, ...change }, ctx) => {
		const wrong = (message: string, path: string) => {
			ctx.addIssue({ code: 'custom', message, path: [path] });
			return z.NEVER;
		};
		const { way, validFrom, validUntil } = change;
		if (validFrom && validUntil && validUntil < validFrom) {
			return wrong(m.catalogue_reprice_dates_wrong(), 'validUntil');
		}
		if (way === 'percent_up' || way === 'percent_down') {
			const size = decimalToNumber(typed.replace(/\s*%$/, ''));
			if (size === undefined) return wrong(m.common_not_number(), 'size');
			if (size <= 0) return wrong(m.common_at_least({ min: decimal(0.01) }), 'size');
			if (size > MOST_PERCENT[way]) {
				return wrong(m.common_at_most({ max: decimal(MOST_PERCENT[way]) }), 'size');
			}
			return { ...change, size };
		}
		const size = kronerToOre(typed);
		if (size === undefined) return wrong(m.common_not_money(), 'size');
		if (size <= 0) return wrong(m.common_at_least({ min: formatKroner(1) }), 'size');
		if (size > MOST_AMOUNT_ORE) {
			return wrong(m.common_at_most({ max: formatKroner(MOST_AMOUNT_ORE) }), 'size');
		}
		return { ...change, size };
	});

const ore = z
	.string()
	.regex(/^\d{1,9}$/)
	.transform(Number);

/** What a preview showed, to be carried out as it stood: new unit prices in øre, in their order. */
export const carryOutForm = z.object({
	modules: z.array(
		z.object({ id: rowId(), version: version(), prices: z.array(ore), priceSteps: z.array(ore) })
	),
	validFrom: optionalDate(),
	validUntil: optionalDate()
});
