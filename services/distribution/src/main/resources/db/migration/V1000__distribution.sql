-- Money is bigint minor units of the firm's one currency; quantities are numeric in the unit of the product's standard.
-- Whatever changes stock, back-orders or fair shares of a product does so while it holds that product's row lock. Taking an
-- order does not: its lines are pending until somebody who holds the lock looks for goods for them. Locks are taken in one order:
-- products, orders, invoice, partner, year of invoices; several of a kind in the order of their keys (ADR 0048).
-- Above each table stands the feature that owns it; no other feature's SQL names it.

-- A statement that decides for several orders at once is undone as a whole unless it has done all that it was to do.
create function require_count(counted bigint, wanted bigint, what text) returns bigint language plpgsql as $$
begin
    if counted <> wanted then
        raise exception '% instead of % %', counted, wanted, what using errcode = 'PA001';
    end if;
    return counted;
end $$;

-- partner: firms that may order, on what terms, and how much they owe
create table partner (
    partner_id   uuid   primary key,
    name         text   not null check (length(name) between 1 and 200),
    country      text   not null check (country ~ '^[A-Z]{2}$'),
    tier         text   not null check (tier ~ '^[A-Z][A-Z0-9_-]{0,29}$'),
    credit_limit bigint not null check (credit_limit >= 0),
    exposure     bigint not null default 0 check (exposure >= 0),
    version      bigint not null default 0
);
comment on column partner.exposure is 'open orders and unpaid invoices together, kept as a running number';

-- product: products of the brand by their newest standard; the row is also the lock on the product's stock
create table product (
    code             text    primary key,
    standard_version integer not null default 0 check (standard_version >= 0),
    name             text,
    unit             text,
    grades           text[],
    check (standard_version = 0
        or (name is not null and unit is not null and grades is not null and cardinality(grades) > 0))
);
comment on column product.standard_version is '0: goods, prices or commitments were heard of before the standard';

-- pricelist: prices in force and to come; what can never apply again is deleted when its successor is in force
create table price (
    price_id         uuid           primary key,
    product          text           not null,
    grade            text           not null,
    tier             text           not null,
    minimum_quantity numeric(18, 6) not null check (minimum_quantity >= 0),
    unit             text           not null,
    unit_price       bigint         not null check (unit_price >= 0),
    valid_from       timestamptz    not null
);
create index price_of_product on price (product, tier, grade, minimum_quantity, valid_from);

-- stock: what producers have committed to make
create table commitment (
    commitment_id uuid           primary key,
    member_id     uuid           not null,
    product       text           not null,
    period        text           not null check (period ~ '^[0-9]{4}-W[0-9]{2}$'),
    quantity      numeric(18, 6) not null check (quantity >= 0)
);

-- stock: committed and allocated quantities per producer, and for all producers together under the nil id
create table fair_share (
    product   text           not null,
    period    text           not null,
    member_id uuid           not null,
    committed numeric(24, 6) not null default 0 check (committed >= 0),
    allocated numeric(24, 6) not null default 0 check (allocated >= 0),
    primary key (product, period, member_id)
);

-- stock: producers' names, and how many of their batches have become stock
create table producer (
    member_id        uuid   primary key,
    name             text,
    batches_received bigint not null default 0 check (batches_received >= 0)
);
comment on column producer.batches_received is 'certified batches that ever became stock';

