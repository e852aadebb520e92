-- Pools are closed finally by two persons; what comes in afterwards is in the product's next settlement (docs/adr/0097).

-- settlement: final closings of pools, which one person of the desk has proposed and another has approved
create table pool_closing (
    id           uuid primary key,
    pool_id      uuid        not null,
    product      text        not null,
    period       text        not null,
    state        text        not null check (state in ('PROPOSED', 'CLOSED', 'WITHDRAWN')),
    proposed_by  text        not null,
    proposed_at  timestamptz not null,
    approved_by  text,
    closed_at    timestamptz,
    withdrawn_by text,
    withdrawn_at timestamptz,
    divided_by   uuid references settlement,
    goods_digest text,
    foreign key (pool_id, product, period) references pool (pool_id, product, period),
    check (approved_by is null or approved_by <> proposed_by),
    check ((state = 'CLOSED') = (approved_by is not null and closed_at is not null and divided_by is not null)),
    check ((state = 'WITHDRAWN') = (withdrawn_by is not null and withdrawn_at is not null))
);
create unique index one_closing_of_a_pool on pool_closing (pool_id) where state <> 'WITHDRAWN';
create index closed_pools_of_product on pool_closing (product) where state = 'CLOSED';
comment on column pool_closing.divided_by is 'the settlement that has divided the pool last, its own or a later one of the product';
comment on column pool_closing.goods_digest is 'of the goods and receipts that it has divided; absent while there is something that it has not';

-- settlement: what it divides of closed pools of the product
alter table settlement add column late jsonb not null default '[]';
