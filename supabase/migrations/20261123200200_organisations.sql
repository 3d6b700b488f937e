-- Organisations, the people who act for them, and who may see whom.

create table public.municipality (
	code text primary key check (code ~ '^[0-9]{4}$'),
	name text not null,
	region text not null
);
comment on table public.municipality is 'The 98 municipalities of Denmark, with their official codes.';
alter table public.municipality enable row level security;
create policy "Municipalities are known to everyone" on public.municipality
	for select to anon, authenticated using (true);
grant select on public.municipality to anon, authenticated;

insert into public.municipality (code, name, region) values
	('0101', 'København', 'Region Hovedstaden'),
	('0147', 'Frederiksberg', 'Region Hovedstaden'),
	('0151', 'Ballerup', 'Region Hovedstaden'),
	('0153', 'Brøndby', 'Region Hovedstaden'),
	('0155', 'Dragør', 'Region Hovedstaden'),
	('0157', 'Gentofte', 'Region Hovedstaden'),
	('0159', 'Gladsaxe', 'Region Hovedstaden'),
	('0161', 'Glostrup', 'Region Hovedstaden'),
	('0163', 'Herlev', 'Region Hovedstaden'),
	('0165', 'Albertslund', 'Region Hovedstaden'),
	('0167', 'Hvidovre', 'Region Hovedstaden'),
	('0169', 'Høje-Taastrup', 'Region Hovedstaden'),
	('0173', 'Lyngby-Taarbæk', 'Region Hovedstaden'),
	('0175', 'Rødovre', 'Region Hovedstaden'),
	('0183', 'Ishøj', 'Region Hovedstaden'),
	('0185', 'Tårnby', 'Region Hovedstaden'),
	('0187', 'Vallensbæk', 'Region Hovedstaden'),
	('0190', 'Furesø', 'Region Hovedstaden'),
	('0201', 'Allerød', 'Region Hovedstaden'),
	('0210', 'Fredensborg', 'Region Hovedstaden'),
	('0217', 'Helsingør', 'Region Hovedstaden'),
	('0219', 'Hillerød', 'Region Hovedstaden'),
	('0223', 'Hørsholm', 'Region Hovedstaden'),
	('0230', 'Rudersdal', 'Region Hovedstaden'),
	('0240', 'Egedal', 'Region Hovedstaden'),
	('0250', 'Frederikssund', 'Region Hovedstaden'),
	('0253', 'Greve', 'Region Sjælland'),
	('0259', 'Køge', 'Region Sjælland'),
	('0260', 'Halsnæs', 'Region Hovedstaden'),
	('0265', 'Roskilde', 'Region Sjælland'),
	('0269', 'Solrød', 'Region Sjælland'),
	('0270', 'Gribskov', 'Region Hovedstaden'),
	('0306', 'Odsherred', 'Region Sjælland'),
	('0316', 'Holbæk', 'Region Sjælland'),
	('0320', 'Faxe', 'Region Sjælland'),
	('0326', 'Kalundborg', 'Region Sjælland'),
	('0329', 'Ringsted', 'Region Sjælland'),
	('0330', 'Slagelse', 'Region Sjælland'),
	('0336', 'Stevns', 'Region Sjælland'),
	('0340', 'Sorø', 'Region Sjælland'),
	('0350', 'Lejre', 'Region Sjælland'),
	('0360', 'Lolland', 'Region Sjælland'),
	('0370', 'Næstved', 'Region Sjælland'),
	('0376', 'Guldborgsund', 'Region Sjælland'),
	('0390', 'Vordingborg', 'Region Sjælland'),
	('0400', 'Bornholm', 'Region Hovedstaden'),
	('0410', 'Middelfart', 'Region Syddanmark'),
	('0420', 'Assens', 'Region Syddanmark'),
	('0430', 'Faaborg-Midtfyn', 'Region Syddanmark'),
	('0440', 'Kerteminde', 'Region Syddanmark'),
	('0450', 'Nyborg', 'Region Syddanmark'),
	('0461', 'Odense', 'Region Syddanmark'),
	('0479', 'Svendborg', 'Region Syddanmark'),
	('0480', 'Nordfyns', 'Region Syddanmark'),
	('0482', 'Langeland', 'Region Syddanmark'),
	('0492', 'Ærø', 'Region Syddanmark'),
	('0510', 'Haderslev', 'Region Syddanmark'),
	('0530', 'Billund', 'Region Syddanmark'),
	('0540', 'Sønderborg', 'Region Syddanmark'),
	('0550', 'Tønder', 'Region Syddanmark'),
	('0561', 'Esbjerg', 'Region Syddanmark'),
	('0563', 'Fanø', 'Region Syddanmark'),
	('0573', 'Varde', 'Region Syddanmark'),
	('0575', 'Vejen', 'Region Syddanmark'),
	('0580', 'Aabenraa', 'Region Syddanmark'),
	('0607', 'Fredericia', 'Region Syddanmark'),
	('0615', 'Horsens', 'Region Midtjylland'),
	('0621', 'Kolding', 'Region Syddanmark'),
	('0630', 'Vejle', 'Region Syddanmark'),
	('0657', 'Herning', 'Region Midtjylland'),
	('0661', 'Holstebro', 'Region Midtjylland'),
	('0665', 'Lemvig', 'Region Midtjylland'),
	('0671', 'Struer', 'Region Midtjylland'),
	('0706', 'Syddjurs', 'Region Midtjylland'),
	('0707', 'Norddjurs', 'Region Midtjylland'),
	('0710', 'Favrskov', 'Region Midtjylland'),
	('0727', 'Odder', 'Region Midtjylland'),
	('0730', 'Randers', 'Region Midtjylland'),
	('0740', 'Silkeborg', 'Region Midtjylland'),
	('0741', 'Samsø', 'Region Midtjylland'),
	('0746', 'Skanderborg', 'Region Midtjylland'),
	('0751', 'Aarhus', 'Region Midtjylland'),
	('0756', 'Ikast-Brande', 'Region Midtjylland'),
	('0760', 'Ringkøbing-Skjern', 'Region Midtjylland'),
	('0766', 'Hedensted', 'Region Midtjylland'),
	('0773', 'Morsø', 'Region Nordjylland'),
	('0779', 'Skive', 'Region Midtjylland'),
	('0787', 'Thisted', 'Region Nordjylland'),
	('0791', 'Viborg', 'Region Midtjylland'),
	('0810', 'Brønderslev', 'Region Nordjylland'),
	('0813', 'Frederikshavn', 'Region Nordjylland'),
	('0820', 'Vesthimmerlands', 'Region Nordjylland'),
	('0825', 'Læsø', 'Region Nordjylland'),
	('0840', 'Rebild', 'Region Nordjylland'),
	('0846', 'Mariagerfjord', 'Region Nordjylland'),
	('0849', 'Jammerbugt', 'Region Nordjylland'),
	('0851', 'Aalborg', 'Region Nordjylland'),
	('0860', 'Hjørring', 'Region Nordjylland');

