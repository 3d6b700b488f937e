import { standingOf } from '$lib/domain/agreements/agreement';
import { matterWord, standingWord } from '$lib/domain/agreements/words';
import { describePrice } from '$lib/domain/catalogue/describe-price';
import type { Membership } from '$lib/domain/members/session';
import { today } from '$lib/domain/shared/day';
import { m } from '$lib/paraglide/messages';
import type { ListedAgreement } from '../agreements';
import type { SheetColumn } from './sheet';

/** Agreements as one of their sides lists them: with the other. */
export const agreementColumns = (side: Membership['kind']): SheetColumn<ListedAgreement>[] => [
	{
		header: m.agreements_column_reference(),
		kind: 'text',
		value: ({ reference }) => reference,
		width: 14
	},
	side === 'provider'
		? { header: m.sheet_job_centre(), kind: 'text', value: (row) => row.jobCentre.name, width: 30 }
		: { header: m.sheet_school(), kind: 'text', value: (row) => row.provider.name, width: 30 },
	{ header: m.agreements_about(), kind: 'text', value: matterWord, width: 40 },
	{
		header: m.agreements_price(),
		kind: 'text',
		value: ({ prices }) => describePrice(prices),
		width: 26
	},
	{ header: m.agreements_valid_from(), kind: 'date', value: ({ validFrom }) => validFrom },
	{ header: m.agreements_valid_to(), kind: 'date', value: ({ validTo }) => validTo },
	{
		header: m.agreements_column_standing(),
		kind: 'text',
		value: (row) => standingWord(standingOf(row, today()))
	}
];
