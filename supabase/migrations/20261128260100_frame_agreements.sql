-- A school and a job centre agree on prices and terms for a module or a subject, for a period.

-- Equality inside an exclusion constraint.
create extension if not exists btree_gist with schema extensions;

create table public.frame_agreement (
	id uuid primary key,
	job_centre_id uuid not null references public.organisation on delete cascade,
	provider_id uuid not null references public.organisation on delete cascade,
	module_id uuid,
	subject_code text references public.subject on delete restrict,
	reference text not null,
	state text not null default 'proposed' check (state in ('proposed', 'agreed', 'declined', 'withdrawn', 'ended')),
	version integer not null default 1,
	valid_from date not null,
	valid_to date not null,
	terms public.free_text,
	allows_direct_order boolean not null default false,
	max_order_ore bigint check (max_order_ore > 0 and max_order_ore <= 100000000),
	decline_reason public.free_text check (char_length(decline_reason) <= 300),
	proposed_at timestamptz not null default now(),
	answered_at timestamptz,
	ended_at timestamptz,
	unique (job_centre_id, reference),
	constraint frame_agreement_module_fkey foreign key (module_id, provider_id)
		references public.module (id, provider_id) on delete restrict,
	constraint frame_agreement_of_module_or_subject check ((module_id is null) <> (subject_code is null)),
	constraint frame_agreement_in_order check (valid_to >= valid_from),
	constraint frame_agreement_declined_with_reason check ((state = 'declined') = (decline_reason is not null)),
	constraint frame_agreement_most_is_of_orders check (allows_direct_order or max_order_ore is null),
	constraint frame_agreement_one_at_a_time exclude using gist (
		job_centre_id extensions.gist_uuid_ops with =, provider_id extensions.gist_uuid_ops with =,
		coalesce(module_id::text, subject_code) extensions.gist_text_ops with =,
		daterange(valid_from, valid_to, '[]') with &&
	) where (state = 'agreed')
);
comment on table public.frame_agreement is
	'What a job centre and a school agree that a module, or all of a subject, costs in a period. Proposed by the coordinator, agreed by the school.';
comment on column public.frame_agreement.id is 'Chosen by the form, so that sending it twice makes one agreement.';
comment on column public.frame_agreement.valid_to is 'The last day. After it the agreement is not in force, though nobody has ended it.';
comment on column public.frame_agreement.allows_direct_order is 'The job centre lets its brokers order at these prices without asking for quotes.';
comment on column public.frame_agreement.max_order_ore is 'The most that one such order may come to; empty for no limit of its own.';
comment on constraint frame_agreement_one_at_a_time on public.frame_agreement is
	'On no day are two agreed with one school for the same module, or for the same subject. That of a module goes before that of its subject.';
create index frame_agreement_job_centre on public.frame_agreement (job_centre_id, proposed_at desc);
create index frame_agreement_provider on public.frame_agreement (provider_id, proposed_at desc);
create index frame_agreement_module on public.frame_agreement (module_id, provider_id);
create index frame_agreement_subject on public.frame_agreement (subject_code);

create table public.frame_agreement_price (
	frame_agreement_id uuid not null references public.frame_agreement on delete cascade,
	position integer not null check (position between 1 and 40),
	kind text not null check (kind in ('teaching', 'pre_meeting', 'screening', 'preparation', 'adaptation',
		'materials', 'transport', 'interpreter', 'certificate_fee')),
	model text not null check (model in ('per_hour', 'per_week', 'per_participant', 'fixed')),
	unit_price_ore bigint not null check (unit_price_ore between 0 and 100000000),
	weekly_hours numeric(6,2) check (weekly_hours > 0 and weekly_hours <= 60 and weekly_hours * 20 = trunc(weekly_hours * 20)),
	primary key (frame_agreement_id, position),
	unique (frame_agreement_id, kind),
	constraint frame_agreement_price_week_has_hours check ((model = 'per_week') = (weekly_hours is not null)),
	constraint frame_agreement_price_one_off_is_simple check (kind = 'teaching' or model in ('fixed', 'per_participant'))
);
comment on table public.frame_agreement_price is
	'The price list that is agreed on, made as that of a module: the teaching, and one-off lines beside it. It has no steps and no supplement: agreed is agreed.';
comment on column public.frame_agreement_price.weekly_hours is 'Hours that a week''s price includes.';