create table public.organisation (
	id uuid primary key default gen_random_uuid(),
	kind text not null check (kind in ('job_centre', 'provider')),
	provider_kind text check (provider_kind in ('language_centre', 'business_college', 'technical_school',
		'vuc', 'business_academy', 'university_college', 'other')),
	name text not null check (char_length(name) between 2 and 120),
	cvr text check (private.is_cvr(cvr)),
	municipality_code text not null references public.municipality on delete restrict,
	created_at timestamptz not null default now(),
	unique (id, kind),
	constraint organisation_provider_has_kind check ((kind = 'provider') = (provider_kind is not null))
);
comment on table public.organisation is 'A job centre that buys or a provider (school) that sells upskilling.';
create index organisation_municipality on public.organisation (municipality_code);

create table public.job_centre (
	organisation_id uuid primary key references public.organisation on delete cascade,
	approval_limit_ore bigint not null default 2500000 check (approval_limit_ore >= 0),
	answer_days integer not null default 10 check (answer_days between 1 and 60)
);
comment on table public.job_centre is 'What a job centre decides for itself.';
comment on column public.job_centre.approval_limit_ore is 'An order above this amount waits for an approver.';
comment on column public.job_centre.answer_days is 'Days that schools get to answer, unless the broker chooses others.';

create table public.profile (
	user_id uuid primary key references auth.users on delete cascade,
	display_name public.free_text not null check (char_length(display_name) between 2 and 80),
	locale text not null default 'da' check (locale in ('da', 'en')),
	created_at timestamptz not null default now()
);
comment on table public.profile is 'A person with a login, shown as the role that they chose to be shown as.';

