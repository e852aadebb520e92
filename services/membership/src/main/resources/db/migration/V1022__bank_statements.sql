-- What the bank has said, as it was understood; the same statement is understood once.
create table bank_statement (
    id          uuid primary key,
    message_id  text        not null check (length(message_id) between 1 and 100),
    digest      text        not null unique check (length(digest) = 64),
    lines       jsonb       not null,
    received_by text        not null,
    received_at timestamptz not null
);
create trigger bank_statement_kept before update or delete on bank_statement
    for each row execute function refuse_rewriting();
