-- Nothing is shown or changed unless a policy says so.
select no_plan();

select is_empty($$
	select relname from pg_class
	where relnamespace in ('public'::regnamespace, 'private'::regnamespace) and relkind in ('r', 'p') and not relrowsecurity
$$, 'every table has row-level security');

select is_empty($$
	select relname from pg_class
	where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
		and not exists (select from pg_policy where polrelid = pg_class.oid)
$$, 'every table that the API shows has a policy');

select is_empty($$
	select relname from pg_class
	where relnamespace = 'public'::regnamespace and relkind = 'v'
		and not coalesce('security_invoker=true' = any (reloptions), false)
$$, 'every view runs as whoever asks');

select is_empty($$
	select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('m', 'f')
$$, 'no materialised view or foreign table is shown, since no policy can guard it');

select is_empty($$
	select polname, polrelid::regclass from pg_policy where octet_length(polname) >= 63
$$, 'no policy has a name so long that Postgres cut it');

select is_empty($$
	select polname, polrelid::regclass from pg_policy where 0 = any (polroles)
$$, 'every policy names the roles that it is for');

select is_empty($$
	select tablename, one_role, action, count(*)
	from pg_policies, unnest(roles) one_role,
		unnest(case cmd when 'ALL' then array['SELECT', 'INSERT', 'UPDATE', 'DELETE'] else array[cmd] end) action
	where schemaname = 'public' and permissive = 'PERMISSIVE'
	group by tablename, one_role, action
	having count(*) > 1
$$, 'there is one permissive policy for each table, action and role');

select is_empty($$
	select tablename, policyname from pg_policies
	where regexp_replace(concat_ws(' ', qual, with_check), '\( SELECT auth\.uid\(\) AS uid\)', '', 'g') ~ 'auth\.'
$$, 'policies ask once a query who the caller is, in a sub-select');

select is_empty($$
	select tablename, policyname from pg_policies
	where concat_ws(' ', qual, with_check) ~ '(?<!SELECT )private\.'
$$, 'policies call private helpers in a sub-select');

select is_empty($$
	select tablename, policyname from pg_policies where schemaname = 'public' and policyname !~ '^[A-Z].* .* '
$$, 'policies are named by sentences');

select set_eq($$
	select tablename::text from pg_policies where 'anon' = any (roles)
$$, array['municipality', 'organisation', 'subject', 'legal_basis', 'module', 'module_price', 'module_price_step',
	'module_element', 'module_offering', 'module_funding', 'search_vocabulary', 'search_synonym'],
	'whoever has not signed in sees the catalogue and what it refers to');

select is_empty($$
	select tablename, policyname from pg_policies where 'anon' = any (roles) and cmd <> 'SELECT'
$$, 'whoever has not signed in writes nothing');

select is_empty($$
	select relname, privilege from pg_class, unnest(array['SELECT', 'INSERT', 'UPDATE', 'REFERENCES']) privilege,
		unnest(array['anon', 'authenticated']) role
	where relname in ('outbox', 'reference_counter') and has_any_column_privilege(role, pg_class.oid, privilege)
$$, 'the outbox and the counter of references are for background work only');

select * from finish();
