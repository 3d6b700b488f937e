import type { OrderRow } from '$lib/domain/orders/row';
import { orderStateWord } from '$lib/domain/orders/words';
import { today } from '$lib/domain/shared/day';
import { m } from '$lib/paraglide/messages';
import type { SheetColumn } from './sheet';

export const orderColumns = (): SheetColumn<OrderRow>[] => [
	{ header: m.sheet_order(), kind: 'text', value: ({ reference }) => reference, width: 14 },
	{
		header: m.sheet_training(),
		kind: 'text',
		value: ({ title }) => title,
		width: 40
	},
	{ header: m.sheet_school(), kind: 'text', value: ({ providerName }) => providerName, width: 30 },
	{ header: m.sheet_need(), kind: 'text', value: ({ needReference }) => needReference, width: 14 },
	{
		header: m.sheet_candidate(),
		kind: 'text',
		value: ({ candidateAlias }) => candidateAlias,
		width: 12
	},
	{ header: m.sheet_accepted_on(), kind: 'date', value: (row) => today(new Date(row.acceptedAt)) },
	{ header: m.sheet_price(), kind: 'money', value: ({ totalOre }) => totalOre },
	{ header: m.sheet_state(), kind: 'text', value: ({ state }) => orderStateWord(state), width: 22 }
];
