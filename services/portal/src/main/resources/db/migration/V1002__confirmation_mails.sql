-- mail: links by which applicants confirm their addresses, of the last day, so that nobody is mailed one again and again; no address
create table confirmation_mail (
    mail_id      uuid        primary key,
    application  uuid        not null,
    address_code text        not null, -- which the portal alone can make of an address
    sent_at      timestamptz not null
);
create index confirmation_mail_of_application on confirmation_mail (application, sent_at);
create index confirmation_mail_of_address on confirmation_mail (address_code, sent_at);
create index confirmation_mail_sent on confirmation_mail (sent_at);
