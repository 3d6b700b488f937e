-- A seal is on what schools are quoting now. What was accepted or turned down in an earlier round has been read long ago, and its
-- order is looked at while the next round is under seal.

drop policy "Quotes are seen by their school and, unsealed, the job centre" on public.quote;
create policy "Quotes are seen by their school and, unsealed, the job centre" on public.quote
	for select to authenticated using (
		provider_id in (select private.my_organisations())
		or (state <> 'draft' and job_centre_id in (select private.my_organisations())
			and (state in ('accepted', 'rejected') or need_id not in (select private.sealed_needs())))
	);
