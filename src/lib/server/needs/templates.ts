/** A job centre's need templates, read by all of it and written by its coordinator. */
import {
	templateFields,
	type FieldGuide,
	type NeedTemplate,
	type TemplateAnswers,
	type TemplateField
} from '$lib/domain/needs/template';
import type { NeedDraft } from '$lib/domain/needs/need';
import type { Client } from '../supabase/clients';
import { pageOf, rangeOf, type Page } from '../paging';
import { unwrap } from '../refusal';
import { timesOf } from './times';

const TEMPLATE =
	`id, version, title, is_archived, participants, workplace, placement_kind, tasks, subject_code, goal,
	hours_wanted, session_hours_max, weekly_hours_max, place, funding_source_id, price_ceiling_ore,
	good_enough, delivery_form, certificate_kind, support, accommodations,
	work_times:need_template_work_time(weekday, starts, ends),
	fields:need_template_field(field, help, is_required)` as const;

const templates = (client: Client) =>
	client.from('need_template').select(TEMPLATE, { count: 'exact' });
type TemplateRow = NonNullable<Awaited<ReturnType<typeof templates>>['data']>[number];

/** The templates of a job centre, by title; those that are put away last. */
export async function listTemplates(
	client: Client,
	jobCentreId: string,
	page = 1
): Promise<Page<NeedTemplate>> {
	const { rows, total } = pageOf(
		await templates(client)
			.eq('job_centre_id', jobCentreId)
			.order('is_archived')
			.order('title')
			.order('id')
			.range(...rangeOf(page))
	);
	return { rows: rows.map(templateOf), total };
}

/** All that a need of the job centre can be begun from, by title. */
export async function templatesInUse(client: Client, jobCentreId: string): Promise<NeedTemplate[]> {
	const rows = unwrap(
		await templates(client)
			.eq('job_centre_id', jobCentreId)
			.eq('is_archived', false)
			.order('title')
			.order('id')
	);
	return rows.map(templateOf);
}

/** A template; null when the caller may not see it. */
export async function templateById(client: Client, id: string): Promise<NeedTemplate | null> {
	const row = unwrap(await templates(client).eq('id', id).maybeSingle());
	return row && templateOf(row);
}

/** What a template says at the questions of the form, in their order. */
export const guidesOf = (
	rows: { field: string; help: string | null; is_required: boolean }[]
): FieldGuide[] =>
	rows
		.map(({ field, help, is_required }) => ({
			field: field as TemplateField,
			help,
			isRequired: is_required
		}))
		.sort((one, other) => templateFields.indexOf(one.field) - templateFields.indexOf(other.field));

function templateOf(row: TemplateRow): NeedTemplate {
	return {
		id: row.id,
		version: row.version,
		title: row.title,
		isArchived: row.is_archived,
		fields: guidesOf(row.fields),
		answers: {
			participants: row.participants,
			workplace: row.workplace,
			placementKind: row.placement_kind as NeedDraft['placementKind'],
			tasks: row.tasks,
			workTimes: timesOf(row.work_times),
			subjectCode: row.subject_code,
			goal: row.goal,
			goodEnough: row.good_enough,
			certificateKind: row.certificate_kind as NeedDraft['certificateKind'],
			support: row.support as NeedDraft['support'],
			accommodations: row.accommodations as NeedDraft['accommodations'],
			hoursWanted: row.hours_wanted,
			sessionHoursMax: row.session_hours_max,
			weeklyHoursMax: row.weekly_hours_max,
			place: row.place as NeedDraft['place'],
			deliveryForm: row.delivery_form as NeedDraft['deliveryForm'],
			fundingSourceId: row.funding_source_id,
			priceCeilingOre: row.price_ceiling_ore
		}
	};
}

/** Saves a template that was opened at this version, 0 for a new one. */
export async function saveTemplate(
	client: Client,
	jobCentreId: string,
	{ id, version }: { id: string; version: number },
	{ title, answers, fields }: { title: string; answers: TemplateAnswers; fields: FieldGuide[] }
): Promise<void> {
	unwrap(
		await client.rpc('save_need_template', {
			p_id: id,
			p_job_centre: jobCentreId,
			p_version: version,
			p_template: {
				title,
				participants: answers.participants,
				workplace: answers.workplace,
				placement_kind: answers.placementKind,
				tasks: answers.tasks,
				work_times: answers.workTimes.map(({ weekday, starts, ends }) => ({
					weekday,
					starts,
					ends
				})),
				subject_code: answers.subjectCode,
				goal: answers.goal,
				hours_wanted: answers.hoursWanted,
				session_hours_max: answers.sessionHoursMax,
				weekly_hours_max: answers.weeklyHoursMax,
				place: answers.place,
				funding_source_id: answers.fundingSourceId,
				price_ceiling_ore: answers.priceCeilingOre,
				good_enough: answers.goodEnough,
				delivery_form: answers.deliveryForm,
				certificate_kind: answers.certificateKind,
				support: answers.support,
				accommodations: answers.accommodations,
				fields: fields.map(({ field, help, isRequired }) => ({
					field,
					help,
					is_required: isRequired
				}))
			}
		})
	);
}

/** Puts a template away, or takes it up again. */
export async function archiveTemplate(
	client: Client,
	{ id, version, isArchived }: { id: string; version: number; isArchived: boolean }
): Promise<void> {
	unwrap(
		await client.rpc('archive_need_template', {
			p_id: id,
			p_version: version,
			p_is_archived: isArchived
		})
	);
}
