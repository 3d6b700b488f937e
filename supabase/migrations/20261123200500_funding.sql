-- What changes when the law does, and what each job centre keeps: subjects, target groups, legal bases, funding.
-- All of it is rows with dates, so that a reform is an insert and not a release.

create table public.subject (
	code text primary key,
	name_da text not null,
	name_en text not null,
	esco_uri text
);
comment on table public.subject is 'What upskilling is about; the one word that needs and modules share.';
comment on column public.subject.esco_uri is 'The nearest skill of the ESCO classification of the European Commission.';

create table public.reporting_group (
	code text primary key,
	name_da text not null,
	name_en text not null,
	position integer not null
);
comment on table public.reporting_group is 'Target groups as figures are reported: several target groups may count as one.';

create table public.target_group (
	code text primary key,
	reporting_group_code text not null references public.reporting_group on delete restrict,
	name_da text not null,
	name_en text not null,
	valid_from date not null,
	valid_to date,
	check (valid_to is null or valid_to > valid_from)
);
comment on table public.target_group is 'Who a candidate is in the law''s eyes, for as long as the law says so.';
create index target_group_reporting_group on public.target_group (reporting_group_code);

create table public.legal_basis (
	code text primary key,
	name_da text not null,
	name_en text not null,
	is_capped boolean not null default false,
	source text not null,
	valid_from date not null,
	valid_to date,
	check (valid_to is null or valid_to > valid_from)
);
comment on table public.legal_basis is 'The rule that lets public money be spent on something.';
comment on column public.legal_basis.is_capped is 'Spending under it is a figure of its own, since the state caps it.';

create table public.funding_source (
	id uuid primary key default gen_random_uuid(),
	job_centre_id uuid references public.organisation on delete cascade,
	legal_basis_code text references public.legal_basis on delete restrict,
	code text not null,
	name_da text not null,
	name_en text not null,
	whole_courses_only boolean not null default false,
	certificate_kinds text[],
	valid_from date not null,
	valid_to date,
	check (valid_to is null or valid_to > valid_from),
	unique nulls not distinct (job_centre_id, code)
);
comment on table public.funding_source is 'Where the money comes from. Without a job centre it is open to all of them.';
comment on column public.funding_source.whole_courses_only is 'Pays a course only when all of it is taken.';
comment on column public.funding_source.certificate_kinds is 'Pays only courses that end in one of these; empty means any.';
create index funding_source_job_centre on public.funding_source (job_centre_id);
create index funding_source_legal_basis on public.funding_source (legal_basis_code);

create table public.budget (
	id uuid primary key default gen_random_uuid(),
	job_centre_id uuid not null references public.organisation on delete cascade,
	funding_source_id uuid not null references public.funding_source on delete restrict,
	year integer not null check (year between 2000 and 2100),
	amount_ore bigint not null check (amount_ore >= 0),
	unique (job_centre_id, funding_source_id, year)
);
comment on table public.budget is 'What a job centre means to spend from a funding source in a calendar year.';
create index budget_funding_source on public.budget (funding_source_id);

create table public.target (
	job_centre_id uuid not null references public.organisation on delete cascade,
	reporting_group_code text not null references public.reporting_group on delete restrict,
	measure text not null check (measure in ('referred', 'placed', 'in_job', 'in_job_after_six_months', 'upskilled')),
	figure integer not null check (figure >= 0),
	primary key (job_centre_id, reporting_group_code, measure)
);
comment on table public.target is 'Target figures: how many candidates of a group a job centre means to bring how far.';
create index target_reporting_group on public.target (reporting_group_code);

alter table public.subject enable row level security;
alter table public.reporting_group enable row level security;
alter table public.target_group enable row level security;
alter table public.legal_basis enable row level security;
alter table public.funding_source enable row level security;
alter table public.budget enable row level security;
alter table public.target enable row level security;

create policy "Subjects are known to everyone" on public.subject for select to anon, authenticated using (true);
create policy "Reporting groups are known to those who sign in" on public.reporting_group for select to authenticated using (true);
create policy "Target groups are known to those who sign in" on public.target_group for select to authenticated using (true);
create policy "Legal bases are known to those who sign in" on public.legal_basis for select to authenticated using (true);
create policy "Funding sources are seen where they can be used" on public.funding_source
	for select to authenticated
	using (job_centre_id is null or job_centre_id in (select private.my_organisations()));
create policy "Budgets are read by the job centre" on public.budget
	for select to authenticated using (job_centre_id in (select private.my_organisations()));
create policy "Budgets are made by the coordinator, on sources open to them" on public.budget
	for insert to authenticated
	with check (
		job_centre_id in (select private.my_organisations(array['coordinator']))
		and funding_source_id in (
			select funding_source.id from public.funding_source
			where funding_source.job_centre_id is null or funding_source.job_centre_id = budget.job_centre_id
		)
	);
