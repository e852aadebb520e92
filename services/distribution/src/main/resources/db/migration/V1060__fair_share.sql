-- Fair share goes by what counts of commitments and was certified, and then by the uniform rule over what producers have there.

drop table fair_share;

-- stock: the week and product that a commitment of a producer is for
alter table commitment drop column quantity;
create index commitment_of_week on commitment (member_id, product, period);

-- stock: what counts of a producer's commitments for a product, grade and week, as production has fixed it
create table counted_commitment (
    member_id uuid           not null,
    product   text           not null,
    grade     text           not null,
    period    text           not null check (period ~ '^[0-9]{4}-W[0-9]{2}$'),
    counts    numeric(24, 6) not null check (counts >= 0),
    primary key (member_id, product, grade, period)
);

-- stock: when a batch was reported and for which commitment; it may be heard of before the batch is certified, or after
create table reported_batch (
    batch_id      uuid primary key,
    commitment_id uuid,
    reported_at   timestamptz
);
comment on column reported_batch.reported_at is 'unknown of batches that were reported before the event said it';
create index reported_batch_of_commitment on reported_batch (commitment_id) where commitment_id is not null;

alter table batch add column reported_on date;
alter table batch add column queue_shift integer not null default 0;
alter table batch add column queue_day date not null generated always as (expiry + queue_shift) stored;
alter table batch add column counted numeric(18, 6) not null default 0 check (counted >= 0 and counted <= certified);
comment on column batch.reported_on is 'the firm''s day; unknown until the report is heard of';
comment on column batch.queue_shift is 'days by which it waits behind its last day of sale, because it was dated before the day of its report';
comment on column batch.queue_day is 'by which it waits to be sold: its last day of sale if it had been made on the day it was reported, so that an early date gains nothing';
comment on column batch.counted is 'units that count of the commitment it was made for; they are sold first';
drop index batch_available;
create index batch_available on batch (product, grade, queue_day) where has_units_on_hand and certificate_state = 'CERTIFIED';

-- stock: what rounding to whole units has given each producer too little of a product and grade, or too much if negative
create table share_credit (
    product   text          not null,
    grade     text          not null,
    member_id uuid          not null,
    credit    numeric(8, 6) not null check (credit between -1 and 1),
    primary key (product, grade, member_id)
);

alter table product add column shelf_life_days integer check (shelf_life_days > 0);
comment on column product.shelf_life_days is 'absent where goods do not age';
comment on column reservation.period is 'the week for which the order wants the goods';
