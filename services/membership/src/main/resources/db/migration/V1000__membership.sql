-- Who belongs to the firm. A firm that was refused or has left may apply again: as a new row, a new membership.
create table member (
    id                  uuid primary key,
    name                text        not null check (length(name) between 1 and 200),
    registration_number text        not null check (length(registration_number) between 1 and 100),
    kind                text        not null check (kind in ('PRODUCT', 'PROCESSING', 'BOTH')),
    email               text        not null check (length(email) between 3 and 254),
    state               text        not null
        check (state in ('APPLIED', 'ADMITTED', 'ACTIVE', 'LEAVING', 'LEFT', 'REFUSED')),
    buy_in_due          bigint check (buy_in_due > 0),
    refusal_reason      text check (length(refusal_reason) <= 2000),
    applied_at          timestamptz not null,
    admitted_at         timestamptz,
    share_issued_at     timestamptz,
    share_cancelled_at  timestamptz,
    left_at             timestamptz,
    version             bigint      not null,
    check (state <> 'APPLIED' or (buy_in_due is null and admitted_at is null)),
    check (state not in ('ADMITTED', 'ACTIVE', 'LEAVING', 'LEFT') or (buy_in_due is not null and admitted_at is not null)),
    check ((state = 'REFUSED') = (refusal_reason is not null)),
    -- exactly one share from the buy-in to the valuation; none before, none after
    check ((share_issued_at is not null) = (state in ('ACTIVE', 'LEAVING', 'LEFT'))),
    check (share_cancelled_at is null or state in ('LEAVING', 'LEFT')),
    check (state <> 'LEFT' or share_cancelled_at is not null),
    check ((left_at is not null) = (state = 'LEFT'))
);

create unique index one_live_membership_per_registration on member (registration_number)
    where state not in ('REFUSED', 'LEFT');
-- the e-mail address becomes the name of the member's account
create unique index one_live_membership_per_email on member (lower(email))
    where state in ('ADMITTED', 'ACTIVE', 'LEAVING');

-- The firm itself: how many shares are out. Whoever posts to the books locks this row first, so nobody deadlocks.
create table firm (
    id      smallint primary key check (id = 1),
    members bigint not null check (members >= 0)
);
insert into firm (id, members) values (1, 0);

-- Chart of accounts with running balances in minor units, debits positive.
create table ledger_account (
    code       smallint primary key,
    name       text     not null unique,
    title      text     not null,
    kind       text     not null check (kind in ('ASSET', 'LIABILITY', 'EQUITY', 'INCOME')),
    per_member boolean  not null,
    balance    bigint   not null default 0,
    unique (code, per_member)
);

insert into ledger_account (code, name, title, kind, per_member) values
    (1000, 'BANK', 'Bank', 'ASSET', false),
    (1100, 'GOODS_BOUGHT_IN', 'Goods bought in from leaving members, at cost', 'ASSET', false),
    (1200, 'MEMBER_DEBTS', 'What members owe the firm', 'ASSET', true),
    (1300, 'ADVANCES', 'Advances to members on goods not yet settled', 'ASSET', true),
    (2000, 'POOL_RECEIPTS', 'Receipts for members'' goods, not yet settled', 'LIABILITY', false),
    (2100, 'PAYOUTS_TO_STATE', 'Payouts of settled pools, on the way to members'' accounts', 'LIABILITY', false),
    (2110, 'POOL_CARRY', 'Remainders of settled pools, carried to the next', 'LIABILITY', false),
    (2200, 'POOL_MONEY', 'Pool money payable to members', 'LIABILITY', true),
    (2300, 'EXIT_PAYABLE', 'Valued equity payable to leaving members', 'LIABILITY', true),
    (3000, 'EQUAL_SHARE_CAPITAL', 'Equal share capital: N shares at their value', 'EQUITY', false),
    (3010, 'UNDIVIDED_REMAINDER', 'Undivided remainder of the equal shares', 'EQUITY', false),
    (3100, 'PATRONAGE_CAPITAL', 'Patronage capital', 'EQUITY', true),
    (3200, 'INDIVISIBLE_RESERVE', 'Indivisible reserve', 'EQUITY', false),
    (4000, 'MARGIN_INCOME', 'The firm''s margin on settled pools', 'INCOME', false),
    (4100, 'COST_RECOVERY', 'Costs recovered from settled pools', 'INCOME', false),
    (4200, 'OWN_SALES', 'Sales of the firm''s own goods', 'INCOME', false);

-- A member's part of an account that is kept per member; makes every join, exit and look-up O(1).
create table member_account (
    member_id  uuid     not null references member,
    account    smallint not null,
    per_member boolean  not null default true check (per_member),
    balance    bigint   not null,
    primary key (member_id, account),
    foreign key (account, per_member) references ledger_account (code, per_member)
);

create table journal_entry (
    id             bigint generated always as identity primary key,
    event          text        not null check (length(event) between 1 and 100),
    about          text        not null check (length(about) between 1 and 200),
    caused_by      uuid,
    correlation_id text        not null check (correlation_id <> ''),
    actor          text        not null check (actor <> ''),
    booked_at      timestamptz not null,
    member_id      uuid references member,
    reference      text check (length(reference) <= 200),
    reverses       bigint unique references journal_entry,
    -- one event about one thing is booked once, however often it is told
    unique (event, about)
);
create index journal_entry_of_member on journal_entry (member_id, id) where member_id is not null;

