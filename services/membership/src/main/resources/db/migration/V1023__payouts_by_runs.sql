-- A payout is owed from the statement of its pool, and paid by a payment run.
alter table payout
    add column pool_id uuid,
    add column stated_at timestamptz,
    alter column bank_reference drop not null,
    alter column paid_at drop not null,
    alter column paid_by drop not null,
    add constraint payout_once_a_pool unique (pool_id, member_id),
    add constraint payout_paid_or_not check (num_nonnulls(bank_reference, paid_at, paid_by) in (0, 3));
update payout set stated_at = paid_at;
alter table payout alter column stated_at set not null;

-- What was owed before there were payment runs; by bylaws that had no versions.
alter table payable alter column bylaws_version drop not null;
with owed as (
    insert into payout (id, member_id, amount, stated_at)
    select gen_random_uuid(), member_id, -balance, now() from member_account where account = 2200 and balance < 0
    returning id, member_id, amount, stated_at)
insert into payable (id, kind, source_id, member_id, amount, due_on, narrative, state, held_because, bylaws_version,
                     created_at, version)
select gen_random_uuid(), 'pool-payout', id, member_id, amount, stated_at::date, 'Pools settled before', 'HELD',
       'no-bank-account', null, stated_at, 0 from owed;
