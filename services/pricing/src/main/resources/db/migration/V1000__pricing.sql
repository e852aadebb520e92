-- Money is bigint minor units of the firm's one currency.

-- What the standards say about products, as far as prices need it.
create table product (
    code    text primary key,
    unit    text    not null,
    grades  text[]  not null,
    version integer not null check (version > 0)
);

create table price_list (
    id           uuid primary key,
    state        text        not null check (state in ('DRAFT', 'PUBLISHED', 'WITHDRAWN')),
    drafted_by   text        not null,
    drafted_at   timestamptz not null,
    approved_by  text,
    published_at timestamptz,
    -- the constitution: never the same person twice
    check (approved_by is null or approved_by <> drafted_by),
    check ((state = 'PUBLISHED') = (approved_by is not null and published_at is not null))
);

create table price (
    id               uuid primary key,
    price_list_id    uuid    not null references price_list,
    line             integer not null,
    product          text    not null references product,
    grade            text    not null,
    tier             text    not null,
    minimum_quantity numeric(24, 6) not null check (minimum_quantity >= 0),
    unit             text    not null,
    unit_price       bigint  not null check (unit_price > 0),
    valid_from       timestamptz,
    published        boolean not null,
    check (not published or valid_from is not null)
);
create index price_of_list on price (price_list_id, line);
create index price_in_force on price (product, tier, grade, minimum_quantity, valid_from) where published;

create table differential (
    price_list_id uuid    not null references price_list,
    line          integer not null,
    product       text    not null references product,
    grade         text    not null,
    factor        numeric(9, 6) not null check (factor > 0 and factor <= 10),
    primary key (price_list_id, line)
);

-- What is published is never changed, only superseded.
create function published_is_immutable() returns trigger language plpgsql as
$$
begin
    if exists (select 1 from price_list where id = old.price_list_id and state = 'PUBLISHED') then
        raise exception 'a published price does not change; publish a later one';
    end if;
    return case tg_op when 'DELETE' then old else new end;
end
$$;
create trigger published_is_immutable before update or delete on price
    for each row execute function published_is_immutable();
create trigger published_is_immutable before update or delete on differential
    for each row execute function published_is_immutable();

-- What a unit of a grade counts for now.
create table grade_factor (
    product text not null,
    grade   text not null,
    factor  numeric(9, 6) not null check (factor > 0 and factor <= 10),
    primary key (product, grade)
);

-- One pool per product: the row is locked by whoever adds receipts or settles. The carry may be negative: a producer never owes.
create table pool (
    product text primary key,
    carry   bigint not null
);

create table settlement (
    id             uuid primary key,
    product        text        not null references pool,
    period         text        not null,
    costs          bigint      not null check (costs >= 0),
    state          text        not null check (state in ('DRAFT', 'SETTLED')),
    drafted_by     text        not null,
    drafted_at     timestamptz not null,
    approved_by    text,
    settled_at     timestamptz,
    last_receipt   bigint      not null,
    result         jsonb       not null,
    check (approved_by is null or approved_by <> drafted_by),
    check ((state = 'SETTLED') = (approved_by is not null and settled_at is not null))
);
create unique index one_draft_per_product on settlement (product) where state = 'DRAFT';

-- Members' goods that are paid for: each is in one pool, once.
create table receipt (
    seq           bigint generated always as identity primary key,
    source        uuid    not null,
    product       text    not null references pool,
    period        text    not null,
    batch_id      uuid    not null,
    member_id     uuid    not null,
    grade         text    not null,
    quantity      numeric(24, 6) not null check (quantity > 0),
    unit          text    not null,
    amount        bigint  not null check (amount >= 0),
    settlement_id uuid references settlement
);
create index receipt_unsettled on receipt (product, period) where settlement_id is null;

create table statement (
    id            uuid primary key,
    settlement_id uuid not null references settlement,
    member_id     uuid not null,
    content       jsonb not null,
    unique (settlement_id, member_id)
);
create index statement_by_member on statement (member_id, id);
