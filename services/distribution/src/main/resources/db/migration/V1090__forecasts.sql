-- Partners' forecasts. Quantities are in the unit of the product's standard; weeks are ISO weeks such as 2026-W48, which sort as texts.

-- forecast: until how many days before its week a forecast is changed, by the version of the bylaws that has changed it
create table forecast_bylaw (
    bylaws_version integer     primary key,
    effective_from timestamptz not null,
    days           integer     not null check (days >= 0)
);

-- forecast: partners that have ever forecast anything; the row is locked by every decision about a partner's forecasts, so that these
-- are taken one after another, and no order waits for them
create table forecasting_partner (
    partner_id uuid primary key references partner
);

-- forecast: how much partners expect to order of a product and grade for a week
create table forecast (
    partner_id uuid           not null references forecasting_partner,
    product    text           not null,
    grade      text           not null,
    period     text           not null,
    quantity   numeric(24, 6) not null check (quantity >= 0),
    unit       text           not null,
    standing   boolean        not null,
    changed_at timestamptz    not null,
    primary key (partner_id, period, product, grade)
);
comment on column forecast.standing is 'whether it follows from a standing need, and is not said for this week alone';

-- forecast: how much partners need of a product and grade in every week until they revoke it
create table standing_need (
    id            uuid           primary key,
    partner_id    uuid           not null references forecasting_partner,
    product       text           not null,
    grade         text           not null,
    quantity      numeric(24, 6) not null check (quantity > 0),
    unit          text           not null,
    from_period   text           not null,
    written_until text           not null,
    unique (partner_id, product, grade)
);
comment on column standing_need.written_until is 'the last week for which it has become a forecast';
create index standing_need_of_partner on standing_need (partner_id, id);
create index standing_need_to_write on standing_need (written_until, id);
