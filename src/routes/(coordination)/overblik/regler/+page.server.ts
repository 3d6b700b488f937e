import { approvalRulesSchema, cancelRuleSchema } from '$lib/domain/orders/approval-form';
import { kroner } from '$lib/domain/shared/format';
import { m } from '$lib/paraglide/messages';
import { approvalRules, setApprovalRules, setCancelRule } from '$lib/server/orders/approval';
import { handleForm, newForm } from '$lib/server/forms';
import { doneAt } from '$lib/server/notice';
import { requireRole } from '$lib/server/session';
import type { Actions, PageServerLoad } from './$types';

const EMPTY = { above: '', fundingSourceId: '', approverId: '' };

export const load: PageServerLoad = async (event) => {
	const { organisationId } = requireRole(event, 'coordinator');
	const known = await approvalRules(event.locals.supabase, organisationId);
	return {
		approvers: known.approvers,
		sources: known.sources,
		cancelRule: await newForm(cancelRuleSchema, {
			version: String(known.cancelRule.settingsVersion),
			freeDays: String(known.cancelRule.freeDays),
			percent: String(known.cancelRule.percent)
		}),
		rules: await newForm(approvalRulesSchema, {
			version: String(known.version),
			// The empty one is where the next rule is written.
			rules: [
				...known.rules.map(({ aboveOre, fundingSourceId, approverId }) => ({
					above: kroner(aboveOre),
					fundingSourceId: fundingSourceId ?? '',
					approverId: approverId ?? ''
				})),
				EMPTY
			]
		})
	};
};

export const actions: Actions = {
	annullering: (event) => {
		const { organisationId } = requireRole(event, 'coordinator');
		return handleForm(event, cancelRuleSchema, async (rule) => {
			await setCancelRule(event.locals.supabase, organisationId, rule);
			doneAt(event.cookies, '/overblik/regler', m.orders_cancel_rule_saved());
		});
	},
	regler: (event) => {
		const { organisationId } = requireRole(event, 'coordinator');
		return handleForm(event, approvalRulesSchema, async ({ version, rules }) => {
			const kept = rules.flatMap(({ above, ...rule }) =>
				above === null ? [] : [{ ...rule, above }]
			);
			await setApprovalRules(event.locals.supabase, organisationId, version, kept);
			doneAt(event.cookies, '/overblik/regler', m.orders_rules_saved());
		});
	}
};
