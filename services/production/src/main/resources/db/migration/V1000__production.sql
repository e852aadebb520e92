-- Quantities are in the unit of the product's standard. Weeks are ISO weeks such as 2026-W48, which sort as texts.

-- member: which member firms may commit and report; the row is locked by every decision of the member, so that its decisions
-- are taken one after another
create table member (
    id               uuid primary key,
    state            text   not null check (state in ('ACTIVE', 'LEAVING', 'LEFT')),
    exit_id          uuid,
    open_commitments bigint not null check (open_commitments >= 0),
    batches_reported bigint not null check (batches_reported >= 0),
    cleared_exit_id  uuid,
    check (state <> 'LEAVING' or exit_id is not null)
);
create index member_leaving on member (id) where state = 'LEAVING';

-- product: the products that have a published standard, with their unit and shelf life
create table product (
    code             text primary key,
    name             text not null,
    unit             text not null,
    shelf_life_days  integer check (shelf_life_days > 0),
    standard_version integer not null check (standard_version > 0)
);

-- capacity: how much producers declare they could make of a product in a week
create table capacity (
    id        uuid primary key,
    member_id uuid    not null references member,
    product   text    not null references product,
    period    text    not null,
    quantity  numeric(24, 6) not null check (quantity >= 0),
    unit      text    not null,
    version   bigint  not null,
    unique (member_id, product, period)
);
create index capacity_by_member on capacity (member_id, id);

-- commitment: how much producers have promised to make of a product in a week, and how much of it is reported
create table commitment (
    id        uuid primary key,
    member_id uuid    not null references member,
    product   text    not null references product,
    period    text    not null,
    route     text    not null check (length(route) between 1 and 200),
    quantity  numeric(24, 6) not null check (quantity > 0),
    unit      text    not null,
    reported  numeric(24, 6) not null check (reported >= 0),
    state     text    not null check (state in ('OPEN', 'FULFILLED', 'RELEASED')),
    version   bigint  not null,
    check (state <> 'OPEN' or reported < quantity)
);
create unique index one_open_commitment on commitment (member_id, product, period, route) where state = 'OPEN';
create index commitment_by_member on commitment (member_id, id);

-- batch: what producers report they have made, and what quality has decided about it
create table batch (
    id            uuid primary key,
    member_id     uuid    not null references member,
    product       text    not null references product,
    -- 50 characters of the producer and the two that quality adds to the good part of a sorted lot
    lot           text    not null check (length(lot) between 1 and 52),
    -- its normal form: however it is typed, it is one lot
    lot_key       text    not null generated always as (upper(replace(lot, ' ', ''))) stored,
    quantity      numeric(24, 6) not null check (quantity > 0),
    unit          text    not null,
    made_on       date    not null,
    best_before   date,
    route         text    not null,
    commitment_id uuid references commitment,
    -- the rejected batch of which it is the good part, after sorting
    sorted_from   uuid unique references batch,
    state         text    not null check (state in ('REPORTED', 'CERTIFIED', 'REJECTED', 'REWORKED', 'SCRAPPED',
                                                    'SUSPENDED', 'RECALLED', 'EXPIRED')),
    grade         text,
    reason        text,
    reported_at   timestamptz not null,
    -- a lot number is unique per producer for ever
    constraint lot_unique_per_producer unique (member_id, lot_key)
);
create index batch_by_member on batch (member_id, id);

-- stock: what of each batch is certified and what of it was dispatched; what is withheld (suspended, recalled, out of date) may
-- not be sold. A shipment may arrive before the certificate.
create table certified_batch (
    batch_id   uuid primary key,
    product    text           not null,
    certified  numeric(24, 6) not null default 0 check (certified >= 0),
    dispatched numeric(24, 6) not null default 0 check (dispatched >= 0),
    withheld   boolean        not null default false
);

-- stock: the sums of the certified batches of each product; of a withheld one only what was dispatched counts as certified.
-- The stock is certified - dispatched.
create table certified_stock (
    product    text primary key,
    certified  numeric(24, 6) not null default 0,
    dispatched numeric(24, 6) not null default 0
);

-- outlook: the lines of partners' orders. A shipment may arrive before its order; then product, week and unit are unknown.
create table order_line (
    order_id   uuid    not null,
    line       integer not null,
    product    text,
    period     text,
    unit       text,
    ordered    numeric(24, 6) not null default 0,
    dispatched numeric(24, 6) not null default 0 check (dispatched >= 0),
    cancelled  boolean not null default false,
    primary key (order_id, line)
);

-- outlook: the open orders and commitments of each product and week, as sums, so that reading them costs the same after a
-- million orders
create table demand_outlook (
    product     text not null,
    period      text not null,
    unit        text not null,
    open_orders numeric(24, 6) not null default 0,
    commitments numeric(24, 6) not null default 0,
    primary key (product, period)
);
