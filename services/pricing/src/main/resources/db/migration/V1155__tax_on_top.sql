-- Tax that a document owes the producer beside its total, or takes back; nothing where the tax is in the total or there is none.
alter table payout_document
    add column tax_on_top bigint not null default 0,
    add constraint tax_on_top_has_the_sign_of_the_total check (tax_on_top = 0 or sign(tax_on_top) = sign(total));
