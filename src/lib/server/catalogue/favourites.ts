/** What somebody marks for themselves, and what a job centre says of modules among its own. */
import type { Cookies } from '@sveltejs/kit';
import type { Module } from '$lib/domain/catalogue/module';
import type { ShortlistEntry } from '$lib/domain/catalogue/shortlist';
import { actingFor } from '$lib/domain/members/session';
import { pageOf, rangeOf, type Page } from '../paging';
import { unwrap } from '../refusal';
import { ORGANISATION_COOKIE } from '../session';
import type { Client } from '../supabase/clients';
import { inOrder, MODULE, moduleOf } from './rows';

/** Far more than anyone marks; a mark that is left out shows an empty star. */
const MOST = 1000;

/** The modules that the caller has marked; undefined for somebody who has not signed in. */
export async function favouriteIds({
	session,
	supabase
}: Pick<App.Locals, 'session' | 'supabase'>): Promise<string[] | undefined> {
	if (!session) return undefined;
	const rows = unwrap(await supabase.from('favourite').select('module_id').limit(MOST));
	return rows.map((row) => row.module_id);
}

export async function setFavourite(
	client: Client,
	moduleId: string,
	isFavourite: boolean
): Promise<void> {
	const answer = await client.rpc('set_favourite', {
		p_module: moduleId,
		p_is_favourite: isFavourite
	});
	unwrap(answer);
}

/** The caller's favourites that are in the catalogue, by title, and how many are not just now. */
export async function favourites(
	client: Client,
	page: number
): Promise<Page<Module> & { away: number }> {
	const [shown, all] = await Promise.all([
		inOrder(
			client.from('module').select(`${MODULE}, favourite!inner(created_at)`, { count: 'exact' })
		)
			.order('title')
			.order('id')
			.range(...rangeOf(page)),
		client.from('favourite').select('module_id', { count: 'exact', head: true })
	]);
	const { rows, total } = pageOf(shown);
	return { rows: rows.map(moduleOf), total, away: (all.count ?? total) - total };
}

/** An entry of the short list with its module; null while that is out of the catalogue. */
export interface ListedEntry extends ShortlistEntry {
	moduleId: string;
	module: { title: string; purpose: string | null; school: string } | null;
}

const ENTRY = 'note, version, written_at, writer:profile(display_name)';

/** A job centre's short list, what was written last first. */
export async function shortlist(
	client: Client,
	jobCentreId: string,
	page: number
): Promise<Page<ListedEntry>> {
	const answer = await client
		.from('shortlist_entry')
		.select(
			`${ENTRY}, module_id, module(title, purpose, school:organisation!module_provider_id_fkey(name))`,
			{ count: 'exact' }
		)
		.eq('job_centre_id', jobCentreId)
		.order('written_at', { ascending: false })
		.order('id')
		.range(...rangeOf(page));
	const { rows, total } = pageOf(answer);
	return {
		total,
		rows: rows.map((row) => ({
			...entryOf(row),
			moduleId: row.module_id,
			module: row.module && {
				title: row.module.title,
				purpose: row.module.purpose,
				school: row.module.school.name
			}
		}))
	};
}

/** What a job centre has noted on one module, at the version that it is; null when nothing. */
export async function shortlistEntry(
	client: Client,
	jobCentreId: string,
	moduleId: string
): Promise<(ShortlistEntry & { version: number }) | null> {
	const row = unwrap(
		await client
			.from('shortlist_entry')
			.select(ENTRY)
			.eq('job_centre_id', jobCentreId)
			.eq('module_id', moduleId)
			.maybeSingle()
	);
	return row && { ...entryOf(row), version: row.version };
}

/** What the job centre of a need has noted on modules of its subject, by module. */
export async function shortlistForNeed(
	client: Client,
	needId: string
): Promise<Map<string, ShortlistEntry>> {
	const rows = unwrap(await client.rpc('shortlist_for_need', { p_need: needId }));
	return new Map(
		rows.map(({ module_id, note, written_by, written_at }) => [
			module_id,
			{ note, writtenBy: written_by, writtenAt: written_at }
		])
	);
}

/** What the reader of a module's page has marked it with, alone and with their job centre. */
export interface Marks {
	/** Undefined for somebody who has not signed in. */
	isFavourite: boolean | undefined;
	shortlist: ShortlistEntry | null;
	/** Whether the reader may write on the job centre's short list. */
	mayList: boolean;
}

export async function marksOf(
	{ locals, cookies }: { locals: App.Locals; cookies: Cookies },
	moduleId: string
): Promise<Marks> {
	const { session, supabase } = locals;
	if (!session) return { isFavourite: undefined, shortlist: null, mayList: false };
	const jobCentre = actingFor(session, cookies.get(ORGANISATION_COOKIE), [
		'broker',
		'coordinator',
		'approver'
	]);
	const [favourite, entry] = await Promise.all([
		supabase.from('favourite').select('module_id').eq('module_id', moduleId).maybeSingle(),
		jobCentre ? shortlistEntry(supabase, jobCentre.organisationId, moduleId) : null
	]);
	return {
		isFavourite: unwrap(favourite) !== null,
		shortlist: entry,
		mayList: session.memberships.some(
			({ organisationId, role }) =>
				organisationId === jobCentre?.organisationId && role !== 'approver'
		)
	};
}

export async function saveShortlistEntry(
	client: Client,
	jobCentreId: string,
	moduleId: string,
	{ version, note }: { version: number; note: string }
): Promise<void> {
	const answer = await client.rpc('save_shortlist_entry', {
		p_job_centre: jobCentreId,
		p_module: moduleId,
		p_version: version,
		p_note: note
	});
	unwrap(answer);
}

export async function removeShortlistEntry(
	client: Client,
	jobCentreId: string,
	moduleId: string,
	version: number
): Promise<void> {
	const answer = await client.rpc('remove_shortlist_entry', {
		p_job_centre: jobCentreId,
		p_module: moduleId,
		p_version: version
	});
	unwrap(answer);
}

interface EntryRow {
	note: string;
	written_at: string;
	writer: { display_name: string } | null;
}
const entryOf = ({ note, written_at, writer }: EntryRow): ShortlistEntry => ({
	note,
	writtenBy: writer?.display_name ?? null,
	writtenAt: written_at
});
