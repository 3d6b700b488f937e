import type { SuperValidated } from 'sveltekit-superforms';
import { pageForm } from '$lib/components/ui/page-form';
import type { TypedQuote } from '$lib/domain/quotes/quote-form';

/** The browser's half of the form of a quote, which its parts share. */
export const quotePage = (form: SuperValidated<TypedQuote>) => pageForm(form);
export type QuotePage = ReturnType<typeof quotePage>;
