-- What is usual among many producers of a product is reckoned now and then; among few it is asked for.
create table network_product (
    product   text primary key,
    producers bigint      not null check (producers > 0),
    median    float8      not null check (median between 0 and 1),
    as_of     timestamptz not null
);
alter table network_month add column is_final boolean not null default true;
comment on column network_month.is_final is 'the month is over, and nothing is decided in it any more';
