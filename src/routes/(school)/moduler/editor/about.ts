import type { ModuleDraft } from '$lib/domain/catalogue/editor/draft';
import type { ReferenceNames } from '$lib/domain/catalogue/details';
import type { ModuleState, School, Subject } from '$lib/domain/catalogue/module';

/** The module that a step is a part of, as it was last saved, and what it is shown with. */
export interface About {
	/** Missing until it has been saved for the first time. */
	id?: string;
	state: ModuleState;
	saved: ModuleDraft;
	school: School;
	subjects: Subject[];
	names: ReferenceNames;
}
