alter table batch drop constraint batch_state_check;
alter table batch add constraint batch_state_check
    check (state in ('REPORTED', 'CERTIFIED', 'REJECTED', 'REWORKED', 'SCRAPPED', 'SUSPENDED', 'RECALLED', 'EXPIRED'));

-- What of a certified batch has left, so that what may not be sold is no stock in the outlook.
create table certified_batch (
    batch_id   uuid primary key,
    product    text           not null,
    certified  numeric(24, 6) not null default 0 check (certified >= 0),
    dispatched numeric(24, 6) not null default 0 check (dispatched >= 0),
    withheld   boolean        not null default false
);
insert into certified_batch (batch_id, product, certified)
select id, product, quantity from batch where state = 'CERTIFIED';
