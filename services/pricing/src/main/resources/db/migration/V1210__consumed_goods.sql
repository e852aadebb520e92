-- Units that have gone into other batches of their producer are in no pool, and get no advance (ADR 0116).
alter table pool_batch add column consumed numeric(24, 6) not null default 0;
comment on column pool_batch.consumed is 'units that have gone into other batches of their producer';

alter table advance_due
    drop constraint advance_due_reason_check,
    add constraint advance_due_reason_check check (reason in ('EXPIRED', 'RECALLED', 'TAKEN_BACK', 'CONSUMED', 'BOUGHT_IN'));