create policy "Budgets are changed by the coordinator" on public.budget
	for update to authenticated
	using (job_centre_id in (select private.my_organisations(array['coordinator'])))
	with check (job_centre_id in (select private.my_organisations(array['coordinator'])));
create policy "Target figures are read by the job centre" on public.target
	for select to authenticated using (job_centre_id in (select private.my_organisations()));
create policy "Target figures are made by the coordinator" on public.target
	for insert to authenticated
	with check (job_centre_id in (select private.my_organisations(array['coordinator'])));
create policy "Target figures are changed by the coordinator" on public.target
	for update to authenticated
	using (job_centre_id in (select private.my_organisations(array['coordinator'])))
	with check (job_centre_id in (select private.my_organisations(array['coordinator'])));

grant select on public.subject to anon, authenticated;
grant select on public.reporting_group, public.target_group, public.legal_basis, public.funding_source to authenticated;
grant select, insert (job_centre_id, funding_source_id, year, amount_ore), update (amount_ore) on public.budget to authenticated;
grant select, insert (job_centre_id, reporting_group_code, measure, figure), update (figure) on public.target to authenticated;
-- NOTE: no delete. A budget or a target is taken away by the functions below.
-- NOTE: legal rows are written by migrations only: a reform is a migration that everyone gets.

create function private.set_targets(p_job_centre uuid, p_targets jsonb)
returns void language plpgsql security definer set search_path = '' as $$
begin
	if not private.acts_for(p_job_centre, array['coordinator']) then
		perform private.refuse(404, 'not_found');
	end if;
	delete from public.target
	using jsonb_to_recordset(p_targets) as given (reporting_group_code text, measure text, figure integer)
	where target.job_centre_id = p_job_centre and target.reporting_group_code = given.reporting_group_code
		and target.measure = given.measure and given.figure is null;
	insert into public.target (job_centre_id, reporting_group_code, measure, figure)
	select p_job_centre, reporting_group.code, given.measure, given.figure
	from jsonb_to_recordset(p_targets) as given (reporting_group_code text, measure text, figure integer)
	join public.reporting_group on reporting_group.code = given.reporting_group_code
	where given.figure is not null
	on conflict (job_centre_id, reporting_group_code, measure) do update set figure = excluded.figure;
end $$;
comment on function private.set_targets is 'Sets some of a job centre''s target figures at once; one without a figure is taken away.';

create function private.set_budgets(p_job_centre uuid, p_year integer, p_budgets jsonb)
returns void language plpgsql security definer set search_path = '' as $$
begin
	if not private.acts_for(p_job_centre, array['coordinator']) then
		perform private.refuse(404, 'not_found');
	end if;
	delete from public.budget
	using jsonb_to_recordset(p_budgets) as given (funding_source_id uuid, amount_ore bigint)
	where budget.job_centre_id = p_job_centre and budget.year = p_year
		and budget.funding_source_id = given.funding_source_id and given.amount_ore is null;
	-- A source that another job centre keeps for itself cannot be budgeted.
	insert into public.budget (job_centre_id, funding_source_id, year, amount_ore)
	select p_job_centre, funding_source.id, p_year, given.amount_ore
	from jsonb_to_recordset(p_budgets) as given (funding_source_id uuid, amount_ore bigint)
	join public.funding_source on funding_source.id = given.funding_source_id
		and (funding_source.job_centre_id is null or funding_source.job_centre_id = p_job_centre)
	where given.amount_ore is not null
	on conflict (job_centre_id, funding_source_id, year) do update set amount_ore = excluded.amount_ore;
end $$;
comment on function private.set_budgets is 'Sets some of a job centre''s budgets for a year at once; one without an amount is taken away.';
grant execute on function private.set_targets, private.set_budgets to authenticated;

create function public.set_targets(p_job_centre uuid, p_targets jsonb)
returns void language sql security invoker set search_path = '' as $$ select private.set_targets(p_job_centre, p_targets) $$;
create function public.set_budgets(p_job_centre uuid, p_year integer, p_budgets jsonb)
returns void language sql security invoker set search_path = '' as $$
	select private.set_budgets(p_job_centre, p_year, p_budgets)
$$;
grant execute on function public.set_targets, public.set_budgets to authenticated;

