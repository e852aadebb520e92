-- Who may commit and report. The row is locked by every decision of the member, so that its own decisions never cross.
create table member (
    id               uuid primary key,
    state            text   not null check (state in ('ACTIVE', 'LEAVING', 'LEFT')),
    exit_id          uuid,
    open_commitments bigint not null check (open_commitments >= 0),
    batches_reported bigint not null check (batches_reported >= 0),
    cleared_exit_id  uuid,
    check (state <> 'LEAVING' or exit_id is not null)
);

-- What the standards say about products, as far as production needs it.
create table product (
    code            text primary key,
    name            text not null,
    unit            text not null,
    shelf_life_days integer check (shelf_life_days > 0),
    version         integer not null check (version > 0)
);

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

create table batch (
    id            uuid primary key,
    member_id     uuid    not null references member,
    product       text    not null references product,
    lot           text    not null check (length(lot) between 1 and 50),
    quantity      numeric(24, 6) not null check (quantity > 0),
    unit          text    not null,
    made_on       date    not null,
    best_before   date,
    route         text    not null,
    commitment_id uuid references commitment,
    state         text    not null check (state in ('REPORTED', 'CERTIFIED', 'REJECTED')),
    grade         text,
    reason        text,
    reported_at   timestamptz not null,
    -- a lot number is unique per producer for ever
    constraint lot_unique_per_producer unique (member_id, lot)
);
create index batch_by_member on batch (member_id, id);

-- What partners want, per order line. A shipment may be heard of before its order; then product and period are unknown.
create table wanted_line (
    order_id   uuid    not null,
    line       integer not null,
    product    text,
    period     text,
    ordered    numeric(24, 6) not null default 0,
    dispatched numeric(24, 6) not null default 0 check (dispatched >= 0),
    cancelled  boolean not null default false,
    primary key (order_id, line)
);

-- Sums that the outlook shows, kept by each event, so that looking costs the same however long the history.
create table outlook (
    product     text not null,
    period      text not null,
    open_orders numeric(24, 6) not null default 0,
    committed   numeric(24, 6) not null default 0,
    primary key (product, period)
);
create table certified_stock (
    product    text primary key,
    certified  numeric(24, 6) not null default 0,
    dispatched numeric(24, 6) not null default 0
);
