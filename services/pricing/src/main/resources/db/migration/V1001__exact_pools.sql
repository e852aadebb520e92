-- Pools are divided exactly, over all goods of their period, paid or not, and anew when more is paid (docs/adr/0065, 0066).

-- pool: what the members have decided about pools, by the version of the bylaws that has changed it
create table pool_bylaw (
    name           text        not null,
    bylaws_version integer     not null check (bylaws_version > 0),
    effective_from timestamptz not null,
    value          text        not null,
    primary key (name, bylaws_version)
);
insert into pool_bylaw (name, bylaws_version, effective_from, value)
select 'marginShare', bylaws_version, 'epoch', margin_share from margin_bylaw;
drop table margin_bylaw;

-- By which basis units of a batch belong to a pool: that of the bylaws at the certification, so that no unit ever changes its pool.
create function pool_basis(certified timestamptz) returns text language sql stable as
$$
    select coalesce(
        (select value from pool_bylaw
          where name = 'poolBasis' and effective_from <= certified order by bylaws_version desc limit 1),
        'ACCEPTED')
$$;

-- pool: certified batches and what has become of their units; a batch may be heard of before its certificate
create table pool_batch (
    batch_id     uuid primary key,
    member_id    uuid,
    product      text,
    grade        text,
    unit         text,
    certified_at timestamptz,
    period       text,
    certified    numeric(24, 6) not null default 0,
    dispatched   numeric(24, 6) not null default 0,
    bought_in    numeric(24, 6) not null default 0,
    taken_back   numeric(24, 6) not null default 0,
    expired      boolean        not null default false,
    recalled     boolean        not null default false
);
create index pool_batch_of_period on pool_batch (product, period);
insert into pool_batch (batch_id, recalled) select batch_id, true from recalled_batch;
drop table recalled_batch;

-- pool: invoices of members' goods and what was paid of them, both with tax
create table pool_invoice (
    invoice_id uuid primary key,
    total      bigint not null check (total >= 0),
    paid       bigint not null default 0
);

-- pool: goods that partners have accepted, line by line of their invoices; net is without tax
create table accepted_goods (
    invoice_id uuid    not null,
    position   integer not null,
    product    text    not null,
    period     text    not null,
    batch_id   uuid    not null,
    member_id  uuid    not null,
    grade      text    not null,
    quantity   numeric(24, 6) not null check (quantity > 0),
    unit       text    not null,
    net        bigint  not null check (net >= 0),
    primary key (invoice_id, position)
);
create index accepted_goods_of_period on accepted_goods (product, period);
create index accepted_goods_of_batch on accepted_goods (batch_id);
drop table receipt;

-- settlement: the amounts are those of all settlements of the pool together; a supplement is what they come to less what was paid
alter table settlement
    add column number       integer not null default 1 check (number > 0),
    add column margin_share integer not null default 0 check (margin_share between 0 and 10000),
    add column paid_before  bigint  not null default 0,
    add column charged      bigint  not null default 0 check (charged >= 0),
    add column previous_id  uuid references settlement,
    drop column newest_receipt,
    drop constraint everything_is_paid_out_or_carried,
    alter column pool_price type numeric;
alter table settlement
    add constraint everything_is_paid_out_or_carried
        check (paid_before + paid_out - charged + carry_out = receipts - margin - costs + carry_in),
    add constraint a_supplement_follows_a_settlement check ((number = 1) = (previous_id is null));
create unique index one_settlement_of_a_number on settlement (pool_id, number) where state = 'SETTLED';
comment on column settlement.pool_price is 'major units for one unit of the first grade, rounded to eight decimals for show';
comment on column settlement.paid_before is 'what earlier settlements of the pool have paid, less what they have charged';
comment on column settlement.charged is 'what producers owe because goods of theirs that were paid have been recalled';

-- settlement: the costs that pools have borne, item by item, each with what proves it
create table pool_cost (
    settlement_id uuid    not null references settlement on delete cascade,
    position      integer not null,
    description   text    not null check (length(description) between 1 and 200),
    evidence      text    not null check (length(evidence) between 1 and 100),
    amount        bigint  not null check (amount > 0),
    primary key (settlement_id, position)
);
