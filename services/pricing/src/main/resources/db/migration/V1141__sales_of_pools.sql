-- A draft of prices is compared with what settled pools have paid: who has bought, and which quantity decided about the price
-- (docs/adr/0098).

alter table pool_invoice add column partner_id uuid;
alter table accepted_goods add column ordered numeric(24, 6) check (ordered > 0);
comment on column accepted_goods.ordered is 'quantity of the order line, which decides about the price; absent where it was not told';

-- pool: which tier's and which group's prices partners pay, as distribution has told it
create table partner_terms (
    partner_id    uuid primary key,
    tier          text not null,
    partner_group text
);
