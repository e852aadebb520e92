-- A leaving member is paid in instalments, a part is held back against recalls, and both wait for the year's cap.
insert into ledger_account (code, name, title, kind, per_member) values
    (2320, 'HELD_BACK', 'Held back from leaving members against recalls of their batches', 'LIABILITY', true),
    (4500, 'RECALL_RECOVERY', 'Recall costs charged to what is held back', 'INCOME', false);

alter table exit_case
    add column kind           text not null default 'OWN_WISH'
        check (kind in ('OWN_WISH', 'DEATH', 'DISSOLUTION', 'EXPULSION')),
    add column document       text check (length(document) between 1 and 200),
    add column proposal_id    uuid,
    add column valued_under   integer references bylaws,
    add column still_owed     bigint not null default 0 check (still_owed >= 0),
    add column holdback       bigint not null default 0 check (holdback >= 0),
    add column holdback_until date,
    add column holdback_applied  bigint not null default 0 check (holdback_applied >= 0),
    add column holdback_released bigint check (holdback_released >= 0),
    add column paid           bigint not null default 0 check (paid >= 0);

-- What stood before: asked, cleared, valued and paid in one piece.
update exit_case set holdback_until = valued_on, holdback_released = 0 where valued_on is not null;
update exit_case set paid = payable where state = 'PAID';

alter table exit_case
    drop constraint exit_case_check,
    drop constraint exit_case_check5,
    -- the account at the valuation date, to the minor unit
    add constraint exit_account_divided check (payable + holdback + debts = equal_share + patronage_capital and payable >= 0),
    add constraint exit_debts_first check (still_owed = 0 or debts = equal_share + patronage_capital),
    add constraint exit_holdback_divided
        check (holdback_applied <= holdback and (holdback_released is null or holdback_released + holdback_applied = holdback)),
    add constraint exit_holdback_dated check ((valued_on is null) = (holdback_until is null)),
    add constraint exit_paid_once check (paid <= payable + coalesce(holdback_released, 0)),
    -- ended is: everything that was valued is paid, released or applied
    add constraint exit_ended check ((state = 'PAID') = (paid_at is not null)
        and (state <> 'PAID' or (holdback_released is not null and paid = payable + holdback_released))),
    add constraint exit_document check (document is not null or kind in ('OWN_WISH', 'EXPULSION')),
    add constraint exit_voted check ((kind = 'EXPULSION') = (proposal_id is not null)),
    add constraint exit_own_wish check (state <> 'WITHDRAWN' or kind = 'OWN_WISH');

create index exit_case_holdback_due on exit_case (holdback_until)
    where state = 'VALUED' and holdback_released is null;

-- What is paid to a leaving member, part by part; the parts of an instalment that the year's cap has split sum to it.
create table exit_payment (
    id             uuid primary key,
    exit_id        uuid        not null references exit_case,
    number         integer     not null check (number > 0),
    kind           text        not null check (kind in ('INSTALMENT', 'HOLDBACK')),
    amount         bigint      not null check (amount > 0),
    due_on         date        not null,
    requested_at   timestamptz not null,
    state          text        not null check (state in ('PLANNED', 'QUEUED', 'DUE', 'PAID')),
    released_at    timestamptz,
    released_under integer references bylaws,
    paid_at        timestamptz,
    bank_reference text check (length(bank_reference) between 1 and 100),
    version        bigint      not null,
    unique (exit_id, number),
    check ((state in ('DUE', 'PAID')) = (released_at is not null and released_under is not null)),
    check ((state = 'PAID') = (paid_at is not null and bank_reference is not null))
);
create index exit_payment_planned on exit_payment (due_on) where state = 'PLANNED';
create index exit_payment_queued on exit_payment (requested_at, exit_id, due_on, number) where state = 'QUEUED';
comment on column exit_payment.requested_at is 'When the exit was asked for: its place in the queue';
comment on column exit_payment.state is 'PLANNED; QUEUED: due, but the cap of the year is used up; DUE: payable; PAID';

