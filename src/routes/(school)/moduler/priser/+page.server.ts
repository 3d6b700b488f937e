import { fail } from '@sveltejs/kit';
import { carryOutForm, repriceForm } from '$lib/domain/catalogue/own-form';
import {
	isChanged,
	isInOrder,
	isPossible,
	newDates,
	newPrices,
	type PriceChange
} from '$lib/domain/catalogue/reprice';
import type { Module } from '$lib/domain/catalogue/module';
import { m } from '$lib/paraglide/messages';
import { ownModulesById, repriceModules } from '$lib/server/catalogue/own';
import { newForm, readAddress, readForm } from '$lib/server/forms';
import { doneAt } from '$lib/server/notice';
import { requireRole } from '$lib/server/session';
import { refusedModules } from '../change';
import type { Actions, PageServerLoad } from './$types';

const MOST = 100;

export const load: PageServerLoad = async (event) => {
	const { organisationId } = requireRole(event, 'leader');
	const { locals, url } = event;
	const picked = url.searchParams.getAll('picked').slice(0, MOST);
	const ids = picked.map((seen) => seen.split('.')[0]!);
	const modules = ids.length ? await ownModulesById(locals.supabase, organisationId, ids) : [];
	const open = modules.filter(({ state }) => state !== 'archived');
	const { form, data } = url.searchParams.has('way')
		? await readAddress(url, repriceForm)
		: {
				form: await newForm(repriceForm, {
					picked,
					way: 'percent_up',
					scope: 'teaching',
					roundTo: '1'
				})
			};
	return {
		form,
		titles: open.map(({ title }) => title),
		archived: modules.filter((module) => !open.includes(module)).map(({ title }) => title),
		preview: data ? open.map((module) => repriced(module, data)) : null
	};
};

/** A module as it is and as it would be. */
function repriced(
	module: Module,
	change: PriceChange & { validFrom: string | null; validUntil: string | null }
) {
	const { id, version, title } = module;
	const prices = newPrices(module, change);
	const { priceValidFrom, priceValidUntil } = module;
	const before = { priceValidFrom, priceValidUntil };
	const after = { ...before, ...newDates(change) };
	const datesChange =
		before.priceValidFrom !== after.priceValidFrom ||
		before.priceValidUntil !== after.priceValidUntil;
	return {
		id,
		version,
		title,
		...prices,
		validity: datesChange ? { before, after, isInOrder: isInOrder(after) } : null,
		isChanged: isChanged(prices) || datesChange,
		isPossible: isPossible(prices) && isInOrder(after)
	};
}

export const actions: Actions = {
	carryOut: async (event) => {
		requireRole(event, 'leader');
		const { data } = await readForm(event, carryOutForm);
		if (!data) return fail(400, { errors: [{ path: '', messages: [m.common_invalid()] }] });
		try {
			await repriceModules(event.locals.supabase, data.modules, newDates(data));
		} catch (error) {
			// Nothing on this page stands for one module alone.
			const errors = refusedModules(error).map(({ messages }) => ({ path: '', messages }));
			return fail(409, { errors });
		}
		const count = data.modules.length;
		doneAt(
			event.cookies,
			'/moduler',
			count === 1 ? m.catalogue_reprice_done_one() : m.catalogue_reprice_done({ count })
		);
	}
};