insert into public.subject (code, name_da, name_en, esco_uri) values
	('danish', 'Dansk', 'Danish', 'http://data.europa.eu/esco/skill/562c4f04-4f58-4c28-bcc4-49307786067b'),
	('english', 'Engelsk', 'English', null),
	('food_hygiene', 'Fødevarehygiejne', 'Food hygiene', 'http://data.europa.eu/esco/skill/a34f4fd4-1aff-4941-82d5-542ac94f81c3'),
	('kitchen', 'Køkken og kantine', 'Kitchen and canteen', null),
	('cleaning', 'Rengøring', 'Cleaning', 'http://data.europa.eu/esco/skill/4f1b6304-f54a-42f0-9604-5427a28d240f'),
	('warehouse', 'Lager og truck', 'Warehouse and forklift', 'http://data.europa.eu/esco/skill/28cb374e-6261-4133-8371-f9a5470145da'),
	('security', 'Vagt og service', 'Security and service', 'http://data.europa.eu/esco/skill/2d78d7e4-767a-436d-90cb-e0775ed613ee'),
	('care', 'Omsorg', 'Care', null),
	('customer_service', 'Kundeservice', 'Customer service', 'http://data.europa.eu/esco/skill/75dfe1ee-5935-42ce-b820-697f827825c3'),
	('it', 'It', 'IT', 'http://data.europa.eu/esco/skill/f632251a-4078-4546-b19f-7ef528d08325'),
	('reading_writing', 'Læsning og skrivning', 'Reading and writing', null),
	('mathematics', 'Regning og matematik', 'Numeracy and mathematics', 'http://data.europa.eu/esco/skill/4339176e-3acd-4f7f-a5d9-445bee3d23f2'),
	('first_aid', 'Førstehjælp og arbejdsmiljø', 'First aid and working environment', null),
	('production', 'Produktion', 'Production', null),
	('cooperation', 'Samarbejde og buddy', 'Cooperation and buddies', null);

insert into public.reporting_group (code, name_da, name_en, position) values
	('original', 'Oprindelige målgrupper', 'Original target groups', 1),
	('ukrainian', 'Ukrainske flygtninge', 'Ukrainian refugees', 2),
	('other', 'Øvrige', 'Others', 3);

insert into public.target_group (code, reporting_group_code, name_da, name_en, valid_from) values
	('activity_ready', 'original', 'Aktivitetsparat kontanthjælpsmodtager', 'Recipient of cash benefits, activity-ready', '2016-10-01'),
	('resource_programme', 'original', 'I ressourceforløb', 'In a resource programme', '2013-01-01'),
	('non_western_women', 'original', 'Kvinde med ikke-vestlig baggrund', 'Woman of non-western background', '2021-01-01'),
	('social_free_card', 'original', 'Borger med socialt frikort', 'Citizen with a social free card', '2019-01-01'),
	('ukrainian_refugee', 'ukrainian', 'Fordrevet fra Ukraine', 'Displaced from Ukraine', '2022-03-16'),
	('job_ready', 'other', 'Jobparat', 'Job-ready', '2014-01-01');

insert into public.legal_basis (code, name_da, name_en, is_capped, source, valid_from) values
	('lab_90', 'LAB § 90: ordinær uddannelse', 'LAB § 90: ordinary education', false, 'Lov om en aktiv beskæftigelsesindsats § 90', '2020-01-01'),
	('lab_91', 'LAB § 91: særligt tilrettelagt vejledning og opkvalificering', 'LAB § 91: specially arranged guidance and upskilling', true, 'Lov om en aktiv beskæftigelsesindsats § 91', '2020-01-01'),
	('lab_93', 'LAB § 93: læse-, skrive-, regne- eller ordblindekursus', 'LAB § 93: literacy, numeracy or dyslexia course', false, 'Lov om en aktiv beskæftigelsesindsats § 93', '2020-01-01'),
	('lab_167', 'LAB §§ 167-169: mentorstøtte', 'LAB §§ 167-169: mentor', true, 'Lov om en aktiv beskæftigelsesindsats §§ 167-169', '2020-01-01'),
	('project', 'Projektbevilling', 'Project grant', false, 'Bevillingens egne vilkår', '2020-01-01');

insert into public.funding_source (code, legal_basis_code, name_da, name_en, whole_courses_only, certificate_kinds, valid_from) values
	('lab_91', 'lab_91', 'Skræddersyet opkvalificering (LAB § 91)', 'Tailored upskilling (LAB § 91)', false, null, '2020-01-01'),
	('amu', 'lab_90', 'AMU/VEU, hele kurser', 'AMU/VEU, whole courses', true, array['amu', 'statutory'], '2020-01-01'),
	('mentor', 'lab_167', 'Mentor eller buddy (LAB §§ 167-169)', 'Mentor or buddy (LAB §§ 167-169)', false, null, '2020-01-01'),
	('fvu_obu', 'lab_93', 'FVU og OBU, gratis for deltageren', 'FVU and OBU, free for the participant', false, array['participation', 'statutory'], '2020-01-01');