-- stock: certified batches and where their units are
create table batch (
    batch_id           uuid           primary key,
    certificate_number text           not null unique,
    member_id          uuid           not null references producer,
    product            text           not null references product,
    lot                text           not null,
    grade              text           not null,
    unit               text           not null,
    expiry             date           not null,
    owner              text           not null default 'MEMBER' check (owner in ('MEMBER', 'FIRM')),
    certified          numeric(18, 6) not null check (certified >= 0),
    on_hand            numeric(18, 6) not null check (on_hand >= 0),
    reserved           numeric(18, 6) not null default 0 check (reserved >= 0),
    dispatched         numeric(18, 6) not null default 0 check (dispatched >= 0),
    delivered          numeric(18, 6) not null default 0 check (delivered >= 0),
    returned           numeric(18, 6) not null default 0 check (returned >= 0),
    destroyed          numeric(18, 6) not null default 0 check (destroyed >= 0),
    set_aside          numeric(18, 6) not null default 0 check (set_aside >= 0),
    taken_back         numeric(18, 6) not null default 0 check (taken_back >= 0),
    certificate_state  text           not null default 'CERTIFIED'
        check (certificate_state in ('CERTIFIED', 'SUSPENDED', 'RECALLED', 'EXPIRED')),
    has_units_on_hand  boolean        not null generated always as (on_hand > 0) stored,
    has_unsold_units   boolean        not null generated always as (on_hand > 0 or reserved > 0) stored,
    unique (member_id, lot),
    constraint batch_conserved
        check (certified = on_hand + reserved + dispatched + delivered + returned + destroyed + set_aside + taken_back),
    -- goods that can never be sold any more are reserved for nobody
    constraint withdrawn_is_not_reserved
        check (certificate_state in ('CERTIFIED', 'SUSPENDED') or reserved = 0)
-- each order changes batches: there is room for their next versions on the page, so that no index has to be written
) with (fillfactor = 70);
comment on column batch.expiry is 'last day of sale, infinity where goods do not age';
comment on column batch.set_aside is 'in store for its producer, who is leaving and takes them back';
comment on column batch.taken_back is 'by its producer, who has left; not certified any more';
comment on column batch.certificate_state is 'what quality says of the certificate; only CERTIFIED goods are reserved or dispatched';
-- conditions on columns that an order seldom changes: an index on what it does change would be written with each
create index batch_available on batch (product, grade, expiry) where has_units_on_hand and certificate_state = 'CERTIFIED';
create index batch_unsold on batch (member_id, product) where has_unsold_units;
create index batch_of_product on batch (product, batch_id);
create index batch_of_lot on batch (lot, batch_id);
create index batch_of_member on batch (member_id, batch_id);

create function only_certified_goods_leave() returns trigger language plpgsql as $$
begin
    raise exception 'batch % is %; nothing of it is promised or leaves', new.batch_id, new.certificate_state
        using errcode = 'integrity_constraint_violation';
end $$;
create trigger only_certified_goods_leave before update on batch for each row
    when (new.certificate_state <> 'CERTIFIED'
          and (new.reserved > old.reserved or new.dispatched + new.delivered > old.dispatched + old.delivered))
    execute function only_certified_goods_leave();

-- order: orders, accepted or refused
create table sales_order (
    order_id       uuid        primary key,
    partner_id     uuid        not null references partner,
    reference      text        not null check (length(reference) between 1 and 100),
    period         text        not null check (period ~ '^[0-9]{4}-W[0-9]{2}$'),
    state          text        not null check (state in ('REFUSED', 'ACCEPTED', 'PART_ALLOCATED', 'ALLOCATED',
                                                          'DISPATCHED', 'DELIVERED', 'INVOICED', 'PAID', 'CANCELLED')),
    entered_by     text        not null,
    placed_at      timestamptz not null,
    total          bigint      check (total >= 0),
    open_amount    bigint      not null default 0 check (open_amount >= 0),
    invoiced       bigint      not null default 0 check (invoiced >= 0),
    paid           bigint      not null default 0 check (paid >= 0 and paid <= invoiced),
    refusal_code   text        check (refusal_code in ('unknown-product', 'no-price', 'over-credit-limit')),
    refusal_reason text,
    cancel_reason  text,
    correlation_id text        not null,
    check ((state = 'REFUSED') = (refusal_code is not null)),
    check ((state = 'REFUSED') = (total is null))
);
comment on column sales_order.correlation_id is 'of the call that placed it: events about its allocation belong to it';
comment on column sales_order.open_amount is 'what the lines not yet invoiced nor cancelled will still cost';
create index sales_order_of_partner on sales_order (partner_id, order_id);
create index sales_order_in_state on sales_order (state, order_id);

