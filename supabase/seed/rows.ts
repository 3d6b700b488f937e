import type { Database } from '../../src/lib/server/supabase/database.types.ts';

/** SQL that stands where a value would, for what only the database can know or compute. */
export class Expression {
	readonly sql: string;
	constructor(sql: string) {
		this.sql = sql;
	}
}

type Tables = Database['public']['Tables'];
export type Row<Table extends keyof Tables> = {
	[Column in keyof Tables[Table]['Insert']]: Tables[Table]['Insert'][Column] | Expression;
};

/** A person with a login, who comes in by an invitation as everybody does. */
export interface Person {
	id: string;
	email: string;
	displayName: string;
	organisationId: string;
	role: string;
}

/** The last number used of a kind of paper. */
export interface Counter {
	organisation_id: string;
	prefix: string;
	year: number;
	last: number;
}

/** The demonstration, table by table, in the order in which the rows can be inserted. */
export interface DemoRows {
	organisation: Row<'organisation'>[];
	job_centre: Row<'job_centre'>[];
	people: Person[];
	funding_source: Row<'funding_source'>[];
	budget: Row<'budget'>[];
	target: Row<'target'>[];
	module: Row<'module'>[];
	module_price: Row<'module_price'>[];
	module_price_step: Row<'module_price_step'>[];
	module_element: Row<'module_element'>[];
	module_offering: Row<'module_offering'>[];
	module_funding: Row<'module_funding'>[];
	module_cost: Row<'module_cost'>[];
	module_version: Row<'module_version'>[];
	module_count: Row<'module_count'>[];
	favourite: Row<'favourite'>[];
	shortlist_entry: Row<'shortlist_entry'>[];
	need_template: Row<'need_template'>[];
	need_template_work_time: Row<'need_template_work_time'>[];
	need_template_field: Row<'need_template_field'>[];
	frame_agreement: Row<'frame_agreement'>[];
	frame_agreement_price: Row<'frame_agreement_price'>[];
	candidate: Row<'candidate'>[];
	placement: Row<'placement'>[];
	need: Row<'need'>[];
	need_work_time: Row<'need_work_time'>[];
	need_free_time: Row<'need_free_time'>[];
	need_participant: Row<'need_participant'>[];
	need_brief: Row<'need_brief'>[];
	quote_request: Row<'quote_request'>[];
	quote: Row<'quote'>[];
	quote_line: Row<'quote_line'>[];
	quote_session: Row<'quote_session'>[];
	question: Row<'question'>[];
	question_asker: Row<'question_asker'>[];
	purchase_order: Row<'purchase_order'>[];
	order_reason: Row<'order_reason'>[];
	engagement: Row<'engagement'>[];
	candidate_contact: Row<'candidate_contact'>[];
	order_change: Row<'order_change'>[];
	order_change_line: Row<'order_change_line'>[];
	event: Row<'event'>[];
	notification: Row<'notification'>[];
	reference_counter: Counter[];
}
