-- The schema explains itself, and stores no words of a person unguarded.
select no_plan();

select is_empty($$
	select relname from pg_class
	where relnamespace in ('public'::regnamespace, 'private'::regnamespace) and relkind in ('r', 'v')
		and obj_description(oid, 'pg_class') is null
$$, 'every table and view has a comment');

select is_empty($$
	select proname from pg_proc
	where pronamespace = 'private'::regnamespace and obj_description(oid, 'pg_proc') is null
$$, 'every function that decides has a comment');

select is_empty($$
	select relname, attname from pg_attribute join pg_class on pg_class.oid = attrelid
	where relkind = 'r' and relnamespace = 'public'::regnamespace and atttypid = 'text'::regtype and attnum > 0
		-- Written by migrations, by whoever runs the installation, or by functions from other columns.
		and relname not in ('municipality', 'subject', 'reporting_group', 'target_group', 'legal_basis', 'funding_source',
			'organisation', 'event', 'notification', 'outbox', 'need_brief', 'order_party')
		and attname not in ('reference', 'organisation_kind')
		and not exists (
			select from pg_constraint
			where conrelid = attrelid and attnum = any (conkey) and contype in ('c', 'f')
		)
$$, 'every column that a person writes words in is free text, or one of a list');

select is_empty($$
	select attrelid::regclass, attname from pg_attribute
	join pg_class on pg_class.oid = attrelid and relkind = 'r' and relnamespace = 'public'::regnamespace
	where attname like '%\_ore' and atttypid <> 'bigint'::regtype
$$, 'money is whole øre');

select is_empty($$
	select attrelid::regclass, attname from pg_attribute
	join pg_class on pg_class.oid = attrelid and relkind = 'r' and relnamespace = 'public'::regnamespace
	where atttypid in ('timestamp'::regtype, 'timetz'::regtype, 'float4'::regtype, 'float8'::regtype, 'money'::regtype,
		'varchar'::regtype, 'bpchar'::regtype, 'json'::regtype)
$$, 'no column has a type that loses time zones or cents');

select * from finish();
