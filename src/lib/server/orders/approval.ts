/** Who approves what in a job centre, and who stands in while somebody is away. */
import type { CancelRule } from '$lib/domain/orders/cancellation';
import { unwrap } from '../refusal';
import type { Client } from '../supabase/clients';

/** The rules, and what they can be made of. */
export async function approvalRules(client: Client, jobCentreId: string) {
	const [settings, rules, approvers, sources] = await Promise.all([
		client
			.from('job_centre')
			.select(
				`version:approval_rules_version, settingsVersion:version, freeDays:cancel_free_days, percent:cancel_percent`
			)
			.eq('organisation_id', jobCentreId)
			.single(),
		client
			.from('approval_rule')
			.select(
				'aboveOre:above_ore, fundingSourceId:funding_source_id, approverId:approver_membership_id'
			)
			.eq('job_centre_id', jobCentreId)
			.order('above_ore')
			.order('id'),
		client
			.from('membership')
			.select('id, profile(displayName:display_name)')
			.eq('organisation_id', jobCentreId)
			.eq('role', 'approver')
			.order('created_at'),
		client
			.from('funding_source')
			.select('id, nameDa:name_da, nameEn:name_en')
			.or(`job_centre_id.is.null,job_centre_id.eq.${jobCentreId}`)
			.order('name_da')
	]);
	const { version, ...cancelRule } = unwrap(settings);
	return {
		version,
		cancelRule,
		rules: unwrap(rules),
		approvers: unwrap(approvers).map(({ id, profile }) => ({ id, name: profile.displayName })),
		sources: unwrap(sources)
	};
}

interface Rule {
	above: number;
	fundingSourceId: string | null;
	approverId: string | null;
}

export async function setApprovalRules(
	client: Client,
	jobCentreId: string,
	version: number,
	rules: readonly Rule[]
): Promise<void> {
	unwrap(
		await client.rpc('set_approval_rules', {
			p_job_centre: jobCentreId,
			p_version: version,
			p_rules: rules.map(({ above, fundingSourceId, approverId }) => ({
				above_ore: above,
				funding_source_id: fundingSourceId,
				approver_membership_id: approverId
			}))
		})
	);
}

/** What orders that are made from now on say of being cancelled. */
export async function setCancelRule(
	client: Client,
	jobCentreId: string,
	{ version, freeDays, percent }: CancelRule & { version: number }
): Promise<void> {
	unwrap(
		await client.rpc('set_cancel_rule', {
			p_job_centre: jobCentreId,
			p_version: version,
			p_free_days: freeDays,
			p_percent: percent
		})
	);
}

/** Who stands in for an approver, if anyone, and the colleagues who could. */
export async function delegationOf(client: Client, jobCentreId: string, approverId: string) {
	const [standing, colleagues] = await Promise.all([
		client
			.from('approval_delegation')
			.select('version, delegateId:delegate_id, startsOn:starts_on, endsOn:ends_on')
			.eq('job_centre_id', jobCentreId)
			.eq('approver_id', approverId)
			.maybeSingle(),
		client
			.from('membership')
			.select('userId:user_id, profile(displayName:display_name)')
			.eq('organisation_id', jobCentreId)
			.neq('user_id', approverId)
			.order('created_at')
	]);
	// Somebody with two roles is one colleague.
	const names = new Map(
		unwrap(colleagues).map(({ userId, profile }) => [userId, profile.displayName])
	);
	return {
		standing: unwrap(standing),
		colleagues: [...names].map(([id, name]) => ({ id, name }))
	};
}

interface Delegate {
	version: number;
	delegateId: string | null;
	startsOn: string | null;
	endsOn: string | null;
}

/** Names who stands in for the caller; nobody when there is no `delegateId`. */
export async function setDelegate(
	client: Client,
	jobCentreId: string,
	{ version, delegateId, startsOn, endsOn }: Delegate
): Promise<void> {
	unwrap(
		await client.rpc('set_approval_delegate', {
			p_job_centre: jobCentreId,
			p_version: version,
			p_delegate: delegateId,
			p_starts_on: startsOn,
			p_ends_on: endsOn
		})
	);
}
