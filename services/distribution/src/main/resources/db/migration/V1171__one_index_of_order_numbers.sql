-- A partner's number is found by the number first, so that one index serves both who looks for an order and who places one.
alter table order_reference drop constraint order_reference_pkey;
alter table order_reference add primary key (reference, partner_id);
drop index order_of_reference;