create table public.membership (
	id uuid primary key default gen_random_uuid(),
	user_id uuid not null references public.profile on delete cascade,
	organisation_id uuid not null,
	organisation_kind text not null,
	role text not null check (role in ('broker', 'coordinator', 'approver', 'leader')),
	created_at timestamptz not null default now(),
	unique (user_id, organisation_id, role),
	constraint membership_organisation_fkey foreign key (organisation_id, organisation_kind)
		references public.organisation (id, kind) on delete cascade,
	constraint membership_role_fits_kind check ((organisation_kind = 'provider') = (role = 'leader'))
);
comment on table public.membership is 'What a person may do in an organisation. Written by invitations only.';
comment on column public.membership.organisation_kind is 'Repeated here so that a role that does not fit the kind cannot be stored.';
create index membership_organisation on public.membership (organisation_id, organisation_kind);

create function private.my_organisations(p_roles text[] default null)
returns setof uuid language sql stable security definer set search_path = '' as $$
	select membership.organisation_id
	from public.membership
	where membership.user_id = (select auth.uid())
		and (p_roles is null or membership.role = any (p_roles))
$$;
comment on function private.my_organisations is 'The organisations that the caller acts for, in any of these roles.';

create function private.acts_for(p_organisation uuid, p_roles text[] default null)
returns boolean language sql stable security definer set search_path = '' as $$
	select p_organisation in (select private.my_organisations(p_roles))
$$;
comment on function private.acts_for is 'Whether the caller acts for this organisation, in any of these roles.';
grant execute on function private.my_organisations, private.acts_for to authenticated;

alter table public.organisation enable row level security;
alter table public.job_centre enable row level security;
alter table public.profile enable row level security;
alter table public.membership enable row level security;

create policy "Organisations are known to everyone" on public.organisation
	for select to anon, authenticated using (true);
grant select on public.organisation to anon, authenticated;
-- NOTE: no insert, update or delete. Organisations are set up by whoever runs the installation.

create policy "A job centre's settings are read by its people" on public.job_centre
	for select to authenticated using (organisation_id in (select private.my_organisations()));
create policy "A job centre's settings are changed by its coordinator" on public.job_centre
	for update to authenticated
	using (organisation_id in (select private.my_organisations(array['coordinator'])))
	with check (organisation_id in (select private.my_organisations(array['coordinator'])));
grant select, update (approval_limit_ore, answer_days) on public.job_centre to authenticated;

create policy "People see themselves and their colleagues" on public.profile
	for select to authenticated using (
		user_id = (select auth.uid())
		or user_id in (
			select membership.user_id from public.membership
			where membership.organisation_id in (select private.my_organisations())
		)
	);
create policy "People change how they are shown" on public.profile
	for update to authenticated
	using (user_id = (select auth.uid())) with check (user_id = (select auth.uid()));
grant select, update (display_name, locale) on public.profile to authenticated;

create policy "Memberships are seen within the organisation" on public.membership
	for select to authenticated using (organisation_id in (select private.my_organisations()));
grant select on public.membership to authenticated;
-- NOTE: no insert or update. A membership comes from an invitation; see the members migration.
