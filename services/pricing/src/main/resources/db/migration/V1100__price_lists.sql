-- A price is for a tier, for a group of partners or for one partner; it is stated for 1, 100 or 1,000 units, with decimals of the
-- minor unit that nothing rounds; and it may end. Standard costs are published with a list, as grade differentials are (ADR 0086 to
-- 0088).

alter table price_list
    add column below_cost_reason text check (length(below_cost_reason) between 1 and 500);

alter table price
    alter column tier drop not null,
    add column partner_group text,
    add column partner_id uuid,
    add column buyers text not null generated always as (
        case when tier is not null then 'TIER ' || tier
             when partner_group is not null then 'GROUP ' || partner_group
             else 'PARTNER ' || partner_id::text end) stored,
    alter column unit_price type numeric(26, 8),
    add column price_base smallint not null default 1 check (price_base in (1, 100, 1000)),
    add column valid_until timestamptz check (valid_until > valid_from),
    add constraint price_for_one_kind_of_buyer check (num_nonnulls(tier, partner_group, partner_id) = 1);
comment on column price.unit_price is 'minor units for price_base units of the product';
comment on column price.buyers is 'whom it is for, as one text';
drop index price_in_force;
create index price_in_force on price (product, buyers, grade, minimum_quantity, valid_from) where published;

-- pricelist: the standard costs of the lists, line by line
create table standard_cost_line (
    price_list_id uuid     not null references price_list,
    line          integer  not null,
    product       text     not null references product,
    grade         text     not null,
    unit_cost     numeric(26, 8) not null check (unit_cost > 0),
    price_base    smallint not null check (price_base in (1, 100, 1000)),
    primary key (price_list_id, line)
);
comment on column standard_cost_line.unit_cost is 'minor units for price_base units of the product';
create trigger published_is_immutable before update or delete on standard_cost_line
    for each row execute function published_is_immutable();

-- pricelist: the standard costs in force, those of the lists published last
create table standard_cost (
    product    text     not null,
    grade      text     not null,
    unit_cost  numeric(26, 8) not null check (unit_cost > 0),
    price_base smallint not null check (price_base in (1, 100, 1000)),
    primary key (product, grade)
);
comment on column standard_cost.unit_cost is 'minor units for price_base units of the product';
