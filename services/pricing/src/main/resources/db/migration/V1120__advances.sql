-- What members are paid in advance for certified goods (docs/adr/0091). Amounts are minor units.

-- advance: rates that one person of the desk has proposed and another has approved; of a product the last approved one is in force
create table advance_rate (
    id          uuid primary key,
    product     text        not null references product,
    rate        integer     not null check (rate between 0 and 10000),
    state       text        not null check (state in ('PROPOSED', 'APPROVED')),
    drafted_by  text        not null,
    drafted_at  timestamptz not null,
    approved_by text,
    approved_at timestamptz,
    check (approved_by is null or approved_by <> drafted_by),
    check ((state = 'APPROVED') = (approved_by is not null and approved_at is not null))
);
create unique index one_proposed_rate_of_a_product on advance_rate (product) where state = 'PROPOSED';
create index advance_rate_in_force on advance_rate (product, approved_at) where state = 'APPROVED';
comment on column advance_rate.rate is 'basis points of the lowest price that any tier pays';

-- advance: commitments, as production has told them
create table commitment (
    commitment_id uuid primary key,
    member_id     uuid not null,
    product       text not null,
    period        text not null
);
create index commitment_of_week on commitment (member_id, product, period);

-- advance: what counts of commitments for a product, grade and week, as production has told it
create table counted_commitment (
    member_id uuid           not null,
    product   text           not null,
    grade     text           not null,
    period    text           not null,
    counts    numeric(24, 6) not null check (counts >= 0),
    primary key (member_id, product, grade, period)
);

-- advance: certified batches for which it is not known yet what counts of their commitment
create table advance_waiting (
    batch_id      uuid primary key,
    grade         text not null,
    commitment_id uuid
);
create index advance_waiting_for_commitment on advance_waiting (commitment_id);

-- advance: what was decided about each batch that was certified under a rate. What is outstanding of an advance is neither recovered by
-- settlements nor declared due, from when on it is a debt in the books.
create table advance (
    id           uuid primary key,
    batch_id     uuid           not null unique,
    member_id    uuid           not null,
    product      text           not null,
    grade        text           not null,
    period       text,
    outcome      text           not null check (outcome in ('GRANTED', 'NOT_COMMITTED', 'NOT_COUNTED', 'NOTHING_PAYABLE',
                                                            'LIMIT_REACHED', 'NOT_UNSOLD')),
    unit         text           not null,
    quantity     numeric(24, 6) not null check (quantity >= 0),
    rate         integer        not null check (rate between 0 and 10000),
    unit_price   numeric(26, 8),
    price_base   smallint,
    amount       bigint         not null check (amount >= 0),
    recovered    bigint         not null default 0 check (recovered >= 0),
    declared_due bigint         not null default 0 check (declared_due >= 0),
    decided_at   timestamptz    not null,
    check ((outcome = 'GRANTED') = (amount > 0)),
    check ((amount > 0) = (quantity > 0)),
    constraint no_more_comes_back_than_was_granted check (recovered + declared_due <= amount)
);
create index advance_of_member on advance (member_id, id);
create index advance_outstanding on advance (member_id, decided_at) where amount > recovered + declared_due;
create index advance_of_week on advance (member_id, product, grade, period);
comment on column advance.unit_price is 'minor units for price_base units; the lowest of all tiers when the batch was certified';

-- advance: what is outstanding of all advances together, in one row, which whoever changes an advance locks
create table advance_total (
    only_row    boolean primary key default true check (only_row),
    outstanding bigint not null default 0 check (outstanding >= 0)
);
insert into advance_total default values;

-- advance: the units that settled pools have paid, by batch and pool, of products with advances
create table paid_batch (
    batch_id uuid           not null,
    pool_id  uuid           not null references pool,
    quantity numeric(24, 6) not null check (quantity > 0),
    primary key (batch_id, pool_id)
);
create index paid_batch_of_pool on paid_batch (pool_id);

-- advance: what settlements have deducted
create table advance_recovery (
    settlement_id uuid   not null references settlement,
    advance_id    uuid   not null references advance,
    amount        bigint not null check (amount > 0),
    primary key (settlement_id, advance_id)
);

-- advance: what was declared due since the goods will not be settled
create table advance_due (
    id          uuid primary key,
    advance_id  uuid        not null references advance,
    reason      text        not null check (reason in ('EXPIRED', 'RECALLED', 'TAKEN_BACK', 'BOUGHT_IN')),
    amount      bigint      not null check (amount > 0),
    declared_at timestamptz not null
);
create index advance_due_of_advance on advance_due (advance_id);

-- settlement: which advances a settlement deducts, producer by producer
alter table settlement add column advances jsonb not null default '[]';
