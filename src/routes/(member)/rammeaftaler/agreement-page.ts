import type { SuperValidated } from 'sveltekit-superforms';
import type { z } from 'zod';
import { pageForm } from '$lib/components/ui/page-form';
import type { agreementForm } from '$lib/domain/agreements/agreement-form';

/** The browser's half of the form of an agreement. */
export const agreementPage = (form: SuperValidated<z.input<typeof agreementForm>>) =>
	pageForm(form, { guard: true });
export type AgreementPage = ReturnType<typeof agreementPage>;