alter table public.frame_agreement enable row level security;
alter table public.frame_agreement_price enable row level security;
create policy "Frame agreements are seen by their job centre and their school" on public.frame_agreement
	for select to authenticated using (
		job_centre_id in (select private.my_organisations())
		or provider_id in (select private.my_organisations())
	);
create policy "Agreed prices are seen with their agreement" on public.frame_agreement_price
	for select to authenticated
	using (exists (select from public.frame_agreement where frame_agreement.id = frame_agreement_price.frame_agreement_id));
grant select on public.frame_agreement, public.frame_agreement_price to authenticated;
-- NOTE: no insert or update. Agreements are made and moved by functions.

create function private.agreement_to_move(p_id uuid, p_is_schools boolean)
returns public.frame_agreement language plpgsql security definer set search_path = '' as $$
declare
	v_agreement public.frame_agreement;
begin
	select * into v_agreement from public.frame_agreement where id = p_id for update;
	if v_agreement.id is null
		or not (private.acts_for(v_agreement.job_centre_id) or private.acts_for(v_agreement.provider_id)) then
		perform private.refuse(404, 'not_found');
	end if;
	if not (p_is_schools and private.acts_for(v_agreement.provider_id, array['leader'])
		or not p_is_schools and private.acts_for(v_agreement.job_centre_id, array['coordinator'])) then
		perform private.refuse(403, 'not_allowed');
	end if;
	return v_agreement;
end $$;
comment on function private.agreement_to_move is
	'Locks a frame agreement for the side whose move it is, the school''s leader or the job centre''s coordinator, or refuses.';

create function private.refuse_if_agreed_already(p_agreement public.frame_agreement)
returns void language plpgsql security definer set search_path = '' as $$
declare
	v_other text;
begin
	select other.reference into v_other from public.frame_agreement other
	where other.id <> p_agreement.id and other.state = 'agreed'
		and other.job_centre_id = p_agreement.job_centre_id and other.provider_id = p_agreement.provider_id
		and (other.module_id = p_agreement.module_id or other.subject_code = p_agreement.subject_code)
		and other.valid_from <= p_agreement.valid_to and other.valid_to >= p_agreement.valid_from
	limit 1;
	if v_other is not null then
		perform private.refuse(409, 'agreements_overlap', jsonb_build_object('reference', v_other));
	end if;
end $$;
comment on function private.refuse_if_agreed_already is
	'Refuses an agreement for days on which another is agreed with the school for the same, and names that one.';

create function private.save_frame_agreement(p_id uuid, p_job_centre uuid, p_version integer, p_agreement jsonb)
returns jsonb language plpgsql security definer set search_path = '' as $$
declare
	v_old public.frame_agreement;
	v_new public.frame_agreement;
