-- A debit note charges more for goods that an invoice has: its lines bring money into the pool of the units, and no further units.

alter table accepted_goods
    drop constraint accepted_goods_quantity_check,
    add constraint accepted_goods_quantity_check check (quantity >= 0);
comment on column accepted_goods.quantity is 'zero on a debit note, whose units are those of an invoice';
