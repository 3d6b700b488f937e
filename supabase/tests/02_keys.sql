-- Keys that stay fast and say what happens when a row goes.
select no_plan();

select is_empty($$
	select conrelid::regclass, conname from pg_constraint
	where contype = 'f' and connamespace in ('public'::regnamespace, 'private'::regnamespace)
		and not exists (
			select from pg_index
			where indrelid = conrelid and indpred is null
				and (string_to_array(indkey::text, ' ')::smallint[])[1:cardinality(conkey)] @> conkey
		)
$$, 'every foreign key has an index that starts with its columns');

select is_empty($$
	select conrelid::regclass, conname from pg_constraint
	where contype = 'f' and connamespace in ('public'::regnamespace, 'private'::regnamespace) and confdeltype = 'a'
$$, 'every foreign key says what happens when the row that it points to is deleted');

select is_empty($$
	select relname from pg_class
	where relnamespace in ('public'::regnamespace, 'private'::regnamespace) and relkind = 'r'
		and not exists (select from pg_constraint where conrelid = pg_class.oid and contype = 'p')
$$, 'every table has a primary key');

select is_empty($$
	select duplicate.indexrelid::regclass, kept.indexrelid::regclass
	from pg_index duplicate join pg_index kept
		on kept.indrelid = duplicate.indrelid and kept.indexrelid < duplicate.indexrelid
			and kept.indkey::text = duplicate.indkey::text and kept.indclass::text = duplicate.indclass::text
			and kept.indpred is null and duplicate.indpred is null
	where duplicate.indrelid in (select oid from pg_class where relnamespace = 'public'::regnamespace)
$$, 'no index is there twice');

select * from finish();