-- order: partners' own order numbers in their normal form (contracts.Identifier); each names one order for ever, refused ones none
create table order_reference (
    partner_id uuid not null references partner,
    reference  text not null,
    order_id   uuid not null unique references sales_order deferrable initially deferred,
    primary key (partner_id, reference)
);
create index order_of_reference on order_reference (reference);

-- order: counts lines as they are put on record
create sequence order_line_queue;

-- order: lines of orders and where their units are
create table order_line (
    order_id     uuid           not null references sales_order,
    line         integer        not null check (line between 1 and 500),
    product      text           not null,
    grade        text,
    unit         text           not null,
    quantity     numeric(18, 6) not null check (quantity > 0),
    unit_price   bigint         check (unit_price >= 0),
    amount       bigint         check (amount >= 0),
    back_ordered numeric(18, 6) not null check (back_ordered >= 0),
    allocated    numeric(18, 6) not null default 0 check (allocated >= 0),
    dispatched   numeric(18, 6) not null default 0 check (dispatched >= 0 and dispatched <= allocated),
    delivered    numeric(18, 6) not null default 0 check (delivered >= 0 and delivered <= dispatched),
    cancelled    numeric(18, 6) not null default 0 check (cancelled >= 0),
    allocation_pending boolean  not null default false,
    pending_since  timestamptz    not null default now(),
    queue_position bigint         not null default nextval('order_line_queue'),
    primary key (order_id, line),
    check (not allocation_pending or back_ordered > 0),
    constraint order_line_conserved check (
        case when unit_price is null then back_ordered + allocated + cancelled = 0
             else back_ordered + allocated + cancelled = quantity and grade is not null and amount is not null end)
);
comment on column order_line.allocation_pending is 'goods are to be looked for: it was accepted just now, or it is the first that waits for goods that have become available';
comment on column order_line.queue_position is 'of lines that wait for the same goods the lowest is served first; it grows with each line that is put on record, whatever clocks say';
create index pending_allocation on order_line (product, queue_position) include (grade, unit) where allocation_pending;
create index back_order on order_line (product, grade, queue_position) where back_ordered > 0;

-- stock: units of batches that are reserved for order lines, until they are dispatched
create table reservation (
    order_id uuid           not null,
    line     integer        not null,
    batch_id uuid           not null references batch,
    period   text           not null check (period ~ '^[0-9]{4}-W[0-9]{2}$'),
    quantity numeric(18, 6) not null check (quantity > 0),
    primary key (order_id, line, batch_id),
    foreign key (order_id, line) references order_line
);
comment on column reservation.period is 'the order''s week, in whose fair shares the units count';
create index reservation_of_batch on reservation (batch_id);

-- shipment: counts shipping units for their SSCC
create sequence sscc_serial;

-- shipment: shipping units
create table shipment (
    shipment_id   uuid        primary key,
    sscc          text        not null unique check (sscc ~ '^[0-9]{18}$'),
    order_id      uuid        not null references sales_order,
    reference     text        not null check (length(reference) between 1 and 100),
    reference_key text        not null constraint one_shipment_a_reference unique,
    partner_id    uuid        not null references partner,
    state         text        not null check (state in ('DISPATCHED', 'DELIVERED')),
    dispatched_at timestamptz not null,
    delivered_at  timestamptz check (delivered_at >= dispatched_at),
    check ((state = 'DELIVERED') = (delivered_at is not null))
);
comment on column shipment.reference_key is 'the warehouse''s own number in its normal form: a dispatch that is asked for again is made once';
create index shipment_of_partner on shipment (partner_id, shipment_id);
create index shipment_under_way on shipment (shipment_id) where state = 'DISPATCHED';
create index shipment_of_order on shipment (order_id, shipment_id);

-- shipment: units of batches in shipments
create table shipped_goods (
    shipment_id uuid           not null references shipment,
    line        integer        not null,
    batch_id    uuid           not null references batch,
    product     text           not null,
    grade       text           not null,
    member_id   uuid           not null,
    lot         text           not null,
    owner       text           not null check (owner in ('MEMBER', 'FIRM')),
    quantity    numeric(18, 6) not null check (quantity > 0),
    unit        text           not null,
    unit_price  bigint         not null check (unit_price >= 0),
    primary key (shipment_id, line, batch_id)
);
create index shipped_goods_of_batch on shipped_goods (batch_id, shipment_id);

