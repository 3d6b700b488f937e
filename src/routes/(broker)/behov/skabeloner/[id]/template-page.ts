import type { SuperForm } from 'sveltekit-superforms';
import type { z } from 'zod';
import type { templateForm } from '$lib/domain/needs/template-form';

/** The browser's half of the editor's form, which each step's questions are bound to. */
export type TemplatePage = SuperForm<z.input<typeof templateForm>>;