begin
	if not private.acts_for(p_job_centre) then
		perform private.refuse(404, 'not_found');
	end if;
	select * into v_old from public.frame_agreement where id = p_id for update;
	if v_old.job_centre_id <> p_job_centre or (v_old.id is null and p_version is distinct from 0) then
		perform private.refuse(404, 'not_found');
	end if;
	if not private.acts_for(p_job_centre, array['coordinator']) then
		perform private.refuse(403, 'not_allowed');
	end if;
	-- The first save of a form, sent twice.
	if p_version = 0 and v_old.version = 1 then
		return jsonb_build_object('id', p_id, 'reference', v_old.reference);
	end if;
	if v_old.id is not null then
		perform private.refuse_if_stale(p_id, v_old.version, p_version);
		perform private.refuse_unless_state(v_old.state, array['proposed']);
	end if;
	perform private.refuse_cpr(p_agreement - 'prices');
	v_new := jsonb_populate_record(null::public.frame_agreement, p_agreement);
	v_new.id := p_id;
	v_new.job_centre_id := p_job_centre;
	-- The school that was told of it stays the one that it is with.
	v_new.provider_id := coalesce(v_old.provider_id, v_new.provider_id);
	if v_new.valid_to < private.today() then
		perform private.refuse(422, 'invalid', '{"field": "valid_to", "reason": "in_the_past"}');
	end if;
	if not exists (select from public.organisation where id = v_new.provider_id and kind = 'provider') then
		perform private.refuse(422, 'invalid', '{"field": "provider_id", "reason": "unknown"}');
	end if;
	if v_new.module_id is not null and v_new.module_id is distinct from v_old.module_id and not exists (
		select from public.module
		where id = v_new.module_id and provider_id = v_new.provider_id and state = 'published'
	) then
		perform private.refuse(422, 'invalid', '{"field": "module_id", "reason": "unknown"}');
	end if;
	if not exists (
		select from jsonb_array_elements(coalesce(p_agreement -> 'prices', '[]')) price where price ->> 'kind' = 'teaching'
	) then
		perform private.refuse(422, 'invalid', '{"field": "prices", "reason": "missing"}');
	end if;
	perform private.refuse_if_agreed_already(v_new);

	insert into public.frame_agreement as agreement (id, job_centre_id, provider_id, module_id, subject_code, reference,
		valid_from, valid_to, terms, allows_direct_order, max_order_ore)
	values (p_id, p_job_centre, v_new.provider_id, v_new.module_id, v_new.subject_code,
		coalesce(v_old.reference, private.next_reference(p_job_centre, 'A')),
		v_new.valid_from, v_new.valid_to, v_new.terms, coalesce(v_new.allows_direct_order, false), v_new.max_order_ore)
	on conflict (id) do update set
		module_id = excluded.module_id, subject_code = excluded.subject_code, valid_from = excluded.valid_from,
		valid_to = excluded.valid_to, terms = excluded.terms, allows_direct_order = excluded.allows_direct_order,
		max_order_ore = excluded.max_order_ore, version = agreement.version + 1
	returning * into v_new;
	delete from public.frame_agreement_price where frame_agreement_id = p_id;
	insert into public.frame_agreement_price (frame_agreement_id, position, kind, model, unit_price_ore, weekly_hours)
	select p_id, item.position, price.kind, price.model, price.unit_price_ore, price.weekly_hours
	from jsonb_array_elements(p_agreement -> 'prices') with ordinality as item (value, position),
		jsonb_populate_record(null::public.frame_agreement_price, item.value) price;
	if v_old.id is null then
		perform private.record_event('agreement.proposed', p_id, p_job_centre, v_new.provider_id,
			jsonb_build_object('reference', v_new.reference));
		perform private.notify(private.people_of(v_new.provider_id, array['leader']), 'agreement.proposed', p_id,
			jsonb_build_object('reference', v_new.reference,
				'job_centre', (select name from public.organisation where id = p_job_centre)));
	else
		perform private.record_event('agreement.changed', p_id, p_job_centre, v_new.provider_id,
			jsonb_build_object('reference', v_new.reference));
	end if;
	return jsonb_build_object('id', p_id, 'reference', v_new.reference);
exception
	when integrity_constraint_violation or data_exception then
		declare
			v_constraint text;
			v_column text;
		begin
			get stacked diagnostics v_constraint = constraint_name, v_column = column_name;
			perform private.refuse_invalid(v_constraint, v_column);
		end;
end $$;
comment on function private.save_frame_agreement is
	'Proposes a frame agreement with its prices to a school, by the coordinator; version 0 makes a new one. It is changed only until the school has answered. Returns id and reference.';

create function private.agree_frame_agreement(p_id uuid, p_version integer)
returns void language plpgsql security definer set search_path = '' as $$
declare
	v_agreement public.frame_agreement := private.agreement_to_move(p_id, true);
begin
	if v_agreement.state = 'agreed' then
		return;
	end if;
	perform private.refuse_if_stale(p_id, v_agreement.version, p_version);
	perform private.refuse_unless_state(v_agreement.state, array['proposed']);
	if v_agreement.valid_to < private.today() then
		perform private.refuse(409, 'too_late', jsonb_build_object('valid_to', v_agreement.valid_to));
	end if;
	perform private.refuse_if_agreed_already(v_agreement);
	begin
		update public.frame_agreement set state = 'agreed', version = version + 1, answered_at = now() where id = p_id;
	exception
		-- Another one was agreed at the same moment, and can be seen now.
		when exclusion_violation then
			perform private.refuse_if_agreed_already(v_agreement);
			perform private.refuse(409, 'agreements_overlap');
	end;
	perform private.record_event('agreement.agreed', p_id, v_agreement.job_centre_id, v_agreement.provider_id,
		jsonb_build_object('reference', v_agreement.reference));
	perform private.notify(private.people_of(v_agreement.job_centre_id, array['coordinator']), 'agreement.agreed', p_id,
		jsonb_build_object('reference', v_agreement.reference,
			'provider', (select name from public.organisation where id = v_agreement.provider_id)));
end $$;
comment on function private.agree_frame_agreement is 'proposed → agreed, by the school, as it stands.';

create function private.decline_frame_agreement(p_id uuid, p_version integer, p_reason text)
returns void language plpgsql security definer set search_path = '' as $$
declare
	v_agreement public.frame_agreement := private.agreement_to_move(p_id, true);
	v_reason text;
