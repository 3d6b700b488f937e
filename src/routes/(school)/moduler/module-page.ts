import type { SuperForm } from 'sveltekit-superforms';
import type { ModuleValues } from '$lib/domain/catalogue/module-form';

/** What each part of the editor writes into. */
export type ModulePage = SuperForm<ModuleValues>;
