-- What the API calls runs as the caller; what decides is out of its reach.
select no_plan();

select is_empty($$
	select proname from pg_proc where pronamespace = 'public'::regnamespace and prosecdef
$$, 'every function that the API shows runs as the caller');

select is_empty($$
	select pronamespace::regnamespace, proname from pg_proc
	where pronamespace in ('public'::regnamespace, 'private'::regnamespace)
		and not coalesce('search_path=""' = any (proconfig), false)
		-- Pasted into the queries that read it, which have one; with a setting of its own it would not be.
		and proname <> 'judge_modules'
$$, 'every function has an empty search path');

select is_empty($$
	select pronamespace::regnamespace, proname from pg_proc, unnest(proconfig) setting
	where pronamespace in ('public'::regnamespace, 'private'::regnamespace) and split_part(setting, '=', 1) like '%.%'
$$, 'no function carries a setting of an extension: who is no superuser could not restore it');

select is_empty($$
	select pronamespace::regnamespace, proname from pg_proc
	where prosecdef and pronamespace not in ('private'::regnamespace, 'pg_catalog'::regnamespace, 'auth'::regnamespace,
		'extensions'::regnamespace)
$$, 'functions that run as their owner are in the private schema only');

select is_empty($$
	select pronamespace::regnamespace, proname from pg_proc, aclexplode(coalesce(proacl, acldefault('f', proowner))) granted
	where pronamespace in ('public'::regnamespace, 'private'::regnamespace)
		and granted.grantee = 0 and granted.privilege_type = 'EXECUTE'
$$, 'no function is granted to just anyone');

select set_eq($$
	select pronamespace::regnamespace || '.' || proname from pg_proc
	where pronamespace in ('public'::regnamespace, 'private'::regnamespace) and has_function_privilege('anon', oid, 'EXECUTE')
$$, array['public.invitation_by_token', 'private.invitation_by_token', 'private.refuse', 'private.holds_cpr_like_number',
	'private.is_free_of_cpr', 'public.count_seen', 'private.count_seen', 'public.search_modules', 'private.search_modules'],
	'whoever has not signed in may search, look at an invitation, be counted, and be refused');

select set_eq($$
	select proname::text from pg_proc
	where pronamespace = 'public'::regnamespace and has_function_privilege('service_role', oid, 'EXECUTE')
$$, array['claim_outbox', 'mark_mail_sent', 'mark_mail_failed', 'expire_due', 'remind_unconfirmed', 'remind_of_orders'],
	'background work may send mails, remind and let time pass, and call nothing else');

select is_empty($$
	select proname from pg_proc
	where pronamespace = 'public'::regnamespace and has_function_privilege('authenticated', oid, 'EXECUTE')
		and has_function_privilege('service_role', oid, 'EXECUTE')
$$, 'what people call and what background work calls are not the same functions');

select is_empty($$
	select proname from pg_proc
	where pronamespace = 'private'::regnamespace and prosecdef and has_function_privilege('authenticated', oid, 'EXECUTE')
		and not exists (
			select from pg_proc wrapper
			where wrapper.pronamespace = 'public'::regnamespace and wrapper.prosrc like '%private.' || pg_proc.proname || '(%'
		)
		and proname not in ('my_organisations', 'acts_for', 'sealed_needs', 'needs_in_contact')
$$, 'whoever signs in may run, as its owner, only what a shown function calls or a policy asks');

select * from finish();
