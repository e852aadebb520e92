-- Who has changed where a member is paid. Whoever pays may ask.
create table bank_account_change (
    id          uuid primary key,
    member_id   uuid        not null references member,
    iban_before text,
    iban_after  text        not null,
    changed_by  text        not null,
    changed_at  timestamptz not null
);
create index bank_account_change_of_member on bank_account_change (member_id, id);
create trigger bank_account_change_kept before update or delete on bank_account_change
    for each row execute function refuse_rewriting();
