-- taxregistration: how members are registered for tax, from which day on; number and address are absent where there are none, or
-- once they were erased. Nothing is changed but by erasing: a later registration follows.
create table tax_registration (
    id                      uuid primary key,
    member_id               uuid        not null references member,
    scheme                  text        not null
        check (scheme in ('STANDARD', 'SMALL_ENTERPRISE', 'COMPOSITION', 'EXEMPT_SUPPLIES', 'NONE')),
    country                 text        not null check (country ~ '^[A-Z]{2}$'),
    number                  text check (length(number) between 1 and 20),
    address                 text check (length(address) between 1 and 300),
    valid_from              date        not null,
    valid_until             date check (valid_until >= valid_from),
    self_billing_agreed_on  date,
    entered_by              text        not null,
    entered_at              timestamptz not null
);
create index tax_registration_of_member on tax_registration (member_id, id);