-- invoice: the last number given in a financial year; its row lock keeps the numbers without gaps
create table invoice_year (
    first_day   date    primary key,
    last_number integer not null check (last_number > 0)
);

-- invoice: invoices, one per delivered shipment
create table invoice (
    invoice_id     uuid        primary key,
    number         text        not null unique,
    order_id       uuid        not null references sales_order,
    shipment_id    uuid        not null unique references shipment,
    partner_id     uuid        not null references partner,
    total          bigint      not null check (total >= 0),
    state          text        not null check (state in ('ISSUED', 'PAID')),
    issued_at      timestamptz not null,
    paid_at        timestamptz,
    bank_reference text,
    -- a transfer pays one invoice, however its reference is spelt
    bank_reference_key text constraint one_invoice_a_transfer unique,
    check ((bank_reference is null) = (bank_reference_key is null)),
    check ((state = 'PAID') = (paid_at is not null)),
    check ((state = 'PAID') = (bank_reference is not null))
);
create index invoice_unpaid on invoice (invoice_id) where state = 'ISSUED';
create index invoice_of_total on invoice (total, invoice_id);
create index invoice_of_partner on invoice (partner_id, invoice_id);

-- invoice: lines of invoices, which sum to the invoice
create table invoice_line (
    invoice_id uuid           not null references invoice,
    position   integer        not null,
    order_line integer        not null,
    product    text           not null,
    grade      text           not null,
    batch_id   uuid           not null,
    member_id  uuid,
    lot        text           not null,
    quantity   numeric(18, 6) not null check (quantity > 0),
    unit       text           not null,
    unit_price bigint         not null check (unit_price >= 0),
    amount     bigint         not null check (amount >= 0),
    primary key (invoice_id, position)
);
comment on column invoice_line.member_id is 'whose goods they were; null for goods that were the firm''s own';

-- The lines sum to the invoice, checked when the transaction ends.
create function invoice_adds_up() returns trigger language plpgsql as $$
begin
    if (select total from invoice where invoice_id = new.invoice_id)
       <> (select coalesce(sum(amount), 0) from invoice_line where invoice_id = new.invoice_id) then
        raise exception 'invoice % does not add up', new.invoice_id
            using errcode = 'integrity_constraint_violation';
    end if;
    return null;
end $$;
create constraint trigger invoice_total after insert on invoice
    deferrable initially deferred for each row execute function invoice_adds_up();
create constraint trigger invoice_line_total after insert or update on invoice_line
    deferrable initially deferred for each row execute function invoice_adds_up();

-- conservation: what the last check has found that added everything up again
create table stock_check (
    id         integer     primary key check (id = 1),
    checked_at timestamptz not null,
    report     jsonb       not null
);

-- recall: batches that quality has called back
create table recalled_batch (
    batch_id     uuid        primary key references batch,
    recall_id    uuid        not null,
    recall_class text        not null,
    reason       text        not null,
    recalled_at  timestamptz not null
);
create index recalled_batch_of_recall on recalled_batch (recall_id, batch_id);

-- recall: partners that got units of recalled batches, and what they have answered; acknowledged is: they have read it,
-- confirmed is: what they had left is off sale
create table recall_notice (
    notice_id       uuid           primary key,
    recall_id       uuid           not null,
    batch_id        uuid           not null references recalled_batch,
    partner_id      uuid           not null references partner,
    quantity        numeric(18, 6) not null check (quantity > 0),
    acknowledged_at timestamptz,
    acknowledged_by text,
    confirmed_at    timestamptz,
    confirmed_by    text,
    withdrawn       numeric(18, 6) check (withdrawn >= 0 and withdrawn <= quantity),
    unique (batch_id, partner_id),
    check ((acknowledged_at is null) = (acknowledged_by is null)),
    check (num_nonnulls(confirmed_at, confirmed_by, withdrawn) in (0, 3)),
    check (confirmed_at is null or acknowledged_at is not null)
);
comment on column recall_notice.quantity is 'units that the partner had been sent when they were recalled, those under way included';
create index recall_notice_of_partner on recall_notice (partner_id, notice_id);

