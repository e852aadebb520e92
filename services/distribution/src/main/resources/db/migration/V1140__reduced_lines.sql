-- Partners want less of a line than they have ordered: it is priced at the break that the rest reaches, by the prices of the moment at
-- which it was accepted, and what was invoiced of it before by a debit note (ADR 0102).

-- order: what the partner of a line would have paid for less of it when it was accepted; none where it pays one price for any quantity
create table order_line_break (
    order_id         uuid           not null,
    line             integer        not null,
    minimum_quantity numeric(18, 6) not null check (minimum_quantity >= 0),
    unit_price       numeric(26, 8) not null check (unit_price >= 0),
    price_base       smallint       not null check (price_base in (1, 100, 1000)),
    primary key (order_id, line, minimum_quantity),
    foreign key (order_id, line) references order_line
);
comment on column order_line_break.unit_price is 'minor units for price_base units of the product';

comment on column order_line.unit_price is 'minor units for price_base units of the product; of all units that are wanted now, also of those that were invoiced';
comment on column order_line.amount is 'of the ordered quantity at the price at which it was accepted';
comment on column sales_order.cancel_reason is 'of the last cancellation or reduction of a line';

alter table order_line
    add column fallen_short numeric(18, 6) not null default 0 check (fallen_short >= 0 and fallen_short <= cancelled);
comment on column order_line.fallen_short is 'of what is cancelled: what the firm does not deliver, which counts as wanted where the partner''s break is looked for';

alter table invoice
    alter column shipment_id drop not null,
    add column kind text not null default 'INVOICE' check (kind in ('INVOICE', 'DEBIT_NOTE')),
    add constraint an_invoice_is_of_a_shipment check ((kind = 'INVOICE') = (shipment_id is not null));
comment on column invoice.kind is 'a debit note charges more for goods that invoices have; it adds no units';
create index invoice_of_kind on invoice (kind, invoice_id);

alter table invoice_line
    add column debited_invoice_id uuid references invoice,
    add column former_unit_price numeric(26, 8) check (former_unit_price >= 0),
    add column former_price_base smallint check (former_price_base in (1, 100, 1000)),
    add constraint a_debit_names_invoice_and_former_price
        check (num_nonnulls(debited_invoice_id, former_unit_price, former_price_base) in (0, 3));
comment on column invoice_line.debited_invoice_id is 'of a debit note: the invoice that has the units';
comment on column invoice_line.former_unit_price is 'of a debit note: minor units for former_price_base units, as charged before';
