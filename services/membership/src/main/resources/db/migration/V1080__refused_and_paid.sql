-- Whoever has entered that the bank refused a transfer may have been wrong: how it was sent is kept, for when the bank says otherwise.
alter table payable
    add column refused_in uuid references payment_run,
    add column refused_creditor text,
    add column refused_iban text,
    add constraint payable_refused check (num_nonnulls(refused_in, refused_creditor, refused_iban) in (0, 3));
comment on column payable.refused_in is 'The approved run from which somebody last took it as refused by the bank';
