-- A price is for a tier, for a group of partners or for one partner; it is stated for 1, 100 or 1,000 units, with decimals of the
-- minor unit that nothing rounds; and it may end (ADR 0086, 0087).

alter table price
    rename column tier to scope_code;
alter table price
    add column scope text not null default 'TIER' check (scope in ('TIER', 'GROUP', 'PARTNER')),
    alter column unit_price type numeric(26, 8),
    add column price_base smallint not null default 1 check (price_base in (1, 100, 1000)),
    add column valid_until timestamptz check (valid_until > valid_from);
alter table price alter column scope drop default;
comment on column price.scope_code is 'the tier''s or the group''s name, or the partner''s id';
comment on column price.unit_price is 'minor units for price_base units of the product';
drop index price_of_product;
create index price_of_buyer on price (scope, scope_code, product, grade, minimum_quantity, valid_from);
create index price_of_product on price (product);

alter table partner add column partner_group text check (partner_group ~ '^[A-Z][A-Z0-9_-]{0,29}$');
comment on column partner.partner_group is 'whose prices it gets before those of its tier';

alter table order_line
    alter column unit_price type numeric(26, 8),
    add column price_base smallint not null default 1 check (price_base in (1, 100, 1000));
comment on column order_line.unit_price is 'minor units for price_base units of the product';

alter table shipped_goods
    alter column unit_price type numeric(26, 8),
    add column price_base smallint not null default 1 check (price_base in (1, 100, 1000));
comment on column shipped_goods.unit_price is 'minor units for price_base units of the product';

alter table invoice_line
    alter column unit_price type numeric(26, 8),
    add column price_base smallint not null default 1 check (price_base in (1, 100, 1000));
comment on column invoice_line.unit_price is 'minor units for price_base units of the product';
comment on column invoice_line.amount is 'minor units; of an order line all amounts together are rounded once';
create index invoice_of_order on invoice (order_id);

alter table sales_order
    drop constraint sales_order_refusal_code_check,
    add constraint sales_order_refusal_code_check
        check (refusal_code in ('unknown-product', 'no-price', 'nothing-to-pay', 'over-credit-limit'));