begin
	if v_agreement.state = 'declined' then
		return;
	end if;
	perform private.refuse_if_stale(p_id, v_agreement.version, p_version);
	perform private.refuse_unless_state(v_agreement.state, array['proposed']);
	v_reason := private.words('reason', p_reason, 300, true);
	update public.frame_agreement
	set state = 'declined', decline_reason = v_reason, version = version + 1, answered_at = now() where id = p_id;
	perform private.record_event('agreement.declined', p_id, v_agreement.job_centre_id, v_agreement.provider_id,
		jsonb_build_object('reference', v_agreement.reference));
	perform private.notify(private.people_of(v_agreement.job_centre_id, array['coordinator']), 'agreement.declined', p_id,
		jsonb_build_object('reference', v_agreement.reference,
			'provider', (select name from public.organisation where id = v_agreement.provider_id)));
end $$;
comment on function private.decline_frame_agreement is 'proposed → declined with a reason, by the school.';

create function private.withdraw_frame_agreement(p_id uuid, p_version integer)
returns void language plpgsql security definer set search_path = '' as $$
declare
	v_agreement public.frame_agreement := private.agreement_to_move(p_id, false);
begin
	if v_agreement.state = 'withdrawn' then
		return;
	end if;
	perform private.refuse_if_stale(p_id, v_agreement.version, p_version);
	perform private.refuse_unless_state(v_agreement.state, array['proposed']);
	update public.frame_agreement set state = 'withdrawn', version = version + 1, ended_at = now() where id = p_id;
	perform private.record_event('agreement.withdrawn', p_id, v_agreement.job_centre_id, v_agreement.provider_id,
		jsonb_build_object('reference', v_agreement.reference));
	perform private.notify(private.people_of(v_agreement.provider_id, array['leader']), 'agreement.withdrawn', p_id,
		jsonb_build_object('reference', v_agreement.reference));
end $$;
comment on function private.withdraw_frame_agreement is 'proposed → withdrawn, by the coordinator.';

create function private.end_frame_agreement(p_id uuid, p_version integer)
returns void language plpgsql security definer set search_path = '' as $$
declare
	v_agreement public.frame_agreement := private.agreement_to_move(p_id, false);
begin
	if v_agreement.state = 'ended' then
		return;
	end if;
	perform private.refuse_if_stale(p_id, v_agreement.version, p_version);
	perform private.refuse_unless_state(v_agreement.state, array['agreed']);
	update public.frame_agreement set state = 'ended', version = version + 1, ended_at = now() where id = p_id;
	perform private.record_event('agreement.ended', p_id, v_agreement.job_centre_id, v_agreement.provider_id,
		jsonb_build_object('reference', v_agreement.reference));
	perform private.notify(private.people_of(v_agreement.provider_id, array['leader']), 'agreement.ended', p_id,
		jsonb_build_object('reference', v_agreement.reference));
end $$;
comment on function private.end_frame_agreement is
	'agreed → ended before its time, by the coordinator. What has been ordered within it stands.';

grant execute on function private.save_frame_agreement, private.agree_frame_agreement, private.decline_frame_agreement,
	private.withdraw_frame_agreement, private.end_frame_agreement to authenticated;

create function public.save_frame_agreement(p_id uuid, p_job_centre uuid, p_version integer, p_agreement jsonb)
returns jsonb language sql security invoker set search_path = '' as $$
	select private.save_frame_agreement(p_id, p_job_centre, p_version, p_agreement)
$$;
create function public.agree_frame_agreement(p_id uuid, p_version integer)
returns void language sql security invoker set search_path = '' as $$
	select private.agree_frame_agreement(p_id, p_version)
$$;
create function public.decline_frame_agreement(p_id uuid, p_version integer, p_reason text)
returns void language sql security invoker set search_path = '' as $$
	select private.decline_frame_agreement(p_id, p_version, p_reason)
$$;
create function public.withdraw_frame_agreement(p_id uuid, p_version integer)
returns void language sql security invoker set search_path = '' as $$
	select private.withdraw_frame_agreement(p_id, p_version)
$$;
create function public.end_frame_agreement(p_id uuid, p_version integer)
returns void language sql security invoker set search_path = '' as $$
	select private.end_frame_agreement(p_id, p_version)
$$;
grant execute on function public.save_frame_agreement, public.agree_frame_agreement, public.decline_frame_agreement,
	public.withdraw_frame_agreement, public.end_frame_agreement to authenticated;