-- exit: members that leave, until distribution has cleared them
create table exit_clearance (
    exit_id           uuid        primary key,
    member_id         uuid        not null,
    state             text        not null check (state in ('OPEN', 'CLEARED', 'WITHDRAWN')),
    bound_at          timestamptz,
    batches_certified bigint      check (batches_certified >= 0),
    cleared_at        timestamptz,
    check ((state = 'CLEARED') <= (cleared_at is not null)),
    check (state <> 'CLEARED' or bound_at is not null)
);
comment on column exit_clearance.batches_certified is 'how many batches quality ever certified; null until quality has cleared';
create index exit_clearance_open on exit_clearance (member_id) where state = 'OPEN';
create index exit_clearance_in_state on exit_clearance (state, exit_id);

comment on column exit_clearance.bound_at is 'when the exit became binding, and the member''s choices with it; null before';

-- exit: what a leaving member has chosen for its unsold goods when its exit became binding, and what has become of it
create table exit_goods (
    id          uuid primary key,
    exit_id     uuid        not null references exit_clearance,
    member_id   uuid        not null,
    batch_id    uuid        not null,
    choice      text        not null check (choice in ('TAKE_BACK', 'OFFER')),
    state       text        not null
        check (state in ('WAITING', 'SET_ASIDE', 'TAKEN_BACK', 'OFFERED', 'PROPOSED', 'BOUGHT', 'DECLINED', 'LAPSED', 'NOTHING_LEFT',
                         'UNCOLLECTED', 'STILL_SUSPENDED', 'RECALLED', 'EXPIRED', 'WITHDRAWN')),
    quantity    numeric(18, 6) check (quantity > 0),
    collectable_since timestamptz,
    unit_price  bigint check (unit_price > 0),
    proposed_by text,
    proposed_at timestamptz,
    decided_by  text,
    decided_at  timestamptz,
    version     bigint      not null,
    unique (exit_id, batch_id),
    check (case when state in ('SET_ASIDE', 'TAKEN_BACK', 'UNCOLLECTED', 'STILL_SUSPENDED') then choice = 'TAKE_BACK'
                when state in ('OFFERED', 'PROPOSED', 'BOUGHT', 'DECLINED', 'LAPSED') then choice = 'OFFER' else true end),
    check (state not in ('SET_ASIDE', 'TAKEN_BACK', 'BOUGHT') or quantity is not null),
    check (state not in ('SET_ASIDE', 'TAKEN_BACK', 'UNCOLLECTED') or collectable_since is not null),
    check (state not in ('PROPOSED', 'BOUGHT') or (unit_price is not null and proposed_by is not null)),
    constraint bought_by_two_persons check (state <> 'BOUGHT' or decided_by <> proposed_by)
);
comment on column exit_goods.collectable_since is 'when the goods were set aside, or when their suspension ended after that';
comment on column exit_goods.unit_price is 'minor units, as proposed';
create index exit_goods_open on exit_goods (member_id) where state in ('WAITING', 'SET_ASIDE', 'OFFERED', 'PROPOSED');
create index exit_goods_lapsing on exit_goods (exit_id) where state in ('OFFERED', 'PROPOSED', 'SET_ASIDE');
create index exit_goods_set_aside on exit_goods (batch_id) where state = 'SET_ASIDE';

-- exit: the bylaws on a leaving member's goods, by the version of the bylaws that has changed them: the price tier whose list price is
-- paid at most, the days for which an offer is open and goods are kept that it takes back, and the months for which suspended ones are
create table exit_goods_bylaws (
    bylaws_version   integer primary key check (bylaws_version > 0),
    price_tier       text    check (length(price_tier) > 0),
    offer_days       integer check (offer_days > 0),
    collection_days  integer check (collection_days > 0),
    statement_months integer check (statement_months >= 0)
);
