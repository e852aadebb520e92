-- document: how producers are registered for tax, as membership has told it
create table tax_registration (
    registration_id        uuid primary key,
    member_id              uuid        not null,
    scheme                 text        not null,
    country                text        not null,
    number                 text,
    address                text,
    valid_from             date        not null,
    valid_until            date,
    self_billing_agreed_on date,
    entered_at             timestamptz not null
);
create index tax_registration_of_member on tax_registration (member_id, valid_from, entered_at);

-- document: the last number of each series in each financial year
create table document_series (
    series      text    not null check (series ~ '^[A-Z]{1,3}$'),
    first_day   date    not null,
    last_number integer not null check (last_number between 1 and 999999),
    primary key (series, first_day)
);

-- document: documents that payouts were drawn up as. The content is kept as the text that it was, with its digest.
create table payout_document (
    document_id   uuid primary key,
    number        text   not null unique check (length(number) between 1 and 16),
    kind          text   not null,
    template      text   not null,
    country       text   not null,
    settlement_id uuid   not null references settlement,
    pool_id       uuid   not null references pool,
    member_id     uuid   not null,
    product       text   not null,
    period        text   not null,
    issued_on     date   not null,
    total         bigint not null check (total <> 0),
    amends        uuid references payout_document,
    content       text   not null,
    digest        text   not null check (digest ~ '^[0-9a-f]{64}$'),
    unique (settlement_id, member_id)
);
create index payout_document_by_member on payout_document (member_id, document_id);
create index payout_document_of_pool on payout_document (pool_id, member_id, document_id);

-- document: statements for which no document was drawn up, and why
create table plain_statement (
    settlement_id uuid not null references settlement,
    member_id     uuid not null,
    reason        text not null,
    primary key (settlement_id, member_id)
);

-- What was issued is never changed; a later document names it.
create function issued_document_is_immutable() returns trigger language plpgsql as
$$
begin
    raise exception 'document % is issued and does not change', old.number
        using errcode = 'integrity_constraint_violation';
end
$$;
create trigger issued_document_is_immutable before update or delete on payout_document
    for each row execute function issued_document_is_immutable();
