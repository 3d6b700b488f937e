-- A text with a link to a page of ours was refused when the page's id held ten digits that look like a CPR number.
create or replace function private.holds_cpr_like_number(p_text text)
returns boolean language plpgsql immutable parallel safe set search_path = '' as $$
declare
	-- White space and dashes by number: what [[:space:]] holds depends on the database's locale.
	v_separator constant text := '[ \t\n\v\f\r\u1680\u2028\u2029\ufeff./\u002d\u058a\u05be\u1400\u1806\u2010-\u2015'
		|| '\u2e17\u2e1a\u2e3a\u2e3b\u2e40\u2e5d\u301c\u3030\u30a0\U00010d6e\U00010ead]';
	v_cpr_like constant text := '(?<![0-9])(0[1-9]|[12][0-9]|3[01])' || v_separator || '?(0[1-9]|1[0-2])'
		|| v_separator || '?[0-9]{2}' || v_separator || '{0,3}[0-9]{4}(?![0-9])';
	v_id constant text := '(?<![0-9a-fA-F])[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}(?![0-9a-fA-F])';
	-- NFKC turns the full-width digits and odd spaces of some keyboards into plain ones.
	v_text constant text := normalize(p_text, nfkc);
begin
	-- Most texts hold no such digits at all, so ids are taken out only where they may be what was found.
	return v_text ~ v_cpr_like and regexp_replace(v_text, v_id, 'id', 'g') ~ v_cpr_like;
end $$;
comment on function private.holds_cpr_like_number is
	'Ten digits whose first six are a date, however they are set apart, and outside the ids of rows. Modulus 11 no longer holds for every CPR number, so it is not asked. The same rule as src/lib/domain/shared/cpr.ts.';
