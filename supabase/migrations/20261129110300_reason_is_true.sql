-- A choice that can be defended: what is said to be cheapest or earliest is so, among the quotes that could be chosen. The
-- schools that were not chosen are told the reason beside where their price stood.

create function private.check_order_reason()
returns trigger language plpgsql security definer set search_path = '' as $$
declare
	v_chosen public.quote;
begin
	select quote.* into v_chosen
	from public.purchase_order bought join public.quote on quote.id = bought.quote_id
	where bought.id = new.order_id;
	if exists (
		select from public.quote other
		where other.need_id = v_chosen.need_id and other.id <> v_chosen.id and other.state = 'submitted'
			and other.valid_until >= private.today()
			and case new.reason_code when 'cheapest' then other.total_ore < v_chosen.total_ore
				else other.starts_on < v_chosen.starts_on end
	) then
		perform private.refuse(422, 'invalid', jsonb_build_object('field', 'reason_code', 'reason', 'not_' || new.reason_code));
	end if;
	return new;
end $$;
comment on function private.check_order_reason is 'Refuses an order whose reason the other live quotes disprove.';
create trigger order_reason_is_true before insert on public.order_reason
	for each row when (new.reason_code in ('cheapest', 'earliest')) execute function private.check_order_reason();
