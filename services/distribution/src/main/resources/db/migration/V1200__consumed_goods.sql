-- Certified goods go into other batches of their producer, as it says in the reports of these: they have left the stock (ADR 0116).

-- stock: what producers say has gone into batches, a copy of what production has told; lots may be heard of before they are certified
create table batch_input (
    batch_id       uuid           not null,
    input_batch_id uuid           not null,
    member_id      uuid           not null,
    quantity       numeric(18, 6) not null check (quantity > 0),
    primary key (batch_id, input_batch_id)
);
comment on column batch_input.member_id is 'producer of the batch that was made';
comment on column batch_input.quantity is 'of the lot that went into it, in the unit of the lot';
create index batch_input_of_lot on batch_input (input_batch_id);

alter table batch
    add column consumed numeric(18, 6) not null default 0 check (consumed >= 0),
    add column consumption_due numeric(18, 6) not null default 0 check (consumption_due >= 0),
    drop constraint batch_conserved,
    add constraint batch_conserved
        check (certified = on_hand + reserved + dispatched + delivered + returned + destroyed + set_aside + taken_back + consumed);
comment on column batch.consumed is 'as input of other batches of its producer';
comment on column batch.consumption_due is 'what its producer says has gone into others, more than was on hand: taken as soon as it is';
create index batch_consumption_due on batch (batch_id) where consumption_due > 0;

-- the last check had not counted them
delete from stock_check;
