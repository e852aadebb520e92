-- Partners' forecasts beside their orders. Of both the larger is wanted, for each partner, product, grade and week.

-- outlook: what each partner has ordered, got and forecast for a week, in the unit of the product
create table partner_demand (
    product    text           not null,
    grade      text           not null,
    period     text           not null,
    partner_id uuid           not null,
    unit       text           not null,
    ordered    numeric(24, 6) not null default 0,
    forecast   numeric(24, 6) not null default 0 check (forecast >= 0),
    primary key (product, grade, period, partner_id)
);
comment on column partner_demand.ordered is 'of a cancelled line what was dispatched before';

-- outlook: whose order a line is of; absent until the order arrives
alter table order_line add column partner_id uuid;

alter table demand_outlook add column forecasts numeric(24, 6) not null default 0;
comment on column demand_outlook.forecasts is 'of all partners, less what their orders for the week have consumed';
alter table demand_outlook add column dispatched numeric(24, 6) not null default 0;
comment on column demand_outlook.dispatched is 'for orders for the week';

-- reliability asks what was delivered of a commitment
create index batch_of_commitment on batch (commitment_id) where commitment_id is not null;

-- proposals ask who could make a product in a week
create index capacity_of_week on capacity (product, period);
