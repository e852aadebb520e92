-- What a real admission needs to know of a firm, and a state for one that the members have put out.
alter table member
    add column capabilities text[] not null default '{}' check (cardinality(capabilities) <= 50),
    add column street text check (length(street) <= 200),
    add column postal_code text check (length(postal_code) <= 20),
    add column city text check (length(city) <= 100),
    add column country text check (country ~ '^[A-Z]{2}$'),
    add column iban text check (iban ~ '^[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}$'),
    drop constraint member_state_check,
    drop constraint member_check1,
    drop constraint member_check3,
    drop constraint member_check4,
    drop constraint member_check6,
    add constraint member_state_known
        check (state in ('APPLIED', 'ADMITTED', 'ACTIVE', 'LEAVING', 'LEFT', 'REFUSED', 'EXPELLED')),
    add constraint member_admitted check (state not in ('ADMITTED', 'ACTIVE', 'LEAVING', 'LEFT', 'EXPELLED')
        or (buy_in_due is not null and admitted_at is not null)),
    add constraint member_holds_a_share
        check ((share_issued_at is not null) = (state in ('ACTIVE', 'LEAVING', 'LEFT', 'EXPELLED'))),
    add constraint member_holds_none_any_more
        check (share_cancelled_at is null or state in ('LEAVING', 'LEFT', 'EXPELLED')),
    add constraint member_is_gone check (case state when 'LEFT' then left_at is not null
        when 'EXPELLED' then left_at is null or share_cancelled_at is not null else left_at is null end);

drop index one_live_membership_per_email;
create unique index one_live_membership_per_email on member (lower(email))
    where state in ('ADMITTED', 'ACTIVE', 'LEAVING', 'EXPELLED');

-- Whom the firm owes money on a day, whatever for. Paid exactly once: paid is the end, and nothing leaves it.
create table payment_run (
    id          uuid primary key,
    state       text        not null check (state in ('DRAFT', 'APPROVED', 'WITHDRAWN')),
    due_until   date        not null,
    payables    integer     not null check (payables > 0),
    total       bigint      not null check (total > 0),
    drafted_by  text        not null,
    drafted_at  timestamptz not null,
    approved_by text,
    approved_at timestamptz,
    version     bigint      not null,
    check ((state = 'APPROVED') = (approved_by is not null and approved_at is not null)),
    constraint approved_by_a_second_person check (approved_by <> drafted_by)
);

create table payable (
    id              uuid primary key,
    kind            text        not null check (length(kind) between 1 and 50),
    source_id       uuid        not null,
    member_id       uuid        not null references member,
    amount          bigint      not null check (amount > 0),
    due_on          date        not null,
    narrative       text        not null check (length(narrative) between 1 and 140),
    state           text        not null check (state in ('OPEN', 'HELD', 'IN_RUN', 'PAID', 'CANCELLED')),
    held_because    text check (length(held_because) between 1 and 200),
    run_id          uuid references payment_run,
    creditor        text,
    iban            text,
    bank_reference  text check (length(bank_reference) between 1 and 100),
    paid_at         timestamptz,
    paid_by         text,
    bylaws_version  integer     not null references bylaws,
    created_at      timestamptz not null,
    version         bigint      not null,
    -- never owed twice for the same thing
    unique (kind, source_id),
    check ((state = 'HELD') = (held_because is not null)),
    check ((state in ('IN_RUN', 'PAID')) = (run_id is not null and creditor is not null and iban is not null)),
    check ((state = 'PAID') = (bank_reference is not null and paid_at is not null and paid_by is not null))
);
create index payable_due on payable (due_on, id) where state in ('OPEN', 'HELD');
create index payable_of_member on payable (member_id, id);
create index payable_of_run on payable (run_id, id) where run_id is not null;
comment on column payable.narrative is 'What the member reads on its bank statement';
comment on column payable.iban is 'Where the run sends it; fixed with the run, so that what was approved is what is paid';

create function refuse_paying_again() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' or old.state in ('PAID', 'CANCELLED') or (new.kind, new.source_id, new.member_id, new.amount)
            is distinct from (old.kind, old.source_id, old.member_id, old.amount) then
        raise exception 'payable % is %: paid and cancelled are final, and what is owed is not changed', old.id, old.state
            using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger payable_paid_once before update or delete on payable
    for each row execute function refuse_paying_again();

-- What has happened to a payable, by whom; nobody rewrites it.
create table payable_history (
    id         bigint generated always as identity primary key,
    payable_id uuid        not null references payable,
    what       text        not null check (length(what) between 1 and 50),
    detail     text check (length(detail) <= 500),
    actor      text        not null,
    at         timestamptz not null
);
create index payable_history_of on payable_history (payable_id, id);
create trigger payable_history_kept before update or delete on payable_history
    for each row execute function refuse_rewriting();