-- How much of a year's cap is used up.
create table redemption_year (
    year     integer primary key,
    released bigint not null check (released >= 0)
);
-- What was valued for members that are not wholly paid yet.
create table redemption (
    id          smallint primary key check (id = 1),
    settlements bigint not null check (settlements >= 0)
);
insert into redemption (id, settlements)
select 1, coalesce(sum(payable), 0) from exit_case where state = 'VALUED';

create table recalled_batch (
    batch_id    uuid primary key,
    member_id   uuid        not null,
    product     text        not null,
    lot         text        not null,
    reason      text        not null,
    recalled_at timestamptz not null
);
create index recalled_batch_of_member on recalled_batch (member_id);

-- What recalls have cost of what was held back.
create table recall_charge (
    id         uuid primary key,
    exit_id    uuid        not null references exit_case,
    batch_id   uuid        not null references recalled_batch,
    amount     bigint      not null check (amount > 0),
    narrative  text        not null check (length(narrative) between 1 and 500),
    charged_at timestamptz not null,
    charged_by text        not null
);
create index recall_charge_of_exit on recall_charge (exit_id, id);

-- The way of an exit, step by step, as the member reads it; nobody rewrites it.
create table exit_step (
    id       bigint generated always as identity primary key,
    exit_id  uuid        not null references exit_case,
    step     text        not null check (length(step) between 1 and 50),
    detail   text check (length(detail) <= 500),
    amount   bigint,
    taken_at timestamptz not null,
    actor    text        not null
);
create index exit_step_of_exit on exit_step (exit_id, id);

create trigger recall_charge_kept before update or delete on recall_charge for each row execute function refuse_rewriting();
create trigger exit_step_kept before update or delete on exit_step for each row execute function refuse_rewriting();

-- What stood before and is not paid yet is paid in one piece.
insert into exit_payment (id, exit_id, number, kind, amount, due_on, requested_at, state, version)
select gen_random_uuid(), id, 1, 'INSTALMENT', payable, valued_on, requested_at, 'PLANNED', 0
  from exit_case where state = 'VALUED' and payable > 0;

create function refuse_misdivided() returns trigger language plpgsql as $$
declare
    the_exit uuid := case tg_table_name when 'exit_case' then new.id else (to_jsonb(new) ->> 'exit_id')::uuid end;
    planned  bigint;
    released bigint;
    settled  bigint;
    charged  bigint;
    one      exit_case;
begin
    select * into one from exit_case where id = the_exit;
    select coalesce(sum(amount) filter (where kind = 'INSTALMENT'), 0),
           coalesce(sum(amount) filter (where kind = 'HOLDBACK'), 0),
           coalesce(sum(amount) filter (where state = 'PAID'), 0)
      into planned, released, settled from exit_payment where exit_id = the_exit;
    select coalesce(sum(amount), 0) into charged from recall_charge where exit_id = the_exit;
    -- what was paid before there were instalments has none
    if (one.state = 'VALUED' or one.valued_under is not null) and (planned <> one.payable or released <> coalesce(one.holdback_released, 0)
            or settled <> one.paid or charged <> one.holdback_applied) then
        raise exception 'exit % is not divided to the minor unit: planned % of %, released % of %, paid % and %, charged % and %',
            the_exit, planned, one.payable, released, one.holdback_released, settled, one.paid, charged, one.holdback_applied
            using errcode = 'check_violation', constraint = 'exit_divided';
    end if;
    return null;
end $$;

create constraint trigger exit_divided after insert or update on exit_case
    deferrable initially deferred for each row execute function refuse_misdivided();
create constraint trigger exit_payment_divided after insert or update on exit_payment
    deferrable initially deferred for each row execute function refuse_misdivided();
create constraint trigger recall_charge_divided after insert on recall_charge
    deferrable initially deferred for each row execute function refuse_misdivided();
