import { BLANK_MODULE, type ModuleContent, type ModuleCost } from '../module';

/** All that a school writes about a module, its private cost included. */
export interface ModuleDraft extends ModuleContent {
	cost: ModuleCost | null;
}

export const BLANK_DRAFT: ModuleDraft = { ...BLANK_MODULE, cost: null };
