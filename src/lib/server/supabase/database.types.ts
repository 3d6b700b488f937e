// Written by `npm run types` from the schema; not edited by hand.
export type Json = string | number | boolean | null | { [key: string]: Json | undefined } | Json[];

export type Database = {
	public: {
		Tables: {
			approval_delegation: {
				Row: { id: string; job_centre_id: string; approver_id: string; delegate_id: string; starts_on: string; ends_on: string; version: number };
				Insert: { id?: string; job_centre_id: string; approver_id: string; delegate_id: string; starts_on: string; ends_on: string; version?: number };
				Update: { id?: string; job_centre_id?: string; approver_id?: string; delegate_id?: string; starts_on?: string; ends_on?: string; version?: number };
				Relationships: [{ foreignKeyName: 'approval_delegation_approver_id_fkey'; columns: ['approver_id']; isOneToOne: false; referencedRelation: 'profile'; referencedColumns: ['user_id'] }, { foreignKeyName: 'approval_delegation_delegate_id_fkey'; columns: ['delegate_id']; isOneToOne: false; referencedRelation: 'profile'; referencedColumns: ['user_id'] }, { foreignKeyName: 'approval_delegation_job_centre_id_fkey'; columns: ['job_centre_id']; isOneToOne: false; referencedRelation: 'organisation'; referencedColumns: ['id'] }];
			};
			approval_rule: {
				Row: { id: string; job_centre_id: string; above_ore: number; funding_source_id: string | null; approver_membership_id: string | null };
				Insert: { id?: string; job_centre_id: string; above_ore: number; funding_source_id?: string | null; approver_membership_id?: string | null };
				Update: { id?: string; job_centre_id?: string; above_ore?: number; funding_source_id?: string | null; approver_membership_id?: string | null };
				Relationships: [{ foreignKeyName: 'approval_rule_approver_membership_id_fkey'; columns: ['approver_membership_id']; isOneToOne: false; referencedRelation: 'membership'; referencedColumns: ['id'] }, { foreignKeyName: 'approval_rule_funding_source_id_fkey'; columns: ['funding_source_id']; isOneToOne: false; referencedRelation: 'funding_source'; referencedColumns: ['id'] }, { foreignKeyName: 'approval_rule_job_centre_id_fkey'; columns: ['job_centre_id']; isOneToOne: false; referencedRelation: 'organisation'; referencedColumns: ['id'] }];
			};
			budget: {
				Row: { id: string; job_centre_id: string; funding_source_id: string; year: number; amount_ore: number };
				Insert: { id?: string; job_centre_id: string; funding_source_id: string; year: number; amount_ore: number };
				Update: { id?: string; job_centre_id?: string; funding_source_id?: string; year?: number; amount_ore?: number };
				Relationships: [{ foreignKeyName: 'budget_funding_source_id_fkey'; columns: ['funding_source_id']; isOneToOne: false; referencedRelation: 'funding_source'; referencedColumns: ['id'] }, { foreignKeyName: 'budget_job_centre_id_fkey'; columns: ['job_centre_id']; isOneToOne: false; referencedRelation: 'organisation'; referencedColumns: ['id'] }];
			};
			candidate: {
				Row: { id: string; job_centre_id: string; alias: string; target_group_code: string; weekly_hours: number | null; referred_on: string };
				Insert: { id?: string; job_centre_id: string; alias: string; target_group_code: string; weekly_hours?: number | null; referred_on?: string };
				Update: { id?: string; job_centre_id?: string; alias?: string; target_group_code?: string; weekly_hours?: number | null; referred_on?: string };
				Relationships: [{ foreignKeyName: 'candidate_job_centre_id_fkey'; columns: ['job_centre_id']; isOneToOne: false; referencedRelation: 'organisation'; referencedColumns: ['id'] }, { foreignKeyName: 'candidate_target_group_code_fkey'; columns: ['target_group_code']; isOneToOne: false; referencedRelation: 'target_group'; referencedColumns: ['code'] }];
			};
			candidate_contact: {
				Row: { need_id: string; first_name: string; contact: string; updated_at: string; candidate_id: string };
				Insert: { need_id: string; first_name: string; contact: string; updated_at?: string; candidate_id: string };
				Update: { need_id?: string; first_name?: string; contact?: string; updated_at?: string; candidate_id?: string };
				Relationships: [{ foreignKeyName: 'candidate_contact_candidate_id_fkey'; columns: ['candidate_id']; isOneToOne: false; referencedRelation: 'candidate'; referencedColumns: ['id'] }, { foreignKeyName: 'candidate_contact_need_id_fkey'; columns: ['need_id']; isOneToOne: false; referencedRelation: 'need'; referencedColumns: ['id'] }];
			};
			engagement: {
				Row: { id: string; order_id: string; need_id: string; job_centre_id: string; provider_id: string; state: string; version: number; title: string; planned_start: string; planned_hours: number; started_on: string | null; ended_on: string | null; hours_held: number | null; drop_reason_code: string | null; drop_reason: string | null };
				Insert: { id?: string; order_id: string; need_id: string; job_centre_id: string; provider_id: string; state?: string; version?: number; title: string; planned_start: string; planned_hours: number; started_on?: string | null; ended_on?: string | null; hours_held?: number | null; drop_reason_code?: string | null; drop_reason?: string | null };
				Update: { id?: string; order_id?: string; need_id?: string; job_centre_id?: string; provider_id?: string; state?: string; version?: number; title?: string; planned_start?: string; planned_hours?: number; started_on?: string | null; ended_on?: string | null; hours_held?: number | null; drop_reason_code?: string | null; drop_reason?: string | null };
				Relationships: [{ foreignKeyName: 'engagement_job_centre_id_fkey'; columns: ['job_centre_id']; isOneToOne: false; referencedRelation: 'organisation'; referencedColumns: ['id'] }, { foreignKeyName: 'engagement_need_id_fkey'; columns: ['need_id']; isOneToOne: false; referencedRelation: 'need'; referencedColumns: ['id'] }, { foreignKeyName: 'engagement_order_id_fkey'; columns: ['order_id']; isOneToOne: true; referencedRelation: 'purchase_order'; referencedColumns: ['id'] }, { foreignKeyName: 'engagement_provider_id_fkey'; columns: ['provider_id']; isOneToOne: false; referencedRelation: 'organisation'; referencedColumns: ['id'] }];
			};
			event: {
				Row: { id: number; at: string; kind: string; actor_user_id: string | null; actor_organisation_id: string | null; job_centre_id: string | null; provider_id: string | null; subject_id: string; detail: Json };
				Insert: { id?: never; at?: string; kind: string; actor_user_id?: string | null; actor_organisation_id?: string | null; job_centre_id?: string | null; provider_id?: string | null; subject_id: string; detail?: Json };
				Update: { id?: never; at?: string; kind?: string; actor_user_id?: string | null; actor_organisation_id?: string | null; job_centre_id?: string | null; provider_id?: string | null; subject_id?: string; detail?: Json };
				Relationships: [{ foreignKeyName: 'event_actor_organisation_id_fkey'; columns: ['actor_organisation_id']; isOneToOne: false; referencedRelation: 'organisation'; referencedColumns: ['id'] }, { foreignKeyName: 'event_actor_user_id_fkey'; columns: ['actor_user_id']; isOneToOne: false; referencedRelation: 'profile'; referencedColumns: ['user_id'] }, { foreignKeyName: 'event_job_centre_id_fkey'; columns: ['job_centre_id']; isOneToOne: false; referencedRelation: 'organisation'; referencedColumns: ['id'] }, { foreignKeyName: 'event_provider_id_fkey'; columns: ['provider_id']; isOneToOne: false; referencedRelation: 'organisation'; referencedColumns: ['id'] }];
			};
			favourite: {
				Row: { user_id: string; module_id: string; created_at: string };
				Insert: { user_id: string; module_id: string; created_at?: string };
				Update: { user_id?: string; module_id?: string; created_at?: string };
				Relationships: [{ foreignKeyName: 'favourite_module_id_fkey'; columns: ['module_id']; isOneToOne: false; referencedRelation: 'module'; referencedColumns: ['id'] }, { foreignKeyName: 'favourite_user_id_fkey'; columns: ['user_id']; isOneToOne: false; referencedRelation: 'profile'; referencedColumns: ['user_id'] }];
			};
			frame_agreement: {
				Row: { id: string; job_centre_id: string; provider_id: string; module_id: string | null; subject_code: string | null; reference: string; state: string; version: number; valid_from: string; valid_to: string; terms: string | null; allows_direct_order: boolean; max_order_ore: number | null; decline_reason: string | null; proposed_at: string; answered_at: string | null; ended_at: string | null };
				Insert: { id: string; job_centre_id: string; provider_id: string; module_id?: string | null; subject_code?: string | null; reference: string; state?: string; version?: number; valid_from: string; valid_to: string; terms?: string | null; allows_direct_order?: boolean; max_order_ore?: number | null; decline_reason?: string | null; proposed_at?: string; answered_at?: string | null; ended_at?: string | null };
				Update: { id?: string; job_centre_id?: string; provider_id?: string; module_id?: string | null; subject_code?: string | null; reference?: string; state?: string; version?: number; valid_from?: string; valid_to?: string; terms?: string | null; allows_direct_order?: boolean; max_order_ore?: number | null; decline_reason?: string | null; proposed_at?: string; answered_at?: string | null; ended_at?: string | null };
				Relationships: [{ foreignKeyName: 'frame_agreement_job_centre_id_fkey'; columns: ['job_centre_id']; isOneToOne: false; referencedRelation: 'organisation'; referencedColumns: ['id'] }, { foreignKeyName: 'frame_agreement_module_fkey'; columns: ['module_id', 'provider_id']; isOneToOne: false; referencedRelation: 'module'; referencedColumns: ['id', 'provider_id'] }, { foreignKeyName: 'frame_agreement_provider_id_fkey'; columns: ['provider_id']; isOneToOne: false; referencedRelation: 'organisation'; referencedColumns: ['id'] }, { foreignKeyName: 'frame_agreement_subject_code_fkey'; columns: ['subject_code']; isOneToOne: false; referencedRelation: 'subject'; referencedColumns: ['code'] }];
			};
			frame_agreement_price: {
				Row: { frame_agreement_id: string; position: number; kind: string; model: string; unit_price_ore: number; weekly_hours: number | null };
				Insert: { frame_agreement_id: string; position: number; kind: string; model: string; unit_price_ore: number; weekly_hours?: number | null };
				Update: { frame_agreement_id?: string; position?: number; kind?: string; model?: string; unit_price_ore?: number; weekly_hours?: number | null };
				Relationships: [{ foreignKeyName: 'frame_agreement_price_frame_agreement_id_fkey'; columns: ['frame_agreement_id']; isOneToOne: false; referencedRelation: 'frame_agreement'; referencedColumns: ['id'] }];
			};
			funding_source: {
				Row: { id: string; job_centre_id: string | null; legal_basis_code: string | null; code: string; name_da: string; name_en: string; whole_courses_only: boolean; certificate_kinds: string[] | null; valid_from: string; valid_to: string | null };
				Insert: { id?: string; job_centre_id?: string | null; legal_basis_code?: string | null; code: string; name_da: string; name_en: string; whole_courses_only?: boolean; certificate_kinds?: string[] | null; valid_from: string; valid_to?: string | null };
				Update: { id?: string; job_centre_id?: string | null; legal_basis_code?: string | null; code?: string; name_da?: string; name_en?: string; whole_courses_only?: boolean; certificate_kinds?: string[] | null; valid_from?: string; valid_to?: string | null };
				Relationships: [{ foreignKeyName: 'funding_source_job_centre_id_fkey'; columns: ['job_centre_id']; isOneToOne: false; referencedRelation: 'organisation'; referencedColumns: ['id'] }, { foreignKeyName: 'funding_source_legal_basis_code_fkey'; columns: ['legal_basis_code']; isOneToOne: false; referencedRelation: 'legal_basis'; referencedColumns: ['code'] }];
			};
			invitation: {
				Row: { id: string; organisation_id: string; email: string; role: string; token_hash: string; invited_by: string | null; created_at: string; expires_at: string; accepted_at: string | null; revoked_at: string | null };
				Insert: { id?: string; organisation_id: string; email: string; role: string; token_hash: string; invited_by?: string | null; created_at?: string; expires_at?: string; accepted_at?: string | null; revoked_at?: string | null };
				Update: { id?: string; organisation_id?: string; email?: string; role?: string; token_hash?: string; invited_by?: string | null; created_at?: string; expires_at?: string; accepted_at?: string | null; revoked_at?: string | null };
				Relationships: [{ foreignKeyName: 'invitation_invited_by_fkey'; columns: ['invited_by']; isOneToOne: false; referencedRelation: 'profile'; referencedColumns: ['user_id'] }, { foreignKeyName: 'invitation_organisation_id_fkey'; columns: ['organisation_id']; isOneToOne: false; referencedRelation: 'organisation'; referencedColumns: ['id'] }];
			};
			job_centre: {
				Row: { organisation_id: string; answer_days: number; version: number; targets_version: number; budgets_version: number; request_reminder_days: number; seals_quotes: boolean; approval_rules_version: number; reminder_days: number; confirm_days: number; ean: string | null; order_contact: string | null; cancel_free_days: number; cancel_percent: number };
				Insert: { organisation_id: string; answer_days?: number; version?: number; targets_version?: number; budgets_version?: number; request_reminder_days?: number; seals_quotes?: boolean; approval_rules_version?: number; reminder_days?: number; confirm_days?: number; ean?: string | null; order_contact?: string | null; cancel_free_days?: number; cancel_percent?: number };
				Update: { organisation_id?: string; answer_days?: number; version?: number; targets_version?: number; budgets_version?: number; request_reminder_days?: number; seals_quotes?: boolean; approval_rules_version?: number; reminder_days?: number; confirm_days?: number; ean?: string | null; order_contact?: string | null; cancel_free_days?: number; cancel_percent?: number };
				Relationships: [{ foreignKeyName: 'job_centre_organisation_id_fkey'; columns: ['organisation_id']; isOneToOne: true; referencedRelation: 'organisation'; referencedColumns: ['id'] }];
			};
			legal_basis: {
				Row: { code: string; name_da: string; name_en: string; is_capped: boolean; source: string; valid_from: string; valid_to: string | null };
				Insert: { code: string; name_da: string; name_en: string; is_capped?: boolean; source: string; valid_from: string; valid_to?: string | null };
				Update: { code?: string; name_da?: string; name_en?: string; is_capped?: boolean; source?: string; valid_from?: string; valid_to?: string | null };
				Relationships: [];
			};
			membership: {
				Row: { id: string; user_id: string; organisation_id: string; organisation_kind: string; role: string; created_at: string };
				Insert: { id?: string; user_id: string; organisation_id: string; organisation_kind: string; role: string; created_at?: string };
				Update: { id?: string; user_id?: string; organisation_id?: string; organisation_kind?: string; role?: string; created_at?: string };
				Relationships: [{ foreignKeyName: 'membership_organisation_fkey'; columns: ['organisation_id', 'organisation_kind']; isOneToOne: false; referencedRelation: 'organisation'; referencedColumns: ['id', 'kind'] }, { foreignKeyName: 'membership_user_id_fkey'; columns: ['user_id']; isOneToOne: false; referencedRelation: 'profile'; referencedColumns: ['user_id'] }];
			};
			module: {
				Row: { id: string; provider_id: string; state: string; version: number; title: string; purpose: string | null; subject_code: string | null; delivery_forms: string[]; places: string[]; hours: number | null; minimum_hours: number | null; session_hours: number | null; session_hours_min: number | null; is_divisible: boolean; indivisible_reason: string | null; max_participants: number; required_danish_level: string; certificate_kind: string; lead_time_days: number; published_at: string | null; updated_at: string; created_at: string; code: string | null; learning_goals: string | null; audience: string | null; required_danish_module: string | null; prerequisite: string | null; school_address: string | null; workplace_municipalities: string[]; session_hours_max: number | null; weekly_hours_min: number | null; weekly_hours: number | null; weekly_hours_max: number | null; min_participants: number; has_rolling_intake: boolean; teaching_languages: string[]; support: string[]; supplement_percent: number; price_valid_from: string | null; price_valid_until: string | null; confirmed_at: string };
				Insert: { id: string; provider_id: string; state?: string; version?: number; title: string; purpose?: string | null; subject_code?: string | null; delivery_forms?: string[]; places?: string[]; hours?: number | null; minimum_hours?: number | null; session_hours?: number | null; session_hours_min?: number | null; is_divisible?: boolean; indivisible_reason?: string | null; max_participants?: number; required_danish_level?: string; certificate_kind?: string; lead_time_days?: number; published_at?: string | null; updated_at?: string; created_at?: string; code?: string | null; learning_goals?: string | null; audience?: string | null; required_danish_module?: string | null; prerequisite?: string | null; school_address?: string | null; workplace_municipalities?: string[]; session_hours_max?: number | null; weekly_hours_min?: number | null; weekly_hours?: number | null; weekly_hours_max?: number | null; min_participants?: number; has_rolling_intake?: boolean; teaching_languages?: string[]; support?: string[]; supplement_percent?: number; price_valid_from?: string | null; price_valid_until?: string | null; confirmed_at?: string };
				Update: { id?: string; provider_id?: string; state?: string; version?: number; title?: string; purpose?: string | null; subject_code?: string | null; delivery_forms?: string[]; places?: string[]; hours?: number | null; minimum_hours?: number | null; session_hours?: number | null; session_hours_min?: number | null; is_divisible?: boolean; indivisible_reason?: string | null; max_participants?: number; required_danish_level?: string; certificate_kind?: string; lead_time_days?: number; published_at?: string | null; updated_at?: string; created_at?: string; code?: string | null; learning_goals?: string | null; audience?: string | null; required_danish_module?: string | null; prerequisite?: string | null; school_address?: string | null; workplace_municipalities?: string[]; session_hours_max?: number | null; weekly_hours_min?: number | null; weekly_hours?: number | null; weekly_hours_max?: number | null; min_participants?: number; has_rolling_intake?: boolean; teaching_languages?: string[]; support?: string[]; supplement_percent?: number; price_valid_from?: string | null; price_valid_until?: string | null; confirmed_at?: string };
				Relationships: [{ foreignKeyName: 'module_provider_id_fkey'; columns: ['provider_id']; isOneToOne: false; referencedRelation: 'organisation'; referencedColumns: ['id'] }, { foreignKeyName: 'module_subject_code_fkey'; columns: ['subject_code']; isOneToOne: false; referencedRelation: 'subject'; referencedColumns: ['code'] }];
			};
			module_cost: {
				Row: { module_id: string; cost_ore: number; cost_per_participant_ore: number; note: string | null };
				Insert: { module_id: string; cost_ore: number; cost_per_participant_ore?: number; note?: string | null };
				Update: { module_id?: string; cost_ore?: number; cost_per_participant_ore?: number; note?: string | null };
				Relationships: [{ foreignKeyName: 'module_cost_module_id_fkey'; columns: ['module_id']; isOneToOne: true; referencedRelation: 'module'; referencedColumns: ['id'] }];
			};
			module_count: {
				Row: { module_id: string; kind: string; day: string; count: number };
				Insert: { module_id: string; kind: string; day: string; count: number };
				Update: { module_id?: string; kind?: string; day?: string; count?: number };
				Relationships: [{ foreignKeyName: 'module_count_module_id_fkey'; columns: ['module_id']; isOneToOne: false; referencedRelation: 'module'; referencedColumns: ['id'] }];
			};
			module_element: {
				Row: { module_id: string; number: number; position: number; title: string; goal: string | null; hours: number; is_mandatory: boolean; needs: number | null };
				Insert: { module_id: string; number: number; position: number; title: string; goal?: string | null; hours: number; is_mandatory?: boolean; needs?: number | null };
				Update: { module_id?: string; number?: number; position?: number; title?: string; goal?: string | null; hours?: number; is_mandatory?: boolean; needs?: number | null };
				Relationships: [{ foreignKeyName: 'module_element_module_id_fkey'; columns: ['module_id']; isOneToOne: false; referencedRelation: 'module'; referencedColumns: ['id'] }, { foreignKeyName: 'module_element_needs_fkey'; columns: ['module_id', 'needs']; isOneToOne: false; referencedRelation: 'module_element'; referencedColumns: ['module_id', 'number'] }];
			};
			module_funding: {
				Row: { module_id: string; legal_basis_code: string; coverage: string };
				Insert: { module_id: string; legal_basis_code: string; coverage: string };
				Update: { module_id?: string; legal_basis_code?: string; coverage?: string };
				Relationships: [{ foreignKeyName: 'module_funding_legal_basis_code_fkey'; columns: ['legal_basis_code']; isOneToOne: false; referencedRelation: 'legal_basis'; referencedColumns: ['code'] }, { foreignKeyName: 'module_funding_module_id_fkey'; columns: ['module_id']; isOneToOne: false; referencedRelation: 'module'; referencedColumns: ['id'] }];
			};
			module_import: {
				Row: { id: string; provider_id: string; started_by: string | null; version: number; file_name: string; headings: string[]; mapping: string[] | null; known: string | null; row_count: number; checked_count: number; saved_count: number | null; created_at: string; applied_at: string | null };
				Insert: { id: string; provider_id: string; started_by?: string | null; version?: number; file_name: string; headings: string[]; mapping?: string[] | null; known?: string | null; row_count: number; checked_count?: number; saved_count?: number | null; created_at?: string; applied_at?: string | null };
				Update: { id?: string; provider_id?: string; started_by?: string | null; version?: number; file_name?: string; headings?: string[]; mapping?: string[] | null; known?: string | null; row_count?: number; checked_count?: number; saved_count?: number | null; created_at?: string; applied_at?: string | null };
				Relationships: [{ foreignKeyName: 'module_import_provider_id_fkey'; columns: ['provider_id']; isOneToOne: false; referencedRelation: 'organisation'; referencedColumns: ['id'] }, { foreignKeyName: 'module_import_started_by_fkey'; columns: ['started_by']; isOneToOne: false; referencedRelation: 'profile'; referencedColumns: ['user_id'] }];
			};
			module_import_heading: {
				Row: { provider_id: string; heading: string; holds: string };
				Insert: { provider_id: string; heading: string; holds: string };
				Update: { provider_id?: string; heading?: string; holds?: string };
				Relationships: [{ foreignKeyName: 'module_import_heading_provider_id_fkey'; columns: ['provider_id']; isOneToOne: false; referencedRelation: 'organisation'; referencedColumns: ['id'] }];
			};
			module_import_row: {
				Row: { import_id: string; number: number; cells: string[]; kind: string | null; title: string | null; module_id: string | null; module_version: number | null; content: Json | null; changes: Json; faults: Json };
				Insert: { import_id: string; number: number; cells: string[]; kind?: string | null; title?: string | null; module_id?: string | null; module_version?: number | null; content?: Json | null; changes?: Json; faults?: Json };
				Update: { import_id?: string; number?: number; cells?: string[]; kind?: string | null; title?: string | null; module_id?: string | null; module_version?: number | null; content?: Json | null; changes?: Json; faults?: Json };
				Relationships: [{ foreignKeyName: 'module_import_row_import_id_fkey'; columns: ['import_id']; isOneToOne: false; referencedRelation: 'module_import'; referencedColumns: ['id'] }];
			};
			module_offering: {
				Row: { module_id: string; starts_on: string; seats: number };
				Insert: { module_id: string; starts_on: string; seats: number };
				Update: { module_id?: string; starts_on?: string; seats?: number };
				Relationships: [{ foreignKeyName: 'module_offering_module_id_fkey'; columns: ['module_id']; isOneToOne: false; referencedRelation: 'module'; referencedColumns: ['id'] }];
			};
			module_price: {
				Row: { id: number; module_id: string; position: number; kind: string; model: string; unit_price_ore: number; weekly_hours: number | null };
				Insert: { id?: never; module_id: string; position: number; kind: string; model: string; unit_price_ore: number; weekly_hours?: number | null };
				Update: { id?: never; module_id?: string; position?: number; kind?: string; model?: string; unit_price_ore?: number; weekly_hours?: number | null };
				Relationships: [{ foreignKeyName: 'module_price_module_id_fkey'; columns: ['module_id']; isOneToOne: false; referencedRelation: 'module'; referencedColumns: ['id'] }];
			};
			module_price_step: {
				Row: { module_id: string; from_participants: number; unit_price_ore: number };
				Insert: { module_id: string; from_participants: number; unit_price_ore: number };
				Update: { module_id?: string; from_participants?: number; unit_price_ore?: number };
				Relationships: [{ foreignKeyName: 'module_price_step_module_id_fkey'; columns: ['module_id']; isOneToOne: false; referencedRelation: 'module'; referencedColumns: ['id'] }];
			};
			module_version: {
				Row: { module_id: string; version: number; content: Json; saved_by: string | null; saved_at: string };
				Insert: { module_id: string; version: number; content: Json; saved_by?: string | null; saved_at?: string };
				Update: { module_id?: string; version?: number; content?: Json; saved_by?: string | null; saved_at?: string };
				Relationships: [{ foreignKeyName: 'module_version_module_id_fkey'; columns: ['module_id']; isOneToOne: false; referencedRelation: 'module'; referencedColumns: ['id'] }, { foreignKeyName: 'module_version_saved_by_fkey'; columns: ['saved_by']; isOneToOne: false; referencedRelation: 'profile'; referencedColumns: ['user_id'] }];
			};
			municipality: {
				Row: { code: string; name: string; region: string };
				Insert: { code: string; name: string; region: string };
				Update: { code?: string; name?: string; region?: string };
				Relationships: [];
			};
			need: {
				Row: { id: string; job_centre_id: string; owner_id: string; reference: string; state: string; version: number; candidate_id: string; participants: number; workplace: string | null; placement_kind: string | null; tasks: string | null; subject_code: string | null; goal: string | null; hours_wanted: number | null; session_hours_max: number | null; weekly_hours_max: number | null; place: string | null; starts_on: string | null; danish_level: string | null; accommodations: string[]; accommodation_note: string | null; candidate_wish: string | null; has_consent: boolean; shared_fields: string[]; funding_source_id: string | null; price_ceiling_ore: number | null; close_reason: string | null; created_at: string; updated_at: string; submitted_at: string | null; brought_candidate: boolean; copied_from: string | null; need_template_id: string | null; good_enough: string | null; has_buddy: boolean; delivery_form: string | null; certificate_kind: string | null; support: string[]; ends_by: string | null };
				Insert: { id: string; job_centre_id: string; owner_id: string; reference: string; state?: string; version?: number; candidate_id: string; participants?: number; workplace?: string | null; placement_kind?: string | null; tasks?: string | null; subject_code?: string | null; goal?: string | null; hours_wanted?: number | null; session_hours_max?: number | null; weekly_hours_max?: number | null; place?: string | null; starts_on?: string | null; danish_level?: string | null; accommodations?: string[]; accommodation_note?: string | null; candidate_wish?: string | null; has_consent?: boolean; shared_fields?: string[]; funding_source_id?: string | null; price_ceiling_ore?: number | null; close_reason?: string | null; created_at?: string; updated_at?: string; submitted_at?: string | null; brought_candidate?: boolean; copied_from?: string | null; need_template_id?: string | null; good_enough?: string | null; has_buddy?: boolean; delivery_form?: string | null; certificate_kind?: string | null; support?: string[]; ends_by?: string | null };
				Update: { id?: string; job_centre_id?: string; owner_id?: string; reference?: string; state?: string; version?: number; candidate_id?: string; participants?: number; workplace?: string | null; placement_kind?: string | null; tasks?: string | null; subject_code?: string | null; goal?: string | null; hours_wanted?: number | null; session_hours_max?: number | null; weekly_hours_max?: number | null; place?: string | null; starts_on?: string | null; danish_level?: string | null; accommodations?: string[]; accommodation_note?: string | null; candidate_wish?: string | null; has_consent?: boolean; shared_fields?: string[]; funding_source_id?: string | null; price_ceiling_ore?: number | null; close_reason?: string | null; created_at?: string; updated_at?: string; submitted_at?: string | null; brought_candidate?: boolean; copied_from?: string | null; need_template_id?: string | null; good_enough?: string | null; has_buddy?: boolean; delivery_form?: string | null; certificate_kind?: string | null; support?: string[]; ends_by?: string | null };
				Relationships: [{ foreignKeyName: 'need_candidate_id_fkey'; columns: ['candidate_id']; isOneToOne: false; referencedRelation: 'candidate'; referencedColumns: ['id'] }, { foreignKeyName: 'need_copied_from_fkey'; columns: ['copied_from']; isOneToOne: false; referencedRelation: 'need'; referencedColumns: ['id'] }, { foreignKeyName: 'need_funding_source_id_fkey'; columns: ['funding_source_id']; isOneToOne: false; referencedRelation: 'funding_source'; referencedColumns: ['id'] }, { foreignKeyName: 'need_job_centre_id_fkey'; columns: ['job_centre_id']; isOneToOne: false; referencedRelation: 'organisation'; referencedColumns: ['id'] }, { foreignKeyName: 'need_need_template_id_fkey'; columns: ['need_template_id']; isOneToOne: false; referencedRelation: 'need_template'; referencedColumns: ['id'] }, { foreignKeyName: 'need_owner_id_fkey'; columns: ['owner_id']; isOneToOne: false; referencedRelation: 'profile'; referencedColumns: ['user_id'] }, { foreignKeyName: 'need_subject_code_fkey'; columns: ['subject_code']; isOneToOne: false; referencedRelation: 'subject'; referencedColumns: ['code'] }];
			};
			need_brief: {
				Row: { need_id: string; job_centre_id: string; reference: string; subject_code: string; goal: string; participants: number; hours_wanted: number | null; session_hours_max: number; weekly_hours_max: number; place: string; starts_on: string; target_group_code: string | null; workplace: string | null; tasks: string | null; danish_level: string | null; accommodations: string[] | null; accommodation_note: string | null; candidate_wish: string | null; work_times: Json | null; good_enough: string | null; has_buddy: boolean | null; delivery_form: string | null; certificate_kind: string | null; support: string[]; ends_by: string | null; free_times: Json | null; participant_limits: Json | null };
				Insert: { need_id: string; job_centre_id: string; reference: string; subject_code: string; goal: string; participants: number; hours_wanted?: number | null; session_hours_max: number; weekly_hours_max: number; place: string; starts_on: string; target_group_code?: string | null; workplace?: string | null; tasks?: string | null; danish_level?: string | null; accommodations?: string[] | null; accommodation_note?: string | null; candidate_wish?: string | null; work_times?: Json | null; good_enough?: string | null; has_buddy?: boolean | null; delivery_form?: string | null; certificate_kind?: string | null; support?: string[]; ends_by?: string | null; free_times?: Json | null; participant_limits?: Json | null };
				Update: { need_id?: string; job_centre_id?: string; reference?: string; subject_code?: string; goal?: string; participants?: number; hours_wanted?: number | null; session_hours_max?: number; weekly_hours_max?: number; place?: string; starts_on?: string; target_group_code?: string | null; workplace?: string | null; tasks?: string | null; danish_level?: string | null; accommodations?: string[] | null; accommodation_note?: string | null; candidate_wish?: string | null; work_times?: Json | null; good_enough?: string | null; has_buddy?: boolean | null; delivery_form?: string | null; certificate_kind?: string | null; support?: string[]; ends_by?: string | null; free_times?: Json | null; participant_limits?: Json | null };
				Relationships: [{ foreignKeyName: 'need_brief_job_centre_id_fkey'; columns: ['job_centre_id']; isOneToOne: false; referencedRelation: 'organisation'; referencedColumns: ['id'] }, { foreignKeyName: 'need_brief_need_id_fkey'; columns: ['need_id']; isOneToOne: true; referencedRelation: 'need'; referencedColumns: ['id'] }, { foreignKeyName: 'need_brief_subject_code_fkey'; columns: ['subject_code']; isOneToOne: false; referencedRelation: 'subject'; referencedColumns: ['code'] }, { foreignKeyName: 'need_brief_target_group_code_fkey'; columns: ['target_group_code']; isOneToOne: false; referencedRelation: 'target_group'; referencedColumns: ['code'] }];
			};
			need_free_time: {
				Row: { need_id: string; weekday: number; starts: string; ends: string };
				Insert: { need_id: string; weekday: number; starts: string; ends: string };
				Update: { need_id?: string; weekday?: number; starts?: string; ends?: string };
				Relationships: [{ foreignKeyName: 'need_free_time_need_id_fkey'; columns: ['need_id']; isOneToOne: false; referencedRelation: 'need'; referencedColumns: ['id'] }];
			};
			need_participant: {
				Row: { id: string; need_id: string; candidate_id: string; session_hours_max: number | null; weekly_hours_max: number | null; danish_level: string | null; brought_candidate: boolean; added_at: string };
				Insert: { id: string; need_id: string; candidate_id: string; session_hours_max?: number | null; weekly_hours_max?: number | null; danish_level?: string | null; brought_candidate?: boolean; added_at?: string };
				Update: { id?: string; need_id?: string; candidate_id?: string; session_hours_max?: number | null; weekly_hours_max?: number | null; danish_level?: string | null; brought_candidate?: boolean; added_at?: string };
				Relationships: [{ foreignKeyName: 'need_participant_candidate_id_fkey'; columns: ['candidate_id']; isOneToOne: false; referencedRelation: 'candidate'; referencedColumns: ['id'] }, { foreignKeyName: 'need_participant_need_id_fkey'; columns: ['need_id']; isOneToOne: false; referencedRelation: 'need'; referencedColumns: ['id'] }];
			};
			need_template: {
				Row: { id: string; job_centre_id: string; version: number; title: string; is_archived: boolean; participants: number; workplace: string | null; placement_kind: string | null; tasks: string | null; subject_code: string | null; goal: string | null; hours_wanted: number | null; session_hours_max: number | null; weekly_hours_max: number | null; place: string | null; funding_source_id: string | null; price_ceiling_ore: number | null; updated_at: string; good_enough: string | null; delivery_form: string | null; certificate_kind: string | null; support: string[]; accommodations: string[] };
				Insert: { id: string; job_centre_id: string; version?: number; title: string; is_archived?: boolean; participants?: number; workplace?: string | null; placement_kind?: string | null; tasks?: string | null; subject_code?: string | null; goal?: string | null; hours_wanted?: number | null; session_hours_max?: number | null; weekly_hours_max?: number | null; place?: string | null; funding_source_id?: string | null; price_ceiling_ore?: number | null; updated_at?: string; good_enough?: string | null; delivery_form?: string | null; certificate_kind?: string | null; support?: string[]; accommodations?: string[] };
				Update: { id?: string; job_centre_id?: string; version?: number; title?: string; is_archived?: boolean; participants?: number; workplace?: string | null; placement_kind?: string | null; tasks?: string | null; subject_code?: string | null; goal?: string | null; hours_wanted?: number | null; session_hours_max?: number | null; weekly_hours_max?: number | null; place?: string | null; funding_source_id?: string | null; price_ceiling_ore?: number | null; updated_at?: string; good_enough?: string | null; delivery_form?: string | null; certificate_kind?: string | null; support?: string[]; accommodations?: string[] };
				Relationships: [{ foreignKeyName: 'need_template_funding_source_id_fkey'; columns: ['funding_source_id']; isOneToOne: false; referencedRelation: 'funding_source'; referencedColumns: ['id'] }, { foreignKeyName: 'need_template_job_centre_id_fkey'; columns: ['job_centre_id']; isOneToOne: false; referencedRelation: 'organisation'; referencedColumns: ['id'] }, { foreignKeyName: 'need_template_subject_code_fkey'; columns: ['subject_code']; isOneToOne: false; referencedRelation: 'subject'; referencedColumns: ['code'] }];
			};
			need_template_field: {
				Row: { need_template_id: string; field: string; help: string | null; is_required: boolean };
				Insert: { need_template_id: string; field: string; help?: string | null; is_required?: boolean };
				Update: { need_template_id?: string; field?: string; help?: string | null; is_required?: boolean };
				Relationships: [{ foreignKeyName: 'need_template_field_need_template_id_fkey'; columns: ['need_template_id']; isOneToOne: false; referencedRelation: 'need_template'; referencedColumns: ['id'] }];
			};
			need_template_work_time: {
				Row: { need_template_id: string; weekday: number; starts: string; ends: string };
				Insert: { need_template_id: string; weekday: number; starts: string; ends: string };
				Update: { need_template_id?: string; weekday?: number; starts?: string; ends?: string };
				Relationships: [{ foreignKeyName: 'need_template_work_time_need_template_id_fkey'; columns: ['need_template_id']; isOneToOne: false; referencedRelation: 'need_template'; referencedColumns: ['id'] }];
			};
			need_wish: {
				Row: { need_id: string; module_id: string; provider_id: string; title: string; elements: number[]; hours: number; session_hours: number; weekly_hours: number; place: string; delivery_form: string; participants: number; is_unsocial: boolean; starts_on: string | null; price_ore: number };
				Insert: { need_id: string; module_id: string; provider_id: string; title: string; elements?: number[]; hours: number; session_hours: number; weekly_hours: number; place: string; delivery_form: string; participants: number; is_unsocial?: boolean; starts_on?: string | null; price_ore: number };
				Update: { need_id?: string; module_id?: string; provider_id?: string; title?: string; elements?: number[]; hours?: number; session_hours?: number; weekly_hours?: number; place?: string; delivery_form?: string; participants?: number; is_unsocial?: boolean; starts_on?: string | null; price_ore?: number };
				Relationships: [{ foreignKeyName: 'need_wish_module_fkey'; columns: ['module_id', 'provider_id']; isOneToOne: false; referencedRelation: 'module'; referencedColumns: ['id', 'provider_id'] }, { foreignKeyName: 'need_wish_need_id_fkey'; columns: ['need_id']; isOneToOne: true; referencedRelation: 'need'; referencedColumns: ['id'] }, { foreignKeyName: 'need_wish_provider_id_fkey'; columns: ['provider_id']; isOneToOne: false; referencedRelation: 'organisation'; referencedColumns: ['id'] }];
			};
			need_work_time: {
				Row: { need_id: string; weekday: number; starts: string; ends: string };
				Insert: { need_id: string; weekday: number; starts: string; ends: string };
				Update: { need_id?: string; weekday?: number; starts?: string; ends?: string };
				Relationships: [{ foreignKeyName: 'need_work_time_need_id_fkey'; columns: ['need_id']; isOneToOne: false; referencedRelation: 'need'; referencedColumns: ['id'] }];
			};
			notification: {
				Row: { id: number; user_id: string; kind: string; subject_id: string; params: Json; created_at: string; read_at: string | null };
				Insert: { id?: never; user_id: string; kind: string; subject_id: string; params?: Json; created_at?: string; read_at?: string | null };
				Update: { id?: never; user_id?: string; kind?: string; subject_id?: string; params?: Json; created_at?: string; read_at?: string | null };
				Relationships: [{ foreignKeyName: 'notification_user_id_fkey'; columns: ['user_id']; isOneToOne: false; referencedRelation: 'profile'; referencedColumns: ['user_id'] }];
			};
			order_change: {
				Row: { id: string; order_id: string; job_centre_id: string; provider_id: string; side: string; state: string; version: number; revision: number | null; proposed_by: string | null; proposed_at: string; reason: string; hours: number; session_hours: number; weekly_hours: number; weeks: number; starts_on: string; total_ore: number; answered_by: string | null; answered_at: string | null; decline_reason: string | null; place: string; delivery_form: string; material: string[] };
				Insert: { id: string; order_id: string; job_centre_id: string; provider_id: string; side: string; state?: string; version?: number; revision?: number | null; proposed_by?: string | null; proposed_at?: string; reason: string; hours: number; session_hours: number; weekly_hours: number; weeks?: never; starts_on: string; total_ore: number; answered_by?: string | null; answered_at?: string | null; decline_reason?: string | null; place: string; delivery_form: string; material?: string[] };
				Update: { id?: string; order_id?: string; job_centre_id?: string; provider_id?: string; side?: string; state?: string; version?: number; revision?: number | null; proposed_by?: string | null; proposed_at?: string; reason?: string; hours?: number; session_hours?: number; weekly_hours?: number; weeks?: never; starts_on?: string; total_ore?: number; answered_by?: string | null; answered_at?: string | null; decline_reason?: string | null; place?: string; delivery_form?: string; material?: string[] };
				Relationships: [{ foreignKeyName: 'order_change_answered_by_fkey'; columns: ['answered_by']; isOneToOne: false; referencedRelation: 'profile'; referencedColumns: ['user_id'] }, { foreignKeyName: 'order_change_job_centre_id_fkey'; columns: ['job_centre_id']; isOneToOne: false; referencedRelation: 'organisation'; referencedColumns: ['id'] }, { foreignKeyName: 'order_change_order_id_fkey'; columns: ['order_id']; isOneToOne: false; referencedRelation: 'purchase_order'; referencedColumns: ['id'] }, { foreignKeyName: 'order_change_proposed_by_fkey'; columns: ['proposed_by']; isOneToOne: false; referencedRelation: 'profile'; referencedColumns: ['user_id'] }, { foreignKeyName: 'order_change_provider_id_fkey'; columns: ['provider_id']; isOneToOne: false; referencedRelation: 'organisation'; referencedColumns: ['id'] }];
			};
			order_change_approval: {
				Row: { change_id: string; job_centre_id: string; made_by: string | null; approval_reasons: string[]; decided_by: string | null; decided_for: string | null; decided_at: string | null; refusal: string | null };
				Insert: { change_id: string; job_centre_id: string; made_by?: string | null; approval_reasons: string[]; decided_by?: string | null; decided_for?: string | null; decided_at?: string | null; refusal?: string | null };
				Update: { change_id?: string; job_centre_id?: string; made_by?: string | null; approval_reasons?: string[]; decided_by?: string | null; decided_for?: string | null; decided_at?: string | null; refusal?: string | null };
				Relationships: [{ foreignKeyName: 'order_change_approval_change_id_fkey'; columns: ['change_id']; isOneToOne: true; referencedRelation: 'order_change'; referencedColumns: ['id'] }, { foreignKeyName: 'order_change_approval_decided_by_fkey'; columns: ['decided_by']; isOneToOne: false; referencedRelation: 'profile'; referencedColumns: ['user_id'] }, { foreignKeyName: 'order_change_approval_decided_for_fkey'; columns: ['decided_for']; isOneToOne: false; referencedRelation: 'profile'; referencedColumns: ['user_id'] }, { foreignKeyName: 'order_change_approval_job_centre_id_fkey'; columns: ['job_centre_id']; isOneToOne: false; referencedRelation: 'organisation'; referencedColumns: ['id'] }, { foreignKeyName: 'order_change_approval_made_by_fkey'; columns: ['made_by']; isOneToOne: false; referencedRelation: 'profile'; referencedColumns: ['user_id'] }];
			};
			order_change_line: {
				Row: { change_id: string; position: number; kind: string; model: string; description: string | null; unit_price_ore: number; quantity: number; amount_ore: number };
				Insert: { change_id: string; position: number; kind: string; model: string; description?: string | null; unit_price_ore: number; quantity: number; amount_ore?: never };
				Update: { change_id?: string; position?: number; kind?: string; model?: string; description?: string | null; unit_price_ore?: number; quantity?: number; amount_ore?: never };
				Relationships: [{ foreignKeyName: 'order_change_line_change_id_fkey'; columns: ['change_id']; isOneToOne: false; referencedRelation: 'order_change'; referencedColumns: ['id'] }];
			};
			order_party: {
				Row: { order_id: string; job_centre_id: string; provider_id: string; job_centre: string; job_centre_cvr: string | null; ean: string | null; order_contact: string | null; job_centre_contact: string | null; provider: string; provider_cvr: string | null; provider_contact: string | null };
				Insert: { order_id: string; job_centre_id: string; provider_id: string; job_centre: string; job_centre_cvr?: string | null; ean?: string | null; order_contact?: string | null; job_centre_contact?: string | null; provider: string; provider_cvr?: string | null; provider_contact?: string | null };
				Update: { order_id?: string; job_centre_id?: string; provider_id?: string; job_centre?: string; job_centre_cvr?: string | null; ean?: string | null; order_contact?: string | null; job_centre_contact?: string | null; provider?: string; provider_cvr?: string | null; provider_contact?: string | null };
				Relationships: [{ foreignKeyName: 'order_party_job_centre_id_fkey'; columns: ['job_centre_id']; isOneToOne: false; referencedRelation: 'organisation'; referencedColumns: ['id'] }, { foreignKeyName: 'order_party_order_id_fkey'; columns: ['order_id']; isOneToOne: true; referencedRelation: 'purchase_order'; referencedColumns: ['id'] }, { foreignKeyName: 'order_party_provider_id_fkey'; columns: ['provider_id']; isOneToOne: false; referencedRelation: 'organisation'; referencedColumns: ['id'] }];
			};
			order_reason: {
				Row: { order_id: string; job_centre_id: string; reason_code: string; reason: string | null; refusal: string | null; approval_reasons: string[] };
				Insert: { order_id: string; job_centre_id: string; reason_code: string; reason?: string | null; refusal?: string | null; approval_reasons?: string[] };
				Update: { order_id?: string; job_centre_id?: string; reason_code?: string; reason?: string | null; refusal?: string | null; approval_reasons?: string[] };
				Relationships: [{ foreignKeyName: 'order_reason_job_centre_id_fkey'; columns: ['job_centre_id']; isOneToOne: false; referencedRelation: 'organisation'; referencedColumns: ['id'] }, { foreignKeyName: 'order_reason_order_id_fkey'; columns: ['order_id']; isOneToOne: true; referencedRelation: 'purchase_order'; referencedColumns: ['id'] }];
			};
			organisation: {
				Row: { id: string; kind: string; provider_kind: string | null; name: string; cvr: string | null; municipality_code: string; created_at: string; details_version: number };
				Insert: { id?: string; kind: string; provider_kind?: string | null; name: string; cvr?: string | null; municipality_code: string; created_at?: string; details_version?: number };
				Update: { id?: string; kind?: string; provider_kind?: string | null; name?: string; cvr?: string | null; municipality_code?: string; created_at?: string; details_version?: number };
				Relationships: [{ foreignKeyName: 'organisation_municipality_code_fkey'; columns: ['municipality_code']; isOneToOne: false; referencedRelation: 'municipality'; referencedColumns: ['code'] }];
			};
			outbox: {
				Row: { id: number; to_user_id: string | null; to_email: string | null; kind: string; params: Json; secret: Json | null; created_at: string; attempts: number; next_attempt_at: string; sent_at: string | null; last_error: string | null };
				Insert: { id?: never; to_user_id?: string | null; to_email?: string | null; kind: string; params?: Json; secret?: Json | null; created_at?: string; attempts?: number; next_attempt_at?: string; sent_at?: string | null; last_error?: string | null };
				Update: { id?: never; to_user_id?: string | null; to_email?: string | null; kind?: string; params?: Json; secret?: Json | null; created_at?: string; attempts?: number; next_attempt_at?: string; sent_at?: string | null; last_error?: string | null };
				Relationships: [{ foreignKeyName: 'outbox_to_user_id_fkey'; columns: ['to_user_id']; isOneToOne: false; referencedRelation: 'profile'; referencedColumns: ['user_id'] }];
			};
			placement: {
				Row: { id: string; candidate_id: string; kind: string; workplace: string | null; starts_on: string; ends_on: string | null };
				Insert: { id?: string; candidate_id: string; kind: string; workplace?: string | null; starts_on: string; ends_on?: string | null };
				Update: { id?: string; candidate_id?: string; kind?: string; workplace?: string | null; starts_on?: string; ends_on?: string | null };
				Relationships: [{ foreignKeyName: 'placement_candidate_id_fkey'; columns: ['candidate_id']; isOneToOne: false; referencedRelation: 'candidate'; referencedColumns: ['id'] }];
			};
			profile: {
				Row: { user_id: string; display_name: string; locale: string; created_at: string };
				Insert: { user_id: string; display_name: string; locale?: string; created_at?: string };
				Update: { user_id?: string; display_name?: string; locale?: string; created_at?: string };
				Relationships: [];
			};
			purchase_order: {
				Row: { id: string; reference: string; need_id: string; quote_id: string; job_centre_id: string; provider_id: string; state: string; version: number; total_ore: number; funding_source_id: string; accepted_by: string | null; accepted_at: string; decided_by: string | null; decided_at: string | null; cancel_reason: string | null; decided_for: string | null; confirmed_at: string | null; confirmed_by: string | null; cancel_reason_code: string | null; cancel_free_days: number; cancel_percent: number; cancelled_by: string | null; cancel_cost_ore: number | null; cancel_borne_by: string | null; revision: number; confirm_by: string | null };
				Insert: { id?: string; reference: string; need_id: string; quote_id: string; job_centre_id: string; provider_id: string; state: string; version?: number; total_ore: number; funding_source_id: string; accepted_by?: string | null; accepted_at?: string; decided_by?: string | null; decided_at?: string | null; cancel_reason?: string | null; decided_for?: string | null; confirmed_at?: string | null; confirmed_by?: string | null; cancel_reason_code?: string | null; cancel_free_days?: number; cancel_percent?: number; cancelled_by?: string | null; cancel_cost_ore?: number | null; cancel_borne_by?: string | null; revision?: number; confirm_by?: string | null };
				Update: { id?: string; reference?: string; need_id?: string; quote_id?: string; job_centre_id?: string; provider_id?: string; state?: string; version?: number; total_ore?: number; funding_source_id?: string; accepted_by?: string | null; accepted_at?: string; decided_by?: string | null; decided_at?: string | null; cancel_reason?: string | null; decided_for?: string | null; confirmed_at?: string | null; confirmed_by?: string | null; cancel_reason_code?: string | null; cancel_free_days?: number; cancel_percent?: number; cancelled_by?: string | null; cancel_cost_ore?: number | null; cancel_borne_by?: string | null; revision?: number; confirm_by?: string | null };
				Relationships: [{ foreignKeyName: 'purchase_order_accepted_by_fkey'; columns: ['accepted_by']; isOneToOne: false; referencedRelation: 'profile'; referencedColumns: ['user_id'] }, { foreignKeyName: 'purchase_order_confirmed_by_fkey'; columns: ['confirmed_by']; isOneToOne: false; referencedRelation: 'profile'; referencedColumns: ['user_id'] }, { foreignKeyName: 'purchase_order_decided_by_fkey'; columns: ['decided_by']; isOneToOne: false; referencedRelation: 'profile'; referencedColumns: ['user_id'] }, { foreignKeyName: 'purchase_order_decided_for_fkey'; columns: ['decided_for']; isOneToOne: false; referencedRelation: 'profile'; referencedColumns: ['user_id'] }, { foreignKeyName: 'purchase_order_funding_source_id_fkey'; columns: ['funding_source_id']; isOneToOne: false; referencedRelation: 'funding_source'; referencedColumns: ['id'] }, { foreignKeyName: 'purchase_order_job_centre_id_fkey'; columns: ['job_centre_id']; isOneToOne: false; referencedRelation: 'organisation'; referencedColumns: ['id'] }, { foreignKeyName: 'purchase_order_need_id_fkey'; columns: ['need_id']; isOneToOne: false; referencedRelation: 'need'; referencedColumns: ['id'] }, { foreignKeyName: 'purchase_order_provider_id_fkey'; columns: ['provider_id']; isOneToOne: false; referencedRelation: 'organisation'; referencedColumns: ['id'] }, { foreignKeyName: 'purchase_order_quote_id_fkey'; columns: ['quote_id']; isOneToOne: true; referencedRelation: 'quote'; referencedColumns: ['id'] }];
			};
			question: {
				Row: { id: string; need_id: string; job_centre_id: string; version: number; question: string; asked_at: string; answer: string | null; answered_at: string | null };
				Insert: { id: string; need_id: string; job_centre_id: string; version?: number; question: string; asked_at?: string; answer?: string | null; answered_at?: string | null };
				Update: { id?: string; need_id?: string; job_centre_id?: string; version?: number; question?: string; asked_at?: string; answer?: string | null; answered_at?: string | null };
				Relationships: [{ foreignKeyName: 'question_job_centre_id_fkey'; columns: ['job_centre_id']; isOneToOne: false; referencedRelation: 'organisation'; referencedColumns: ['id'] }, { foreignKeyName: 'question_need_id_fkey'; columns: ['need_id']; isOneToOne: false; referencedRelation: 'need'; referencedColumns: ['id'] }];
			};
			question_asker: {
				Row: { question_id: string; provider_id: string };
				Insert: { question_id: string; provider_id: string };
				Update: { question_id?: string; provider_id?: string };
				Relationships: [{ foreignKeyName: 'question_asker_provider_id_fkey'; columns: ['provider_id']; isOneToOne: false; referencedRelation: 'organisation'; referencedColumns: ['id'] }, { foreignKeyName: 'question_asker_question_id_fkey'; columns: ['question_id']; isOneToOne: true; referencedRelation: 'question'; referencedColumns: ['id'] }];
			};
			quote: {
				Row: { id: string; quote_request_id: string; need_id: string; job_centre_id: string; provider_id: string; module_id: string | null; reference: string; state: string; version: number; title: string; hours: number; session_hours: number; weekly_hours: number; weeks: number; participants: number; place: string; delivery_form: string; starts_on: string; valid_until: string; note: string | null; total_ore: number; submitted_at: string; decided_at: string | null; price_rank: number | null; price_rank_of: number | null; choice_reason_code: string | null; frame_agreement_id: string | null };
				Insert: { id: string; quote_request_id: string; need_id: string; job_centre_id: string; provider_id: string; module_id?: string | null; reference: string; state?: string; version?: number; title: string; hours: number; session_hours: number; weekly_hours: number; weeks?: never; participants: number; place: string; delivery_form: string; starts_on: string; valid_until: string; note?: string | null; total_ore: number; submitted_at?: string; decided_at?: string | null; price_rank?: number | null; price_rank_of?: number | null; choice_reason_code?: string | null; frame_agreement_id?: string | null };
				Update: { id?: string; quote_request_id?: string; need_id?: string; job_centre_id?: string; provider_id?: string; module_id?: string | null; reference?: string; state?: string; version?: number; title?: string; hours?: number; session_hours?: number; weekly_hours?: number; weeks?: never; participants?: number; place?: string; delivery_form?: string; starts_on?: string; valid_until?: string; note?: string | null; total_ore?: number; submitted_at?: string; decided_at?: string | null; price_rank?: number | null; price_rank_of?: number | null; choice_reason_code?: string | null; frame_agreement_id?: string | null };
				Relationships: [{ foreignKeyName: 'quote_frame_agreement_id_fkey'; columns: ['frame_agreement_id']; isOneToOne: false; referencedRelation: 'frame_agreement'; referencedColumns: ['id'] }, { foreignKeyName: 'quote_job_centre_id_fkey'; columns: ['job_centre_id']; isOneToOne: false; referencedRelation: 'organisation'; referencedColumns: ['id'] }, { foreignKeyName: 'quote_module_fkey'; columns: ['module_id', 'provider_id']; isOneToOne: false; referencedRelation: 'module'; referencedColumns: ['id', 'provider_id'] }, { foreignKeyName: 'quote_need_id_fkey'; columns: ['need_id']; isOneToOne: false; referencedRelation: 'need'; referencedColumns: ['id'] }, { foreignKeyName: 'quote_provider_id_fkey'; columns: ['provider_id']; isOneToOne: false; referencedRelation: 'organisation'; referencedColumns: ['id'] }, { foreignKeyName: 'quote_quote_request_id_fkey'; columns: ['quote_request_id']; isOneToOne: false; referencedRelation: 'quote_request'; referencedColumns: ['id'] }];
			};
			quote_attachment: {
				Row: { id: string; quote_request_id: string; provider_id: string; name: string; content: string; size: number; added_by: string | null; added_at: string };
				Insert: { id: string; quote_request_id: string; provider_id: string; name: string; content: string; size?: never; added_by?: string | null; added_at?: string };
				Update: { id?: string; quote_request_id?: string; provider_id?: string; name?: string; content?: string; size?: never; added_by?: string | null; added_at?: string };
				Relationships: [{ foreignKeyName: 'quote_attachment_added_by_fkey'; columns: ['added_by']; isOneToOne: false; referencedRelation: 'profile'; referencedColumns: ['user_id'] }, { foreignKeyName: 'quote_attachment_provider_id_fkey'; columns: ['provider_id']; isOneToOne: false; referencedRelation: 'organisation'; referencedColumns: ['id'] }, { foreignKeyName: 'quote_attachment_quote_request_id_fkey'; columns: ['quote_request_id']; isOneToOne: false; referencedRelation: 'quote_request'; referencedColumns: ['id'] }];
			};
			quote_line: {
				Row: { quote_id: string; position: number; kind: string; model: string; description: string | null; unit_price_ore: number; quantity: number; amount_ore: number };
				Insert: { quote_id: string; position: number; kind: string; model: string; description?: string | null; unit_price_ore: number; quantity: number; amount_ore?: never };
				Update: { quote_id?: string; position?: number; kind?: string; model?: string; description?: string | null; unit_price_ore?: number; quantity?: number; amount_ore?: never };
				Relationships: [{ foreignKeyName: 'quote_line_quote_id_fkey'; columns: ['quote_id']; isOneToOne: false; referencedRelation: 'quote'; referencedColumns: ['id'] }];
			};
			quote_request: {
				Row: { id: string; need_id: string; job_centre_id: string; provider_id: string; module_id: string | null; state: string; answer_by: string; sent_at: string; answered_at: string | null; decline_reason_code: string | null; decline_reason: string | null; reminded_for: string | null; is_sealed: boolean; cancel_free_days: number; cancel_percent: number };
				Insert: { id?: string; need_id: string; job_centre_id: string; provider_id: string; module_id?: string | null; state?: string; answer_by: string; sent_at?: string; answered_at?: string | null; decline_reason_code?: string | null; decline_reason?: string | null; reminded_for?: string | null; is_sealed?: boolean; cancel_free_days?: number; cancel_percent?: number };
				Update: { id?: string; need_id?: string; job_centre_id?: string; provider_id?: string; module_id?: string | null; state?: string; answer_by?: string; sent_at?: string; answered_at?: string | null; decline_reason_code?: string | null; decline_reason?: string | null; reminded_for?: string | null; is_sealed?: boolean; cancel_free_days?: number; cancel_percent?: number };
				Relationships: [{ foreignKeyName: 'quote_request_job_centre_id_fkey'; columns: ['job_centre_id']; isOneToOne: false; referencedRelation: 'organisation'; referencedColumns: ['id'] }, { foreignKeyName: 'quote_request_module_fkey'; columns: ['module_id', 'provider_id']; isOneToOne: false; referencedRelation: 'module'; referencedColumns: ['id', 'provider_id'] }, { foreignKeyName: 'quote_request_need_brief_fkey'; columns: ['need_id']; isOneToOne: false; referencedRelation: 'need_brief'; referencedColumns: ['need_id'] }, { foreignKeyName: 'quote_request_need_id_fkey'; columns: ['need_id']; isOneToOne: false; referencedRelation: 'need'; referencedColumns: ['id'] }, { foreignKeyName: 'quote_request_provider_id_fkey'; columns: ['provider_id']; isOneToOne: false; referencedRelation: 'organisation'; referencedColumns: ['id'] }];
			};
			quote_session: {
				Row: { quote_id: string; weekday: number; starts: string; ends: string };
				Insert: { quote_id: string; weekday: number; starts: string; ends: string };
				Update: { quote_id?: string; weekday?: number; starts?: string; ends?: string };
				Relationships: [{ foreignKeyName: 'quote_session_quote_id_fkey'; columns: ['quote_id']; isOneToOne: false; referencedRelation: 'quote'; referencedColumns: ['id'] }];
			};
			reporting_group: {
				Row: { code: string; name_da: string; name_en: string; position: number };
				Insert: { code: string; name_da: string; name_en: string; position: number };
				Update: { code?: string; name_da?: string; name_en?: string; position?: number };
				Relationships: [];
			};
			search_synonym: {
				Row: { meaning: string; word: string };
				Insert: { meaning: string; word: string };
				Update: { meaning?: string; word?: string };
				Relationships: [];
			};
			search_vocabulary: {
				Row: { word: string; base: string; is_filler: boolean };
				Insert: { word: string; base: string; is_filler?: boolean };
				Update: { word?: string; base?: string; is_filler?: boolean };
				Relationships: [];
			};
			shortlist_entry: {
				Row: { id: string; job_centre_id: string; module_id: string; note: string; version: number; written_by: string | null; written_at: string };
				Insert: { id?: string; job_centre_id: string; module_id: string; note: string; version?: number; written_by?: string | null; written_at?: string };
				Update: { id?: string; job_centre_id?: string; module_id?: string; note?: string; version?: number; written_by?: string | null; written_at?: string };
				Relationships: [{ foreignKeyName: 'shortlist_entry_job_centre_id_fkey'; columns: ['job_centre_id']; isOneToOne: false; referencedRelation: 'organisation'; referencedColumns: ['id'] }, { foreignKeyName: 'shortlist_entry_module_id_fkey'; columns: ['module_id']; isOneToOne: false; referencedRelation: 'module'; referencedColumns: ['id'] }, { foreignKeyName: 'shortlist_entry_written_by_fkey'; columns: ['written_by']; isOneToOne: false; referencedRelation: 'profile'; referencedColumns: ['user_id'] }];
			};
			subject: {
				Row: { code: string; name_da: string; name_en: string; esco_uri: string | null };
				Insert: { code: string; name_da: string; name_en: string; esco_uri?: string | null };
				Update: { code?: string; name_da?: string; name_en?: string; esco_uri?: string | null };
				Relationships: [];
			};
			target: {
				Row: { job_centre_id: string; reporting_group_code: string; measure: string; figure: number };
				Insert: { job_centre_id: string; reporting_group_code: string; measure: string; figure: number };
				Update: { job_centre_id?: string; reporting_group_code?: string; measure?: string; figure?: number };
				Relationships: [{ foreignKeyName: 'target_job_centre_id_fkey'; columns: ['job_centre_id']; isOneToOne: false; referencedRelation: 'organisation'; referencedColumns: ['id'] }, { foreignKeyName: 'target_reporting_group_code_fkey'; columns: ['reporting_group_code']; isOneToOne: false; referencedRelation: 'reporting_group'; referencedColumns: ['code'] }];
			};
			target_group: {
				Row: { code: string; reporting_group_code: string; name_da: string; name_en: string; valid_from: string; valid_to: string | null };
				Insert: { code: string; reporting_group_code: string; name_da: string; name_en: string; valid_from: string; valid_to?: string | null };
				Update: { code?: string; reporting_group_code?: string; name_da?: string; name_en?: string; valid_from?: string; valid_to?: string | null };
				Relationships: [{ foreignKeyName: 'target_group_reporting_group_code_fkey'; columns: ['reporting_group_code']; isOneToOne: false; referencedRelation: 'reporting_group'; referencedColumns: ['code'] }];
			};
		};
		Views: {
			candidate_row: { Row: { candidate_id: string | null; job_centre_id: string | null; alias: string | null; target_group_code: string | null; reporting_group_code: string | null; weekly_hours: number | null; referred_on: string | null; is_placed: boolean | null; is_in_job: boolean | null; is_in_job_after_six_months: boolean | null; is_upskilled: boolean | null }; Relationships: [] };
			cost_row: { Row: { order_id: string | null; job_centre_id: string | null; order_reference: string | null; need_reference: string | null; provider_name: string | null; funding_source_id: string | null; legal_basis_code: string | null; is_capped: boolean | null; order_state: string | null; engagement_state: string | null; year: number | null; accepted_at: string | null; total_ore: number | null; bucket: string | null }; Relationships: [] };
			decline_row: { Row: { event_id: number | null; job_centre_id: string | null; declined_at: string | null; year: number | null; reason_code: string | null; provider_id: string | null; provider_name: string | null; need_id: string | null; need_reference: string | null; subject_code: string | null }; Relationships: [] };
			engagement_row: { Row: { engagement_id: string | null; job_centre_id: string | null; order_reference: string | null; need_reference: string | null; candidate_alias: string | null; candidate_id: string | null; target_group_code: string | null; reporting_group_code: string | null; subject_code: string | null; provider_id: string | null; provider_name: string | null; title: string | null; state: string | null; planned_start: string | null; started_on: string | null; ended_on: string | null; planned_hours: number | null; hours_held: number | null; drop_reason_code: string | null; total_ore: number | null }; Relationships: [] };
			order_row: { Row: { order_id: string | null; job_centre_id: string | null; order_reference: string | null; state: string | null; total_ore: number | null; accepted_at: string | null; provider_id: string | null; provider_name: string | null; need_reference: string | null; candidate_alias: string | null; title: string | null }; Relationships: [] };
		};
		Functions: {
			accept_change: { Args: { p_id: string | null; p_version: number | null }; Returns: string };
			accept_invitation: { Args: { p_token: string | null }; Returns: undefined };
			accept_quote: { Args: { p_id: string | null; p_version: number | null; p_funding_source: string | null; p_reason_code: string | null; p_reason: string | null }; Returns: Json };
			add_attachment: { Args: { p_request: string | null; p_id: string | null; p_name: string | null; p_content: string | null }; Returns: undefined };
			add_participant: { Args: { p_need: string | null; p_version: number | null; p_id: string | null; p_candidate: Json | null }; Returns: undefined };
			adjust_need: { Args: { p_id: string | null; p_version: number | null; p_change: Json | null }; Returns: undefined };
			agree_frame_agreement: { Args: { p_id: string | null; p_version: number | null }; Returns: undefined };
			answer_question: { Args: { p_id: string | null; p_version: number | null; p_answer: string | null }; Returns: undefined };
			apply_module_import: { Args: { p_id: string | null; p_version: number | null }; Returns: Json };
			approve_change: { Args: { p_id: string | null; p_version: number | null }; Returns: undefined };
			approve_order: { Args: { p_id: string | null; p_version: number | null }; Returns: undefined };
			archive_module: { Args: { p_id: string | null; p_version: number | null }; Returns: undefined };
			archive_need_template: { Args: { p_id: string | null; p_version: number | null; p_is_archived: boolean | null }; Returns: undefined };
			ask_again: { Args: { p_id: string | null; p_version: number | null; p_providers: string[] | null; p_answer_by: string | null; p_starts_on: string | null }; Returns: number };
			ask_openly: { Args: { p_need: string | null; p_answer_by: string | null }; Returns: number };
			ask_question: { Args: { p_request: string | null; p_id: string | null; p_question: string | null }; Returns: undefined };
			attachment_content: { Args: { p_id: string | null }; Returns: { name: string; content: string }[] };
			begin_need: { Args: { p_id: string | null; p_job_centre: string | null; p_need: Json | null; p_wish: Json | null }; Returns: Json };
			begin_templated_need: { Args: { p_id: string | null; p_job_centre: string | null; p_template: string | null; p_need: Json | null }; Returns: Json };
			cancel_order: { Args: { p_id: string | null; p_version: number | null; p_reason: string | null; p_hours_held?: number | null; p_cost_ore?: number | null }; Returns: undefined };
			cancel_terms: { Args: { p_id: string | null; p_hours_held?: number | null }; Returns: { order_id: string; version: number; reference: string; title: string; total_ore: number; state: string; engagement_id: string; engagement_state: string; planned_start: string; planned_hours: number; free_days: number; percent: number; side: string; cost_ore: number }[] };
			change_outlook: { Args: { p_subject: string | null }; Returns: { waits: boolean; reasons: string[] }[] };
			change_participant: { Args: { p_need: string | null; p_version: number | null; p_id: string | null; p_limits: Json | null }; Returns: undefined };
			changes_to_decide: { Args: { p_job_centre: string | null }; Returns: { change_id: string; for_approver: string }[] };
			check_module_import: { Args: { p_id: string | null; p_version: number | null; p_rows: Json | null }; Returns: number };
			claim_outbox: { Args: { p_limit: number | null }; Returns: { id: number; email: string; locale: string; kind: string; params: Json; secret: Json }[] };
			close_need_unmet: { Args: { p_id: string | null; p_version: number | null; p_reason: string | null }; Returns: undefined };
			complete_engagement: { Args: { p_id: string | null; p_version: number | null; p_ended_on: string | null; p_hours_held: number | null }; Returns: undefined };
			confirm_module: { Args: { p_id: string | null; p_version: number | null }; Returns: undefined };
			confirm_modules: { Args: { p_modules: Json | null }; Returns: undefined };
			confirm_order: { Args: { p_id: string | null; p_version: number | null }; Returns: undefined };
			copy_module: { Args: { p_id: string | null; p_copy: string | null }; Returns: Json };
			copy_need: { Args: { p_id: string | null; p_new: string | null }; Returns: undefined };
			count_fit: { Args: { p_modules: string[] | null }; Returns: undefined };
			count_seen: { Args: { p_module: string | null }; Returns: undefined };
			decline_change: { Args: { p_id: string | null; p_version: number | null; p_reason: string | null }; Returns: undefined };
			decline_figures: { Args: { p_job_centre: string | null; p_year: number | null }; Returns: { reason_code: string; declines: number; needs: number; schools: number }[] };
			decline_frame_agreement: { Args: { p_id: string | null; p_version: number | null; p_reason: string | null }; Returns: undefined };
			decline_request: { Args: { p_id: string | null; p_reason_code: string | null; p_reason: string | null }; Returns: undefined };
			direct_offers: { Args: { p_need: string | null }; Returns: { frame_agreement_id: string; reference: string; max_order_ore: number; module_id: string; provider_id: string; provider_name: string; title: string; hours: number; session_hours: number; weekly_hours: number; place: string; delivery_form: string; starts_on: string; total_ore: number; lines: Json; module_hours: number; certificate_kind: string }[] };
			drop_engagement: { Args: { p_id: string | null; p_version: number | null; p_ended_on: string | null; p_hours_held: number | null; p_reason_code: string | null; p_reason: string | null }; Returns: undefined };
			drop_need_wish: { Args: { p_need: string | null }; Returns: undefined };
			end_frame_agreement: { Args: { p_id: string | null; p_version: number | null }; Returns: undefined };
			end_membership: { Args: { p_id: string | null }; Returns: undefined };
			engagement_contacts: { Args: { p_engagement: string | null }; Returns: { first_name: string; contact: string }[] };
			expire_due: { Args: never; Returns: number };
			extend_requests: { Args: { p_need: string | null; p_until: string | null }; Returns: number };
			fit_modules: { Args: { p_need: string | null; p_limit?: number | null; p_offset?: number | null }; Returns: { module_id: string; provider_id: string; provider_name: string; title: string; purpose: string; blocks: number; adaptations: number; criteria: Json; hours: number; weeks: number; price_ore: number; starts_on: string; total: number }[] };
			funding_left: { Args: { p_job_centre: string | null; p_year: number | null }; Returns: { funding_source_id: string; left_ore: number }[] };
			hand_over_need: { Args: { p_id: string | null; p_version: number | null; p_to: string | null }; Returns: undefined };
			history: { Args: { p_subject: string | null }; Returns: { id: number; at: string; kind: string; actor: string; school: string; detail: Json }[] };
			invitation_by_token: { Args: { p_token: string | null }; Returns: Json };
			invite: { Args: { p_organisation: string | null; p_email: string | null; p_role: string | null }; Returns: string };
			map_module_import: { Args: { p_id: string | null; p_version: number | null; p_mapping: string[] | null; p_known: string | null }; Returns: number };
			mark_mail_failed: { Args: { p_id: number | null; p_error: string | null }; Returns: undefined };
			mark_mail_sent: { Args: { p_id: number | null }; Returns: undefined };
			me: { Args: never; Returns: Json };
			members: { Args: { p_organisation: string | null }; Returns: { id: string; user_id: string; display_name: string; email: string; role: string; created_at: string }[] };
			module_figures: { Args: { p_module: string | null }; Returns: { month: string; seen: number; fit: number; asked: number; quoted: number; won: number }[] };
			module_import_batch: { Args: { p_id: string | null; p_limit: number | null }; Returns: { number: number; cells: string[]; same_as: number; module: Json }[] };
			module_losses: { Args: { p_module: string | null }; Returns: { reason: string; count: number }[] };
			need_contacts: { Args: { p_need: string | null }; Returns: { candidate_id: string; alias: string; first_name: string; contact: string; shared_at: string }[] };
			next_quotes: { Args: { p_order: string | null }; Returns: string[] };
			order_in_frame: { Args: { p_need: string | null; p_id: string | null; p_agreement: string | null; p_module: string | null; p_funding_source: string | null; p_starts_on: string | null; p_total_ore: number | null }; Returns: Json };
			order_sides: { Args: { p_order: string | null }; Returns: { job_centre: string; job_centre_cvr: string; ean: string; order_contact: string; job_centre_contact: string; provider: string; provider_cvr: string; provider_contact: string; agreement_id: string; agreement_reference: string; agreement_terms: string; is_direct: boolean }[] };
			orders_to_decide: { Args: { p_job_centre: string | null }; Returns: { order_id: string; for_approver: string }[] };
			overview: { Args: { p_job_centre: string | null; p_year: number | null }; Returns: Json };
			own_modules: { Args: { p_provider: string | null; p_state: string | null; p_words: string[] | null; p_unconfirmed: boolean | null; p_sort: string | null; p_limit: number | null; p_offset: number | null }; Returns: { id: string; version: number; state: string; code: string; title: string; prices: Json; confirmed_at: string; is_unconfirmed: boolean; updated_at: string; seen: number; fit: number; asked: number; quoted: number; won: number; total: number; unconfirmed: number }[] };
			pause_module: { Args: { p_id: string | null; p_version: number | null }; Returns: undefined };
			pause_modules: { Args: { p_modules: Json | null }; Returns: undefined };
			propose_change: { Args: { p_order: string | null; p_id: string | null; p_version: number | null; p_change: Json | null }; Returns: undefined };
			publish_module: { Args: { p_id: string | null; p_version: number | null }; Returns: undefined };
			publish_modules: { Args: { p_modules: Json | null }; Returns: undefined };
			questions: { Args: { p_subject: string | null; p_limit: number | null; p_offset: number | null }; Returns: { id: string; version: number; question: string; asked_at: string; answer: string; answered_at: string; asker: string; unanswered: number; total: number }[] };
			quote_agreements: { Args: { p_need: string | null }; Returns: { quote_id: string; frame_agreement_id: string }[] };
			refuse_change: { Args: { p_id: string | null; p_version: number | null; p_reason: string | null }; Returns: undefined };
			refuse_order: { Args: { p_id: string | null; p_version: number | null; p_reason: string | null }; Returns: undefined };
			remind_of_orders: { Args: never; Returns: number };
			remind_unconfirmed: { Args: never; Returns: number };
			remove_attachment: { Args: { p_id: string | null }; Returns: undefined };
			remove_candidate_contact: { Args: { p_need: string | null; p_candidate: string | null }; Returns: undefined };
			remove_participant: { Args: { p_need: string | null; p_version: number | null; p_id: string | null }; Returns: undefined };
			remove_shortlist_entry: { Args: { p_job_centre: string | null; p_module: string | null; p_version: number | null }; Returns: undefined };
			reprice_modules: { Args: { p_modules: Json | null }; Returns: undefined };
			request_quotes: { Args: { p_need: string | null; p_requests: Json | null; p_answer_by: string | null; p_is_sealed?: boolean | null }; Returns: number };
			request_wish: { Args: { p_request: string | null }; Returns: { module_id: string; title: string; elements: number[]; hours: number; session_hours: number; weekly_hours: number; place: string; delivery_form: string; participants: number; is_unsocial: boolean; starts_on: string; price_ore: number }[] };
			restore_module: { Args: { p_id: string | null; p_version: number | null; p_restored: number | null }; Returns: Json };
			revoke_invitation: { Args: { p_id: string | null }; Returns: undefined };
			save_frame_agreement: { Args: { p_id: string | null; p_job_centre: string | null; p_version: number | null; p_agreement: Json | null }; Returns: Json };
			save_module: { Args: { p_id: string | null; p_provider: string | null; p_version: number | null; p_module: Json | null }; Returns: Json };
			save_need: { Args: { p_id: string | null; p_job_centre: string | null; p_version: number | null; p_need: Json | null }; Returns: Json };
			save_need_template: { Args: { p_id: string | null; p_job_centre: string | null; p_version: number | null; p_template: Json | null }; Returns: Json };
			save_shortlist_entry: { Args: { p_job_centre: string | null; p_module: string | null; p_version: number | null; p_note: string | null }; Returns: number };
			school_record: { Args: { p_need: string | null }; Returns: { provider_id: string; completed: number; dropped: number; quoted_hours: number; hours_held: number; quoted_ore: number; final_ore: number; begun_later: number }[] };
			search_modules: { Args: { p_filter: Json | null; p_limit: number | null; p_offset: number | null }; Returns: Json };
			set_approval_delegate: { Args: { p_job_centre: string | null; p_version: number | null; p_delegate: string | null; p_starts_on: string | null; p_ends_on: string | null }; Returns: undefined };
			set_approval_rules: { Args: { p_job_centre: string | null; p_version: number | null; p_rules: Json | null }; Returns: undefined };
			set_budgets: { Args: { p_job_centre: string | null; p_version: number | null; p_year: number | null; p_budgets: Json | null }; Returns: undefined };
			set_cancel_rule: { Args: { p_job_centre: string | null; p_version: number | null; p_free_days: number | null; p_percent: number | null }; Returns: undefined };
			set_candidate_contact: { Args: { p_need: string | null; p_candidate: string | null; p_first_name: string | null; p_contact: string | null }; Returns: undefined };
			set_favourite: { Args: { p_module: string | null; p_is_favourite: boolean | null }; Returns: undefined };
			set_locale: { Args: { p_locale: string | null }; Returns: undefined };
			set_organisation_details: { Args: { p_organisation: string | null; p_version: number | null; p_cvr: string | null; p_ean: string | null; p_order_contact: string | null }; Returns: undefined };
			set_quote_rules: { Args: { p_job_centre: string | null; p_version: number | null; p_request_reminder_days: number | null; p_seals_quotes: boolean | null }; Returns: undefined };
			set_settings: { Args: { p_job_centre: string | null; p_version: number | null; p_answer_days: number | null; p_reminder_days: number | null; p_confirm_days: number | null }; Returns: undefined };
			set_targets: { Args: { p_job_centre: string | null; p_version: number | null; p_targets: Json | null }; Returns: undefined };
			shortlist_for_need: { Args: { p_need: string | null }; Returns: { module_id: string; note: string; written_by: string; written_at: string }[] };
			start_engagement: { Args: { p_id: string | null; p_version: number | null; p_started_on: string | null }; Returns: undefined };
			start_module_import: { Args: { p_id: string | null; p_provider: string | null; p_file_name: string | null; p_headings: string[] | null; p_rows: Json | null }; Returns: string };
			submit_need: { Args: { p_id: string | null; p_version: number | null }; Returns: undefined };
			submit_quote: { Args: { p_request: string | null; p_id: string | null; p_replaces: number | null; p_quote: Json | null }; Returns: Json };
			suggest_changes: { Args: { p_need: string | null }; Returns: { lever: string; hours: number; ore: number; starts_on: string; more: number }[] };
			take_next_quote: { Args: { p_order: string | null; p_version: number | null; p_quote: string | null }; Returns: Json };
			waive_cancel_cost: { Args: { p_id: string | null; p_version: number | null }; Returns: undefined };
			withdraw_change: { Args: { p_id: string | null; p_version: number | null }; Returns: undefined };
			withdraw_frame_agreement: { Args: { p_id: string | null; p_version: number | null }; Returns: undefined };
			withdraw_need: { Args: { p_id: string | null; p_version: number | null; p_reason: string | null }; Returns: undefined };
			withdraw_quote: { Args: { p_id: string | null; p_version: number | null }; Returns: undefined };
			withdraw_request: { Args: { p_id: string | null }; Returns: undefined };
		};
		Enums: Record<never, never>;
		CompositeTypes: Record<never, never>;
	};
};
