import { z } from 'zod';
import { choice, version } from '$lib/domain/shared/fields';
import { m } from '$lib/paraglide/messages';
import type { Column, ColumnKey } from './columns';
import { KNOWN_CHOICES } from './rows';

/** What a school says of the columns of its sheet. */
export const mapForm = (columns: readonly Column[]) =>
	z
		.object({
			version: version(),
			known: choice(KNOWN_CHOICES),
			columns: z.array(z.object({ holds: z.string() })).max(100)
		})
		.transform((data, ctx) => {
			const named = new Map<string, Column>(columns.map((column) => [column.key, column]));
			const mapping = data.columns.map(({ holds }, index): ColumnKey | null => {
				const column = named.get(holds);
				if (!column) return null;
				if (data.columns.findIndex((other) => other.holds === holds) < index) {
					ctx.addIssue({
						code: 'custom',
						path: ['columns', index, 'holds'],
						message: m.catalogue_import_map_twice({ column: column.heading() })
					});
				}
				return column.key;
			});
			if (!mapping.some((key) => key === 'title' || key === 'code' || key === 'id')) {
				ctx.addIssue({
					code: 'custom',
					path: ['columns', 0, 'holds'],
					message: m.catalogue_import_map_lacks()
				});
			}
			return { ...data, mapping };
		});

/** An import at the version that was on the page. */
export const applyForm = z.object({ version: version() });
