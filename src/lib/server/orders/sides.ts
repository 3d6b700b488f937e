import { unwrap } from '../refusal';
import type { Client } from '../supabase/clients';

/** Who buys and who sells, and the frame agreement between them; null for whoever is not a side of the order. */
export async function orderSides(client: Client, id: string) {
	const [side] = unwrap(await client.rpc('order_sides', { p_order: id }));
	if (!side) return null;
	const agreementId = side.agreement_id as string | null;
	return {
		jobCentre: side.job_centre,
		jobCentreCvr: side.job_centre_cvr as string | null,
		ean: side.ean as string | null,
		orderContact: side.order_contact as string | null,
		/** A person with an address. */
		jobCentreContact: side.job_centre_contact as string | null,
		provider: side.provider,
		providerCvr: side.provider_cvr as string | null,
		providerContact: side.provider_contact as string | null,
		/** The one that the order was made within. */
		agreement:
			agreementId === null
				? null
				: {
						id: agreementId,
						reference: side.agreement_reference,
						terms: side.agreement_terms as string | null,
						/** Ordered without asking the school for a quote. */
						isDirect: side.is_direct
					}
	};
}
export type OrderSides = NonNullable<Awaited<ReturnType<typeof orderSides>>>;
