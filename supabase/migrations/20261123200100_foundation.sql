-- What everything else stands on: extensions, the private schema, refusals, and the type of free text.

create schema if not exists extensions;
create extension if not exists pgcrypto with schema extensions;
create extension if not exists pg_trgm with schema extensions;

create schema private;
comment on schema private is 'What decides: helpers for policies and the bodies of state functions. Not shown by the API.';
revoke all on schema private from public;
grant usage on schema private to anon, authenticated, service_role;

-- Nothing is callable or readable unless a migration says so, on a Supabase project too, where the
-- platform would otherwise grant all to everyone who holds a key.
alter default privileges revoke execute on functions from public;
alter default privileges in schema public revoke all on tables from anon, authenticated;
alter default privileges in schema public revoke all on functions from anon, authenticated;
alter default privileges in schema public grant all on tables to service_role;

create function private.refuse(p_status integer, p_code text, p_detail jsonb default '{}')
returns void language plpgsql set search_path = '' as $$
begin
	raise exception using errcode = 'PT' || p_status, message = p_code, detail = p_detail::text;
end $$;
comment on function private.refuse is
	'Ends the transaction with an HTTP status, a short code and a detail; see docs/error-codes.md.';

create function private.holds_cpr_like_number(p_text text)
returns boolean language plpgsql immutable parallel safe set search_path = '' as $$
declare
	-- White space and dashes by number: what [[:space:]] holds depends on the database's locale.
	v_separator constant text := '[ \t\n\v\f\r\u1680\u2028\u2029\ufeff./\u002d\u058a\u05be\u1400\u1806\u2010-\u2015'
		|| '\u2e17\u2e1a\u2e3a\u2e3b\u2e40\u2e5d\u301c\u3030\u30a0\U00010d6e\U00010ead]';
begin
	-- NFKC turns the full-width digits and odd spaces of some keyboards into plain ones.
	return normalize(p_text, nfkc) ~ ('(?<![0-9])(0[1-9]|[12][0-9]|3[01])' || v_separator || '?(0[1-9]|1[0-2])'
		|| v_separator || '?[0-9]{2}' || v_separator || '{0,3}[0-9]{4}(?![0-9])');
end $$;
comment on function private.holds_cpr_like_number is
	'Ten digits whose first six are a date, however they are set apart. Modulus 11 no longer holds for every CPR number, so it is not asked. The same rule as src/lib/domain/shared/cpr.ts.';

create function private.is_free_of_cpr(p_text text)
returns boolean language plpgsql immutable parallel safe set search_path = '' as $$
begin
	if private.holds_cpr_like_number(p_text) then
		perform private.refuse(422, 'cpr_in_text');
	end if;
	return true;
end $$;
grant execute on function private.refuse, private.holds_cpr_like_number, private.is_free_of_cpr
	to anon, authenticated, service_role;

comment on function private.is_free_of_cpr is 'The check of the type free_text; refuses with a code of its own instead of a constraint''s name.';

create domain public.free_text as text
	constraint free_text_has_no_cpr check (private.is_free_of_cpr(value))
	constraint free_text_length check (char_length(value) <= 2000);
comment on domain public.free_text is
	'Words that a person typed: never longer than 2 000 characters, never with a CPR-like number.';

create function private.refuse_cpr(p_input jsonb)
returns void language plpgsql immutable set search_path = '' as $$
declare
	v_field text;
begin
	select item.key into v_field
	from jsonb_each_text(p_input) item
	-- An id is cast to uuid wherever it is used, and may hold ten digits by chance; an amount may have as many.
	where item.key not like '%\_id' and jsonb_typeof(p_input -> item.key) <> 'number'
		and private.holds_cpr_like_number(item.value)
	limit 1;
	if v_field is not null then
		perform private.refuse(422, 'cpr_in_text', jsonb_build_object('field', v_field));
	end if;
end $$;
comment on function private.refuse_cpr is
	'Refuses input with a CPR-like number in any field and says which; the domain free_text would refuse it too, but cannot name the field.';

create function private.words(p_field text, p_text text, p_longest integer, p_is_required boolean)
returns text language plpgsql immutable set search_path = '' as $$
declare
	v_text text := nullif(trim(p_text), '');
begin
	perform private.refuse_cpr(jsonb_build_object(p_field, v_text));
	if v_text is null and p_is_required then
		perform private.refuse(422, 'invalid', jsonb_build_object('field', p_field, 'reason', 'missing'));
	end if;
	if char_length(v_text) > p_longest then
		perform private.refuse(422, 'invalid', jsonb_build_object('field', p_field, 'reason', 'too_long', 'longest', p_longest));
	end if;
	return v_text;
end $$;
comment on function private.words is 'What a person wrote in a field, trimmed and null when empty, or a refusal that names the field.';

create function private.refuse_invalid(p_constraint text, p_column text)
returns void language plpgsql stable set search_path = '' as $$
begin
	perform private.refuse(422, 'invalid', jsonb_build_object(
		'field', coalesce(nullif(p_column, ''), (
			select attribute.attname
			from pg_catalog.pg_constraint con
			join pg_catalog.pg_attribute attribute on attribute.attrelid = con.conrelid and attribute.attnum = con.conkey[1]
			where con.conname = p_constraint and con.connamespace = 'public'::regnamespace and cardinality(con.conkey) = 1
			limit 1
		)),
		'constraint', nullif(p_constraint, '')));
end $$;
comment on function private.refuse_invalid is
	'Refuses what a constraint has refused, and names the field when the constraint is about one column.';

create function private.passes_modulus_11(p_digits text, p_weights integer[])
returns boolean language sql immutable parallel safe set search_path = '' as $$
	select sum(substr(p_digits, position::integer, 1)::integer * weight) % 11 = 0
	from unnest(p_weights) with ordinality as weights (weight, position)
$$;
comment on function private.passes_modulus_11 is 'Whether the digits, each times its weight, add up to a multiple of 11.';

create function private.is_cvr(p_text text)
returns boolean language sql immutable parallel safe set search_path = '' as $$
	select p_text ~ '^[0-9]{8}$' and private.passes_modulus_11(p_text, array[2, 7, 6, 5, 4, 3, 2, 1])
$$;
comment on function private.is_cvr is 'Eight digits, modulus 11 with weights 2 7 6 5 4 3 2 1 (Central Business Register).';
grant execute on function private.passes_modulus_11, private.is_cvr to service_role;

create function private.today()
returns date language sql stable parallel safe set search_path = '' as $$
	select (now() at time zone 'Europe/Copenhagen')::date
$$;
comment on function private.today is 'The date in Denmark, which is not the server''s just before midnight.';
grant execute on function private.today to authenticated, service_role;
