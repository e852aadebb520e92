-- A lot is found however its letters and blanks are typed, as in quality and production: r-1, R-1 and R - 1 are one lot.

alter table batch
    add column lot_key text not null generated always as (upper(replace(lot, ' ', ''))) stored;
comment on column batch.lot_key is 'the lot''s normal form';
create index batch_of_lot_key on batch (lot_key, batch_id);
