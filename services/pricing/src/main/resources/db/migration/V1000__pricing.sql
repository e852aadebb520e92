-- Amounts are minor units of the firm's one currency. Weeks are ISO weeks such as 2026-W48, which sort as texts.

-- product: the products that have a published standard, with the unit and the grades that prices are made for
create table product (
    code             text primary key,
    unit             text    not null,
    grades           text[]  not null,
    standard_version integer not null check (standard_version > 0)
);

-- pricelist: price lists, drafted by one person and published by another
create table price_list (
    id           uuid primary key,
    state        text        not null check (state in ('DRAFT', 'PUBLISHED', 'WITHDRAWN')),
    drafted_by   text        not null,
    drafted_at   timestamptz not null,
    approved_by  text,
    published_at timestamptz,
    check (approved_by is null or approved_by <> drafted_by),
    check ((state = 'PUBLISHED') = (approved_by is not null and published_at is not null))
);
create index price_list_draft on price_list (id) where state = 'DRAFT';

-- pricelist: the prices of the lists, line by line; valid_from is absent in a draft that is to be valid from its publication
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

-- pricelist: the grade differentials of the lists, line by line
create table grade_differential (
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
create trigger published_is_immutable before update or delete on grade_differential
    for each row execute function published_is_immutable();

-- pricelist: the grade differentials in force, those of the lists published last
create table grade_factor (
    product text not null,
    grade   text not null,
    factor  numeric(9, 6) not null check (factor > 0 and factor <= 10),
    primary key (product, grade)
);

-- settlement: the bylaw on the firm's margin, in basis points, by the version of the bylaws that has changed it
create table margin_bylaw (
    bylaws_version integer primary key check (bylaws_version > 0),
    margin_share   integer not null check (margin_share between 0 and 10000)
);

-- settlement: what the last settlement of each product has carried into the next; negative if its pool fell short, for a
-- producer never owes anything. The row is locked by whoever adds receipts of the product or settles one of its pools.
create table carried_remainder (
    product text primary key,
    carry   bigint not null
);

-- settlement: pools, each the receipts of a product up to a week that are in no earlier pool; settled again when more is paid
create table pool (
    pool_id uuid primary key,
    product text not null references carried_remainder,
    period  text not null,
    unique (product, period),
    unique (pool_id, product, period)
);

-- settlement: how the receipts of a pool up to a week are divided; drafted by one person and approved by another
create table settlement (
    id             uuid primary key,
    pool_id        uuid        not null,
    product        text        not null references carried_remainder,
    period         text        not null,
    state          text        not null check (state in ('DRAFT', 'SETTLED')),
    drafted_by     text        not null,
    drafted_at     timestamptz not null,
    approved_by    text,
    settled_at     timestamptz,
    newest_receipt bigint      not null,
    receipts       bigint      not null check (receipts >= 0),
    margin         bigint      not null check (margin >= 0),
    costs          bigint      not null check (costs >= 0),
    carry_in       bigint      not null,
    equivalents    numeric     not null check (equivalents >= 0),
    pool_price     bigint      not null check (pool_price >= 0),
    paid_out       bigint      not null check (paid_out >= 0),
    carry_out      bigint      not null,
    payouts        jsonb       not null,
    foreign key (pool_id, product, period) references pool (pool_id, product, period),
    check (approved_by is null or approved_by <> drafted_by),
    check ((state = 'SETTLED') = (approved_by is not null and settled_at is not null)),
    constraint everything_is_paid_out_or_carried check (paid_out + carry_out = receipts - margin - costs + carry_in)
);
create unique index one_draft_per_product on settlement (product) where state = 'DRAFT';

-- settlement: batches that quality has called back; what was paid for them is in no settlement until it is decided who bears it
create table recalled_batch (
    batch_id uuid primary key
);

-- directory: what the producers are called, until they are erased
create table producer_name (
    member_id uuid primary key,
    name      text not null check (length(name) between 1 and 200)
);

-- settlement: what was paid for members' goods, by an invoice or by the firm when a member leaves; each receipt is in one
-- settlement at most
create table receipt (
    seq           bigint generated always as identity primary key,
    source_id     uuid    not null,
    product       text    not null references carried_remainder,
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

-- statement: what each producer is paid out of a settled pool, as the event PayoutStated says it
create table payout_statement (
    id            uuid primary key,
    settlement_id uuid not null references settlement,
    pool_id       uuid not null references pool,
    member_id     uuid not null,
    content       jsonb not null,
    unique (settlement_id, member_id)
);
create index payout_statement_of_pool on payout_statement (pool_id, id);
create index payout_statement_by_member on payout_statement (member_id, id);
