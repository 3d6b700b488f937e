import { inflateRawSync } from 'node:zlib';
import { Unzip, UnzipPassThrough, zipSync } from 'fflate';
import { SheetRefused, type SheetReason } from './refused';

/** What a workbook may hold when it is unpacked. A sheet of 5 000 rows has a few megabytes. */
const MOST_BYTES = 30 * 1024 * 1024;
const MOST_ENTRIES = 500;

type Entries = Map<string, Uint8Array>;

/**
 * The first sheet of a workbook, checked and packed anew with nothing but what reading it needs; so whoever reads it
 * meets no more than has been looked at.
 */
export function firstSheet(bytes: Uint8Array): { workbook: Uint8Array; sheet: string } {
	const entries = unpack(bytes);
	const text = (name: string) => {
		const entry = entries.get(name);
		if (!entry) throw new SheetRefused('damaged');
		const xml = new TextDecoder().decode(entry);
		// Entities can be made to grow without end, and no spreadsheet needs them.
		if (/<!(DOCTYPE|ENTITY)/i.test(xml)) throw new SheetRefused('damaged');
		return xml;
	};
	if (!entries.has('[Content_Types].xml')) throw new SheetRefused('not_a_sheet');
	const types = text('[Content_Types].xml');
	if (/macroEnabled|vbaProject|macrosheet/i.test(types)) throw new SheetRefused('macros');
	if (!types.includes('spreadsheetml.sheet.main+xml')) throw new SheetRefused('not_a_sheet');

	const id = /<(?:\w+:)?sheet\s[^>]*?\w+:id="([^"]+)"/.exec(text('xl/workbook.xml'))?.[1];
	const relations =
		text('xl/_rels/workbook.xml.rels').match(/<(?:\w+:)?Relationship\s[^>]*>/g) ?? [];
	const target = relations
		.find((relation) => relation.includes(` Id="${id}"`))
		?.match(/ Target="([^"]+)"/)?.[1];
	if (!id || !target) throw new SheetRefused('damaged');
	const path = target.startsWith('/') ? target.slice(1) : `xl/${target}`;
	const sheet = text(path);
	const kept = [...entries.keys()].filter(
		(name) => !name.startsWith('xl/worksheets/') || name === path
	);
	for (const name of kept) text(name);
	const workbook = zipSync(Object.fromEntries(kept.map((name) => [name, entries.get(name)!])), {
		level: 0
	});
	return { workbook, sheet };
}

/** The files of text in a packed file; whatever they claim, no more is unpacked than a sheet may need. */
function unpack(bytes: Uint8Array): Entries {
	const entries: Entries = new Map();
	let left = MOST_BYTES;
	let count = 0;
	let refused: SheetRefused | undefined;
	const refuse = (reason: SheetReason) => (refused ??= new SheetRefused(reason));
	const unzip = new Unzip((entry) => {
		if (++count > MOST_ENTRIES) refuse('unpacks_too_large');
		if (/vbaProject\.bin$|(^|\/)macrosheets\//i.test(entry.name)) refuse('macros');
		// Pictures and the like are not looked at.
		if (refused || !/\.(xml|rels)$/i.test(entry.name)) return;
		const packed: Uint8Array[] = [];
		entry.ondata = (error, chunk, isLast) => {
			if (error) refuse('damaged');
			if (chunk) packed.push(chunk);
			if (refused || !isLast) return;
			try {
				const unpacked = entry.compression
					? inflateRawSync(Buffer.concat(packed), { maxOutputLength: left })
					: Buffer.concat(packed);
				left -= unpacked.length;
				if (left <= 0) refuse('unpacks_too_large');
				entries.set(entry.name, unpacked);
			} catch (error) {
				const isTooLarge = error instanceof RangeError;
				refuse(isTooLarge ? 'unpacks_too_large' : 'damaged');
			}
		};
		entry.start();
	});
	unzip.register(UnzipPassThrough);
	unzip.register(StillPacked);
	try {
		unzip.push(bytes, true);
	} catch {
		refuse('damaged');
	}
	if (refused) throw refused;
	return entries;
}

/** Hands on what is packed as it is: Node unpacks it, and stops where it is told to. */
class StillPacked extends UnzipPassThrough {
	static override compression = 8;
}
