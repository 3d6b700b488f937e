import { m } from '$lib/paraglide/messages';
import type { KnownChoice, RowKind } from './rows';

const kinds: Record<RowKind, { one: () => string; many: () => string }> = {
	new: { one: m.catalogue_import_kind_new, many: m.catalogue_import_count_new },
	changed: { one: m.catalogue_import_kind_changed, many: m.catalogue_import_count_changed },
	unchanged: { one: m.catalogue_import_kind_unchanged, many: m.catalogue_import_count_unchanged },
	left: { one: m.catalogue_import_kind_left, many: m.catalogue_import_count_left },
	wrong: { one: m.catalogue_import_kind_wrong, many: m.catalogue_import_count_wrong }
};
/** What comes of a row, and of several. */
export const rowKindWord = (kind: RowKind) => kinds[kind].one();
export const rowKindsWord = (kind: RowKind) => kinds[kind].many();

const choices: Record<KnownChoice, () => string> = {
	change: m.catalogue_import_known_change,
	only_new: m.catalogue_import_known_only_new,
	only_known: m.catalogue_import_known_only_known
};
export const knownChoiceWord = (choice: KnownChoice) => choices[choice]();

/** Why the database did not save a row. */
export function refusedRowWord(code: string, detail: Record<string, unknown>): string {
	if (code === 'stale' || code === 'not_found') return m.catalogue_import_refused_stale();
	if (detail.reason === 'code_taken') return m.catalogue_import_refused_code();
	if (code === 'wrong_state') return m.catalogue_import_refused_state();
	if (code === 'module_incomplete') return m.catalogue_import_refused_incomplete();
	if (code === 'cpr_in_text') return m.common_cpr_in_text();
	return m.catalogue_import_refused_other({ code: String(detail.field ?? detail.reason ?? code) });
}
