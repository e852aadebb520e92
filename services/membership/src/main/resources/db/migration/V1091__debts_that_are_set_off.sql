-- What an exit has set off of the price of a share is not to be paid any more.
alter table buy_in_instalment
    add column set_off bigint not null default 0,
    add constraint buy_in_instalment_set_off check (set_off between 0 and amount and (paid_at is null or set_off < amount));
comment on column buy_in_instalment.set_off is 'Of the amount, what was settled by the equity of the member when it left';
-- Earlier exits have set off in the books alone: what is not owed there any more, the first parts first.
update buy_in_instalment i
   set set_off = least(i.amount, greatest(0, o.off - o.before))
  from (select member_id, number, sum(amount) over (partition by member_id order by number) - amount as before,
               sum(amount) over (partition by member_id) - coalesce((
                   select a.balance from member_account a join ledger_account l on l.code = a.account
                    where a.member_id = b.member_id and l.name = 'MEMBER_DEBTS'), 0) as off
          from buy_in_instalment b where paid_at is null) o
 where o.member_id = i.member_id and o.number = i.number
   and exists (select from member m where m.id = i.member_id and m.share_cancelled_at is not null);
