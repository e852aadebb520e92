-- Money for a share that the bank has told of under a reference of its own is entered once.
create table buy_in_transfer (
    bank_reference text primary key check (length(bank_reference) between 1 and 100),
    member_id      uuid        not null references member,
    amount         bigint      not null check (amount > 0),
    entered_at     timestamptz not null
);
-- Of references that were entered more than once before, the first stands.
insert into buy_in_transfer (bank_reference, member_id, amount, entered_at)
select distinct on (e.reference) e.reference, e.member_id, sum(l.amount), min(e.booked_at)
  from journal_entry e join journal_line l on l.entry = e.id and l.account = 1000
 where e.event in ('BuyInPaid', 'BuyInInstalmentPaid') and e.member_id is not null
   and length(e.reference) between 1 and 100
 group by e.reference, e.member_id, e.event
having sum(l.amount) > 0
 order by e.reference, min(e.id);
create trigger buy_in_transfer_kept before update or delete on buy_in_transfer
    for each row execute function refuse_rewriting();
