import type { z } from 'zod';
import { decimal, kroner } from '$lib/domain/shared/format';
import { toIsoDate } from '$lib/domain/shared/parse';
import { COVERAGES, type ModuleCost } from '../module';
import { LINE_KINDS, PRICE_MODELS, type PriceItem } from '../price';
import type { ModuleDraft } from './draft';
import { countSoFar, hoursSoFar, oneSoFar, oreSoFar, textSoFar } from './so-far';
import type { priceForm } from './price-form';

/** What can be charged for beside the teaching; the form has a row for each. */
export const ONE_OFF_KINDS = LINE_KINDS.filter((kind) => kind !== 'teaching');
export const ONE_OFF_MODELS = ['fixed', 'per_participant'] as const;
/** More prices than groups are told apart by. */
export const MOST_STEPS = 10;

export type PriceValues = z.input<typeof priceForm>;
export type PriceStepValues = PriceValues['priceSteps'][number];
type PriceData = Omit<z.output<typeof priceForm>, 'version'>;

type PriceListField = 'teachingModel' | 'teachingPrice' | 'weekHours' | 'oneOffs';
/** The part of the form that is the price list itself. */
export type PriceListValues = Pick<PriceValues, PriceListField>;

export const blankStep = (): PriceStepValues => ({ fromParticipants: '', unitPrice: '' });

/** A row in which nothing has been written is no step. */
export const isLeftOut = ({ fromParticipants, unitPrice }: PriceData['priceSteps'][number]) =>
	fromParticipants === null && unitPrice === null;

/** The form's values; each of the legal bases that may pay has a row. */
export function priceValues(
	draft: ModuleDraft,
	legalBases: readonly string[]
): Omit<PriceValues, 'version'> {
	const { cost } = draft;
	return {
		...priceListValues(draft.prices),
		priceSteps: draft.priceSteps.map(({ fromParticipants, unitPriceOre }) => ({
			fromParticipants: String(fromParticipants),
			unitPrice: kroner(unitPriceOre)
		})),
		supplementPercent: String(draft.supplementPercent),
		priceValidFrom: draft.priceValidFrom ?? '',
		priceValidUntil: draft.priceValidUntil ?? '',
		funding: legalBases.map((code) => ({
			code,
			coverage: draft.funding.find((each) => each.legalBasisCode === code)?.coverage ?? ''
		})),
		cost: money(cost?.costOre),
		costPerParticipant: cost?.costPerParticipantOre ? kroner(cost.costPerParticipantOre) : '',
		costNote: cost?.note ?? ''
	};
}

const money = (ore: number | undefined) => (ore === undefined ? '' : kroner(ore));

/** A price list as it is typed; each of the one-off lines has a row. */
export function priceListValues(prices: readonly PriceItem[]): PriceListValues {
	const teaching = prices.find(({ kind }) => kind === 'teaching');
	return {
		teachingModel: teaching?.model ?? 'per_hour',
		teachingPrice: money(teaching?.unitPriceOre),
		weekHours: teaching?.weeklyHours ? decimal(teaching.weeklyHours) : '',
		oneOffs: ONE_OFF_KINDS.map((kind) => {
			const item = prices.find((each) => each.kind === kind);
			return { kind, model: item?.model ?? 'fixed', amount: money(item?.unitPriceOre) };
		})
	};
}

export function priceAnswers(data: PriceData): Partial<ModuleDraft> {
	return {
		prices: pricesOf(data),
		priceSteps: data.priceSteps.flatMap(({ fromParticipants, unitPrice }) =>
			fromParticipants === null || unitPrice === null
				? []
				: [{ fromParticipants, unitPriceOre: unitPrice }]
		),
		supplementPercent: data.supplementPercent,
		priceValidFrom: data.priceValidFrom,
		priceValidUntil: data.priceValidUntil,
		funding: data.funding.flatMap(({ code, coverage }) =>
			coverage === null ? [] : [{ legalBasisCode: code, coverage }]
		),
		cost: costOf(data)
	};
}

export function pricesOf(data: Pick<PriceData, PriceListField>): PriceItem[] {
	const { teachingModel: model, teachingPrice, weekHours } = data;
	const teaching: PriceItem[] =
		teachingPrice === null
			? []
			: [
					{
						kind: 'teaching',
						model,
						unitPriceOre: teachingPrice,
						weeklyHours: model === 'per_week' ? weekHours : null
					}
				];
	const oneOffs = data.oneOffs.flatMap(({ kind, model, amount }) =>
		amount === null ? [] : [{ kind, model, unitPriceOre: amount, weeklyHours: null }]
	);
	return [...teaching, ...oneOffs];
}

const costOf = ({ cost, costPerParticipant, costNote }: PriceData): ModuleCost | null =>
	cost === null
		? null
		: { costOre: cost, costPerParticipantOre: costPerParticipant ?? 0, note: costNote };

export const priceSoFar = (values: PriceValues): Partial<ModuleDraft> =>
	priceAnswers({
		teachingModel: oneSoFar(PRICE_MODELS, values.teachingModel),
		teachingPrice: oreSoFar(values.teachingPrice),
		weekHours: hoursSoFar(values.weekHours),
		oneOffs: values.oneOffs.map(({ kind, model, amount }) => ({
			kind: oneSoFar(ONE_OFF_KINDS, kind),
			model: oneSoFar(ONE_OFF_MODELS, model),
			amount: oreSoFar(amount)
		})),
		priceSteps: values.priceSteps.map(({ fromParticipants, unitPrice }) => ({
			fromParticipants: countSoFar(fromParticipants, 0) || null,
			unitPrice: oreSoFar(unitPrice)
		})),
		supplementPercent: countSoFar(values.supplementPercent, 0),
		priceValidFrom: toIsoDate(values.priceValidFrom ?? '') ?? null,
		priceValidUntil: toIsoDate(values.priceValidUntil ?? '') ?? null,
		funding: values.funding.map(({ code, coverage }) => ({
			code,
			coverage: COVERAGES.find((each) => each === coverage) ?? null
		})),
		cost: oreSoFar(values.cost),
		costPerParticipant: oreSoFar(values.costPerParticipant),
		costNote: textSoFar(values.costNote)
	});
