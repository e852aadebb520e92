-- Units that have gone into other batches of their producer are neither unsold nor in a pool (ADR 0116).
alter table pool_goods add column consumed numeric(24, 6) not null default 0;
comment on column pool_goods.consumed is 'units that have gone into other batches of their producer';