comment on column journal_entry.event is 'What happened: the event''s name';
comment on column journal_entry.about is 'Identity of what it happened to: invoice, pool, exit, payout, member';
comment on column journal_entry.caused_by is 'Id of the consumed event it follows from; null for a call';
comment on column journal_entry.correlation_id is 'Shared with the events that came out of the same decision';

create table journal_line (
    entry      bigint   not null references journal_entry,
    line       smallint not null,
    account    smallint not null,
    member_id  uuid references member,
    per_member boolean  not null generated always as (member_id is not null) stored,
    amount     bigint   not null check (amount <> 0),
    primary key (entry, line),
    -- a line names a member if and only if its account is kept per member
    foreign key (account, per_member) references ledger_account (code, per_member)
);
comment on column journal_line.amount is 'Minor units of the firm''s currency; debits positive, credits negative';

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'the journal is append only: correct with a new entry that names the one it reverses'
        using errcode = 'restrict_violation';
end $$;

create trigger journal_entry_append_only before update or delete on journal_entry
    for each row execute function refuse_change();
create trigger journal_line_append_only before update or delete on journal_line
    for each row execute function refuse_change();
create trigger journal_entry_kept before truncate on journal_entry execute function refuse_change();
create trigger journal_line_kept before truncate on journal_line execute function refuse_change();

create function refuse_unbalanced() returns trigger language plpgsql as $$
declare
    number bigint := case tg_table_name when 'journal_entry' then (to_jsonb(new) ->> 'id')::bigint
                                        else (to_jsonb(new) ->> 'entry')::bigint end;
    total  numeric;
begin
    select sum(amount) into total from journal_line where entry = number;
    if total is distinct from 0 then
        raise exception 'journal entry % does not sum to zero but to %', number, total
            using errcode = 'check_violation', constraint = 'journal_entry_balanced';
    end if;
    return null;
end $$;

-- At commit; on the entry too, so that none is without lines.
create constraint trigger journal_entry_balanced after insert on journal_entry
    deferrable initially deferred for each row execute function refuse_unbalanced();
create constraint trigger journal_line_balanced after insert on journal_line
    deferrable initially deferred for each row execute function refuse_unbalanced();

create function keep_balances() returns trigger language plpgsql as $$
begin
    update ledger_account a set balance = a.balance + fresh.amount
      from (select account, sum(amount) as amount from lines group by account) as fresh
     where a.code = fresh.account;
    insert into member_account (member_id, account, balance)
    select member_id, account, sum(amount) from lines where member_id is not null group by member_id, account
        on conflict (member_id, account) do update set balance = member_account.balance + excluded.balance;
    return null;
end $$;

create trigger journal_line_balances after insert on journal_line
    referencing new table as lines for each statement execute function keep_balances();

create table exit_case (
    id                     uuid primary key,
    member_id              uuid        not null references member,
    state                  text        not null check (state in ('ASKED', 'CLEARED', 'VALUED', 'PAID', 'WITHDRAWN')),
    reason                 text check (length(reason) <= 2000),
    requested_at           timestamptz not null,
    notice_until           date        not null,
    production_cleared_at  timestamptz,
    quality_cleared_at     timestamptz,
    distribution_cleared_at timestamptz,
    withdrawn_at           timestamptz,
    valued_on              date,
    equal_share            bigint check (equal_share >= 0),
    patronage_capital      bigint check (patronage_capital >= 0),
    debts                  bigint check (debts >= 0),
    payable                bigint check (payable = equal_share + patronage_capital - debts and payable >= 0),
    paid_at                timestamptz,
    bank_reference         text check (length(bank_reference) <= 100),
    version                bigint      not null,
    check ((state in ('VALUED', 'PAID')) = (valued_on is not null)),
    check ((valued_on is null) = (payable is null)),
    check (valued_on is null or valued_on >= notice_until),
    check (state not in ('CLEARED', 'VALUED', 'PAID') or (production_cleared_at is not null
        and quality_cleared_at is not null and distribution_cleared_at is not null)),
    check ((state = 'PAID') = (paid_at is not null and bank_reference is not null)),
    check ((state = 'WITHDRAWN') = (withdrawn_at is not null))
);
-- asking twice is one exit
create unique index one_exit_per_membership on exit_case (member_id) where state <> 'WITHDRAWN';
create index exit_case_due on exit_case (notice_until) where state = 'CLEARED';
create index exit_case_of_member on exit_case (member_id, id);

create table payout (
    id             uuid primary key,
    member_id      uuid        not null references member,
    amount         bigint      not null check (amount > 0),
    bank_reference text        not null check (length(bank_reference) between 1 and 100),
    paid_at        timestamptz not null,
    paid_by        text        not null
);
create index payout_of_member on payout (member_id, id);

-- What Keycloak should know about a member's account, and whether it does.
create table login (
    member_id   uuid primary key references member,
    email       text        not null,
    name        text        not null,
    wanted      text        not null check (wanted in ('ENABLED', 'DISABLED')),
    settled     boolean     not null,
    due_at      timestamptz not null,
    attempts    integer     not null default 0 check (attempts >= 0),
    problem     text check (length(problem) <= 2000)
);
create index login_due on login (due_at) where not settled;
