import { unwrap } from './refusal';
import type { Client } from './supabase/clients';

/** What stands on an organisation's papers. */
export async function organisationDetails(client: Client, id: string) {
	const { settings, ...organisation } = unwrap(
		await client
			.from('organisation')
			.select(
				`kind, name, cvr, version:details_version, settings:job_centre(ean, orderContact:order_contact)`
			)
			.eq('id', id)
			.single()
	);
	return {
		...organisation,
		ean: settings?.ean ?? null,
		orderContact: settings?.orderContact ?? null
	};
}

interface Details {
	version: number;
	cvr: string | null;
	ean: string | null;
	orderContact: string | null;
}

export async function setOrganisationDetails(
	client: Client,
	id: string,
	{ version, cvr, ean, orderContact }: Details
): Promise<void> {
	unwrap(
		await client.rpc('set_organisation_details', {
			p_organisation: id,
			p_version: version,
			p_cvr: cvr,
			p_ean: ean,
			p_order_contact: orderContact
		})
	);
}
