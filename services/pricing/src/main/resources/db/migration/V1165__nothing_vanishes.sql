-- What waits, was replaced or withdrawn is shown, with who and when.

-- advance: a batch that waits is listed as what was decided is
alter table advance_waiting
    add column id           uuid,
    add column member_id    uuid,
    add column product      text,
    add column unit         text,
    add column rate         integer check (rate between 0 and 10000),
    add column certified_at timestamptz;
update advance_waiting waiting
   set id = gen_random_uuid(), member_id = batch.member_id, product = batch.product, unit = batch.unit, rate = 0,
       certified_at = batch.certified_at
  from pool_batch batch where batch.batch_id = waiting.batch_id;
delete from advance_waiting where id is null;
alter table advance_waiting
    alter column id set not null,
    alter column member_id set not null,
    alter column product set not null,
    alter column unit set not null,
    alter column rate set not null,
    alter column certified_at set not null,
    add constraint one_waiting_of_an_id unique (id);
create index advance_waiting_of_member on advance_waiting (member_id, id);
comment on column advance_waiting.rate is 'basis points, as it would be granted when it was looked at last';

-- settlement: a draft that another one replaces is kept
alter table settlement
    drop constraint settlement_state_check,
    add constraint settlement_state_check check (state in ('DRAFT', 'SETTLED', 'WITHDRAWN')),
    add column withdrawn_by text,
    add column withdrawn_at timestamptz,
    add constraint withdrawn_by_somebody
        check ((state = 'WITHDRAWN') = (withdrawn_by is not null and withdrawn_at is not null));

-- pricelist: who has withdrawn a draft, and when
alter table price_list
    add column withdrawn_by text,
    add column withdrawn_at timestamptz,
    add constraint withdrawn_by_somebody
        check (num_nonnulls(withdrawn_by, withdrawn_at) in (0, 2) and (withdrawn_by is null or state = 'WITHDRAWN'));
