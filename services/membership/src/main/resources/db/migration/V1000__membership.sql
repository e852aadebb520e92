-- Amounts are in minor units of the firm's currency. Each table belongs to the feature (package) that its comment names first.

-- A row that is evidence of what somebody has said or done is never changed.
create function refuse_rewriting() returns trigger language plpgsql as $$
begin
    raise exception '% is kept as it was written', tg_table_name using errcode = 'restrict_violation';
end $$;

-- As before; but what names the trigger's arguments may be erased: become null, once.
create function refuse_rewriting_but_erasing() returns trigger language plpgsql as $$
declare
    erasable constant text[] := tg_argv;
begin
    if tg_op = 'UPDATE' and to_jsonb(new) - erasable = to_jsonb(old) - erasable
            and not exists (select from unnest(erasable) as name
                             where to_jsonb(new) -> name not in (to_jsonb(old) -> name, 'null'::jsonb)) then
        return new;
    end if;
    raise exception '% is kept as it was written', tg_table_name using errcode = 'restrict_violation';
end $$;

-- bylaws: what the members have decided, version by version
create table bylaws (
    version        integer     primary key check (version > 0),
    effective_from timestamptz not null,
    decided_by     uuid unique,
    parameters     jsonb       not null check (jsonb_typeof(parameters) = 'object'),
    check ((version = 1) = (decided_by is null)),
    check ((parameters ->> 'version')::integer = version)
);
comment on column bylaws.decided_by is 'The proposal that the members have accepted; null for the founding';
comment on column bylaws.parameters is 'coop.parasol.membership.bylaws.rules.Bylaws as JSON';
create trigger bylaws_kept before update or delete on bylaws for each row execute function refuse_rewriting();
create trigger bylaws_kept_whole before truncate on bylaws execute function refuse_rewriting();

-- member: who belongs to the firm; one that was refused or has left may apply again, as a new row, a new membership
create table member (
    id                  uuid primary key,
    name                text        not null check (length(name) between 1 and 200),
    registration_number text        not null check (length(registration_number) between 1 and 100),
    -- its letters and digits: however it is punctuated, it is one firm
    registration_key    text        not null
        generated always as (upper(regexp_replace(registration_number, '[^A-Za-z0-9]', '', 'g'))) stored,
    kind                text        not null check (kind in ('PRODUCT', 'PROCESSING', 'BOTH')),
    email               text        not null check (length(email) between 3 and 254),
    capabilities        text[]      not null default '{}' check (cardinality(capabilities) <= 50),
    street              text check (length(street) <= 200),
    postal_code         text check (length(postal_code) <= 20),
    city                text check (length(city) <= 100),
    country             text check (country ~ '^[A-Z]{2}$'),
    iban                text check (iban ~ '^[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}$'),
    state               text        not null,
    buy_in_due          bigint check (buy_in_due > 0),
    refusal_reason      text check (length(refusal_reason) <= 2000),
    bylaws_version      integer references bylaws,
    applied_at          timestamptz not null,
    taken_up_at         timestamptz,
    admitted_at         timestamptz,
    share_issued_at     timestamptz,
    share_cancelled_at  timestamptz,
    left_at             timestamptz,
    login_reset_at      timestamptz,
    erased_at           timestamptz,
    version             bigint      not null,
    constraint member_erased check (erased_at is null or state = 'REFUSED' or left_at is not null),
    constraint member_state_known
        check (state in ('APPLIED', 'ADMITTED', 'ACTIVE', 'LEAVING', 'LEFT', 'REFUSED', 'EXPELLED')),
    check (state <> 'APPLIED' or (buy_in_due is null and admitted_at is null)),
    constraint member_admitted check (state not in ('ADMITTED', 'ACTIVE', 'LEAVING', 'LEFT', 'EXPELLED')
        or (buy_in_due is not null and admitted_at is not null)),
    check ((state = 'REFUSED') = (refusal_reason is not null)),
    -- exactly one share from the buy-in to the valuation; none before, none after
    constraint member_holds_a_share
        check ((share_issued_at is not null) = (state in ('ACTIVE', 'LEAVING', 'LEFT', 'EXPELLED'))),
    constraint member_holds_none_any_more
        check (share_cancelled_at is null or state in ('LEAVING', 'LEFT', 'EXPELLED')),
    check (state <> 'LEFT' or share_cancelled_at is not null),
    constraint member_is_gone check (case state when 'LEFT' then left_at is not null
        when 'EXPELLED' then left_at is null or share_cancelled_at is not null else left_at is null end)
);
comment on column member.taken_up_at is 'When the registrar or the members first dealt with the application; before, no topic knows of it';
comment on column member.bylaws_version is 'By which it was admitted or refused';
-- anybody may apply in anybody's name, so applications do not count
create index member_applied on member (applied_at, id) where state = 'APPLIED';
create unique index one_live_membership_per_registration on member (registration_key)
    where state in ('ADMITTED', 'ACTIVE', 'LEAVING', 'EXPELLED') and registration_number <> 'erased';
-- the e-mail address becomes the name of the member's login
create unique index one_live_membership_per_email on member (lower(email))
    where state in ('ADMITTED', 'ACTIVE', 'LEAVING', 'EXPELLED') and erased_at is null;

-- admission: what the registrar has found out about an applicant
create table vetting_note (
    id         uuid primary key,
    member_id  uuid        not null references member,
    note       text check (length(note) between 1 and 5000),
    written_by text        not null,
    written_at timestamptz not null
);
create index vetting_note_of_member on vetting_note (member_id, id);
comment on column vetting_note.note is 'absent once it was erased';
create trigger vetting_note_kept before update or delete on vetting_note
    for each row execute function refuse_rewriting_but_erasing('note');

-- member: who has changed where a member is paid; none afterwards where a recorded termination was reversed
create table bank_account_change (
    id          uuid primary key,
    member_id   uuid        not null references member,
    iban_before text,
    iban_after  text,
    changed_by  text        not null,
    changed_at  timestamptz not null
);
create index bank_account_change_of_member on bank_account_change (member_id, id);
create trigger bank_account_change_kept before update or delete on bank_account_change
    for each row execute function refuse_rewriting_but_erasing('iban_before', 'iban_after');

-- member: who has changed by which name a member goes and by which e-mail address it signs in; the values are erased with the member
create table identity_change (
    id           uuid primary key,
    member_id    uuid        not null references member,
    what         text        not null check (what in ('NAME', 'EMAIL')),
    value_before text,
    value_after  text,
    changed_by   text        not null,
    changed_at   timestamptz not null
);
create index identity_change_of_member on identity_change (member_id, id);
create trigger identity_change_kept before update or delete on identity_change
    for each row execute function refuse_rewriting_but_erasing('value_before', 'value_after');

-- share: how many shares are issued; whoever posts to the books or issues a share locks this row first, so nobody deadlocks
create table share_count (
    id     smallint primary key check (id = 1),
    shares bigint not null check (shares >= 0)
);
insert into share_count (id, shares) values (1, 0);

-- share: the register; one share, one certificate, and nobody holds two
create table share_certificate (
    number         bigint generated always as identity primary key,
    member_id      uuid        not null references member,
    issued_at      timestamptz not null,
    cancelled_at   timestamptz check (cancelled_at >= issued_at),
    bylaws_version integer references bylaws
);
create unique index one_share_per_member on share_certificate (member_id) where cancelled_at is null;
create index share_certificate_of_member on share_certificate (member_id, number);

create function refuse_changed_certificate() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' or old.cancelled_at is not null or (new.number, new.member_id, new.issued_at)
            is distinct from (old.number, old.member_id, old.issued_at) then
        raise exception 'certificate % is not transferred, split or issued again; it is cancelled once', old.number
            using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger share_certificate_kept before update or delete on share_certificate
    for each row execute function refuse_changed_certificate();

-- buyin: the number and day of the invoice for an admitted member's share
create table buy_in_invoice (
    member_id uuid primary key references member,
    number    bigint generated always as identity unique,
    issued_on date not null
);

-- buyin: the parts in which a member pays the price of its share
create table buy_in_instalment (
    member_id      uuid    not null references member,
    number         integer not null check (number > 0),
    amount         bigint  not null check (amount > 0),
    set_off        bigint  not null default 0,
    due_on         date    not null,
    paid_at        timestamptz,
    bank_reference text check (length(bank_reference) between 1 and 100),
    primary key (member_id, number),
    check ((paid_at is null) = (bank_reference is null)),
    -- no share without the first one
    check (number > 1 or paid_at is not null),
    constraint buy_in_instalment_set_off check (set_off between 0 and amount and (paid_at is null or set_off < amount))
);
comment on column buy_in_instalment.amount is 'Less what is owed again, because it was set off by mistake, by another part';
comment on column buy_in_instalment.set_off is 'Of the amount, what was settled by the equity of the member when it left';

-- buyin: money for a share, once for each reference of the bank
create table buy_in_transfer (
    bank_reference text primary key check (length(bank_reference) between 1 and 100),
    -- its normal form: however it is typed, it is one transfer
    reference_key  text not null unique generated always as (upper(replace(bank_reference, ' ', ''))) stored,
    member_id      uuid        not null references member,
    amount         bigint      not null check (amount > 0),
    entered_at     timestamptz not null
);
create trigger buy_in_transfer_kept before update or delete on buy_in_transfer
    for each row execute function refuse_rewriting();

-- login: what Keycloak should know of a member's user account, and whether it does
create table login (
    member_id       uuid primary key references member,
    email           text        not null,
    name            text        not null,
    desired_state   text        not null check (desired_state in ('ENABLED', 'DISABLED', 'ERASED')),
    synchronized    boolean     not null,
    next_attempt_at timestamptz not null,
    attempts        integer     not null default 0 check (attempts >= 0),
    one_time_password_at timestamptz,
    last_error      text check (length(last_error) <= 2000),
    account_name    text
);
comment on column login.account_name is 'The name of the account at Keycloak as it was last brought there; absent until it was';
comment on column login.one_time_password_at is 'When the last password for the first sign-in was issued, by Keycloak''s clock: any other is the member''s own';
create index login_email on login (lower(email));
create index login_account_name on login (lower(account_name));
create index login_due on login (next_attempt_at) where not synchronized;

-- login: a new password for a member that has lost its own, proposed by one registrar and approved by another, each of whom is told
-- one part of it; kept, so that the member sees who has done it
create table login_reset_proposal (
    id          uuid primary key,
    member_id   uuid        not null references member,
    reason      text check (length(reason) between 1 and 500),
    state       text        not null check (state in ('PROPOSED', 'APPROVED', 'WITHDRAWN')),
    proposed_by text        not null,
    proposed_at timestamptz not null,
    decided_by  text,
    decided_at  timestamptz,
    first_part  text,
    second_part text,
    version     bigint      not null,
    check ((state = 'PROPOSED') = (decided_by is null)),
    check ((decided_by is null) = (decided_at is null)),
    check (state = 'APPROVED' or num_nonnulls(first_part, second_part) = 0),
    constraint login_reset_by_a_second_person check (state <> 'APPROVED' or decided_by <> proposed_by)
);
comment on column login_reset_proposal.reason is 'how the member was recognised; absent once it was erased';
comment on column login_reset_proposal.first_part is 'until the proposer was shown it';
comment on column login_reset_proposal.second_part is 'until the approver was shown it';
create unique index one_login_reset_proposed on login_reset_proposal (member_id) where state = 'PROPOSED';
create index login_reset_proposal_of_member on login_reset_proposal (member_id, id);

create function refuse_decided_login_reset() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' or (new.id, new.member_id, new.proposed_by, new.proposed_at)
            is distinct from (old.id, old.member_id, old.proposed_by, old.proposed_at)
            or (new.reason is not null and new.reason is distinct from old.reason)
            or (old.state <> 'PROPOSED' and ((new.state, new.decided_by, new.decided_at)
                    is distinct from (old.state, old.decided_by, old.decided_at)
                or (new.first_part is not null and new.first_part is distinct from old.first_part)
                or (new.second_part is not null and new.second_part is distinct from old.second_part))) then
        raise exception 'reset % is %: it is decided once; words are only erased', old.id, old.state
            using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger login_reset_proposal_kept before update or delete on login_reset_proposal
    for each row execute function refuse_decided_login_reset();

-- governance: what the members vote on
create table proposal (
    id                     uuid primary key,
    kind                   text        not null
        check (kind in ('BYLAW_CHANGE', 'ADMISSION', 'EXPULSION', 'SURPLUS', 'FREE_TEXT')),
    title                  text        not null check (length(title) between 1 and 200),
    text                   text check (length(text) <= 10000),
    subject_id                  uuid,
    changes                jsonb check (jsonb_typeof(changes) = 'object'),
    secret                 boolean     not null,
    state                  text        not null check (state in ('ANNOUNCED', 'OPEN', 'CARRIED', 'REJECTED', 'WITHDRAWN')),
    opens_at               timestamptz not null,
    closes_at              timestamptz not null check (closes_at > opens_at),
    proposed_by            text        not null,
    proposed_by_member     uuid references member,
    proposed_at            timestamptz not null,
    bylaws_version         integer references bylaws,
    electorate             bigint check (electorate >= 0),
    decided_at             timestamptz,
    without_effect_because text,
    version                bigint      not null,
    check ((kind in ('ADMISSION', 'EXPULSION', 'SURPLUS')) = (subject_id is not null)),
    check ((kind = 'BYLAW_CHANGE') = (changes is not null)),
    check (state not in ('OPEN', 'CARRIED', 'REJECTED') or num_nulls(bylaws_version, electorate) = 0),
    check ((state in ('CARRIED', 'REJECTED')) = (decided_at is not null)),
    check (decided_at >= closes_at)
);
comment on column proposal.subject_id is 'The applicant, the member or the close that it decides';
-- the members are asked about one thing once at a time
create unique index proposal_pending on proposal (kind, subject_id) where state in ('ANNOUNCED', 'OPEN');
create index proposal_opens on proposal (opens_at) where state = 'ANNOUNCED';
create index proposal_closes on proposal (closes_at) where state = 'OPEN';

-- governance: who has voted; not when, and not what
create table turnout (
    proposal_id uuid not null references proposal,
    member_id   uuid not null references member,
    primary key (proposal_id, member_id)
);
create trigger turnout_kept before update or delete on turnout for each row execute function refuse_rewriting();

-- governance: what was voted, as sums; there is no single ballot of a secret vote that could lead back to a voter
create table tally (
    proposal_id uuid   not null references proposal,
    choice      text   not null check (choice in ('YES', 'NO', 'ABSTAIN')),
    votes       bigint not null check (votes >= 0),
    primary key (proposal_id, choice)
);

-- governance: who has voted what, of votes that are not secret
create table open_ballot (
    proposal_id uuid        not null,
    member_id   uuid        not null,
    choice      text        not null check (choice in ('YES', 'NO', 'ABSTAIN')),
    cast_at     timestamptz not null,
    primary key (proposal_id, member_id),
    foreign key (proposal_id, member_id) references turnout
);
create trigger open_ballot_kept before update or delete on open_ballot
    for each row execute function refuse_rewriting();

create function refuse_to_name_the_voter() returns trigger language plpgsql as $$
begin
    if (select secret from proposal where id = new.proposal_id) then
        raise exception 'the vote on proposal % is secret', new.proposal_id using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger open_ballot_of_no_secret_vote before insert on open_ballot
    for each row execute function refuse_to_name_the_voter();

-- exit: one member's exit, from the request to the last payment
create table exit_case (
    id                       uuid primary key,
    member_id                uuid        not null references member,
    state                    text        not null check (state in ('REQUESTED', 'BINDING', 'CLEARED', 'VALUED', 'PAID', 'ENDED', 'WITHDRAWN')),
    kind                     text        not null default 'VOLUNTARY'
        check (kind in ('VOLUNTARY', 'DEATH', 'DISSOLUTION', 'EXPULSION')),
    reason                   text check (length(reason) <= 2000),
    document                 text check (length(document) between 1 and 200),
    proposal_id              uuid,
    requested_at             timestamptz not null,
    notice_until             date        not null,
    voluntary_notice_until   date,
    bylaws_version           integer references bylaws,
    reversal_reason          text check (length(reversal_reason) between 1 and 500),
    reversal_proposed_by     text,
    reversal_proposed_at     timestamptz,
    reversal_approved_by     text,
    goods_chosen_at          timestamptz,
    bound_at                 timestamptz,
    production_cleared_at    timestamptz,
    quality_cleared_at       timestamptz,
    distribution_cleared_at  timestamptz,
    withdrawn_at             timestamptz,
    valued_on                date,
    valuation_bylaws_version integer references bylaws,
    equal_share              bigint check (equal_share >= 0),
    patronage_capital        bigint check (patronage_capital >= 0),
    debts                    bigint check (debts >= 0),
    still_owed               bigint      not null default 0 check (still_owed >= 0),
    payable                  bigint,
    holdback                 bigint      not null default 0 check (holdback >= 0),
    holdback_until           date,
    holdback_applied         bigint      not null default 0 check (holdback_applied >= 0),
    holdback_released        bigint check (holdback_released >= 0),
    paid                     bigint      not null default 0 check (paid >= 0),
    paid_at                  timestamptz,
    last_statement_until     date,
    ended_at                 timestamptz,
    access_ended_at          timestamptz,
    bank_reference           text check (length(bank_reference) <= 100),
    version                  bigint      not null,
    check ((state in ('VALUED', 'PAID', 'ENDED')) = (valued_on is not null)),
    check ((valued_on is null) = (payable is null)),
    check (valued_on is null or valued_on >= notice_until),
    check (state not in ('CLEARED', 'VALUED', 'PAID', 'ENDED') or (production_cleared_at is not null
        and quality_cleared_at is not null and distribution_cleared_at is not null)),
    check ((state = 'WITHDRAWN') = (withdrawn_at is not null)),
    constraint exit_binding check (state not in ('BINDING', 'CLEARED', 'VALUED', 'PAID', 'ENDED') or bound_at is not null),
    constraint exit_not_withdrawn_after_binding check (state <> 'WITHDRAWN' or kind <> 'VOLUNTARY' or bound_at is null),
    -- the account at the valuation date, to the minor unit
    constraint exit_account_divided check (payable + holdback + debts = equal_share + patronage_capital and payable >= 0),
    constraint exit_debts_first check (still_owed = 0 or debts = equal_share + patronage_capital),
    constraint exit_holdback_divided
        check (holdback_applied <= holdback and (holdback_released is null or holdback_released + holdback_applied = holdback)),
    constraint exit_holdback_dated check ((valued_on is null) = (holdback_until is null)),
    constraint exit_paid_once check (paid <= payable + coalesce(holdback_released, 0)),
    -- paid is: everything that was valued is paid, released or applied
    constraint exit_paid check ((state in ('PAID', 'ENDED')) = (paid_at is not null)
        and (paid_at is null or (holdback_released is not null and paid = payable + holdback_released))),
    constraint exit_ended check ((state = 'ENDED') = (ended_at is not null) and (access_ended_at is null or ended_at is not null)),
    constraint exit_statement_awaited check ((valued_on is null) = (last_statement_until is null)),
    constraint exit_document check (document is not null or kind in ('VOLUNTARY', 'EXPULSION')),
    constraint exit_voted check ((kind = 'EXPULSION') = (proposal_id is not null)),
    constraint exit_withdrawn check (state <> 'WITHDRAWN' or kind = 'VOLUNTARY'
        or (kind in ('DEATH', 'DISSOLUTION') and reversal_approved_by is not null)),
    constraint exit_reversal_proposed
        check (num_nonnulls(reversal_reason, reversal_proposed_by, reversal_proposed_at) in (0, 3)),
    constraint exit_reversed
        check (reversal_approved_by is null or (state = 'WITHDRAWN' and reversal_proposed_by is not null)),
    constraint exit_reversed_by_a_second_person check (reversal_approved_by <> reversal_proposed_by)
);
comment on column exit_case.bylaws_version is 'Those in force at the request';
comment on column exit_case.voluntary_notice_until is
    'End of notice of the member''s own request, where it had asked before its death or dissolution was recorded';
-- asking twice is one exit
create unique index one_exit_per_membership on exit_case (member_id) where state <> 'WITHDRAWN';
create index exit_case_binding_due on exit_case (notice_until) where state = 'REQUESTED';
create index exit_case_due on exit_case (notice_until) where state = 'CLEARED';
create index exit_case_awaiting_statement on exit_case (id) where state = 'PAID';
create index exit_case_with_access on exit_case (id) where state = 'ENDED' and access_ended_at is null;
create index exit_case_reversal_proposed on exit_case (id) where reversal_proposed_by is not null and reversal_approved_by is null;
create index exit_case_of_member on exit_case (member_id, id);
create index exit_case_holdback_due on exit_case (holdback_until)
    where state = 'VALUED' and holdback_released is null;

-- exit: what a leaving member has chosen for unsold goods; what is not here stays in the pools
create table exit_goods (
    exit_id  uuid not null references exit_case,
    batch_id uuid not null,
    choice   text not null check (choice in ('TAKE_BACK', 'OFFER')),
    primary key (exit_id, batch_id)
);
create function refuse_choice_of_bound_goods() returns trigger language plpgsql as $$
declare
    the_exit uuid := case when tg_op = 'DELETE' then old.exit_id else new.exit_id end;
begin
    if exists (select from exit_case where id = the_exit and state <> 'REQUESTED') then
        raise exception 'exit % is binding or withdrawn; nothing is chosen any more', the_exit
            using errcode = 'restrict_violation', constraint = 'goods_chosen_before_binding';
    end if;
    return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger goods_chosen_before_binding before insert or update or delete on exit_goods
    for each row execute function refuse_choice_of_bound_goods();

-- exit: lots for which what a leaving member had chosen is not done, as distribution has told it
create table exit_goods_ending (
    exit_id  uuid        not null references exit_case,
    batch_id uuid        not null,
    lot      text        not null,
    ending   text        not null check (ending in ('NOTHING_LEFT', 'DECLINED', 'LAPSED', 'UNCOLLECTED', 'STILL_SUSPENDED',
                                                    'RECALLED', 'EXPIRED')),
    ended_at timestamptz not null,
    primary key (exit_id, batch_id)
);
create trigger exit_goods_ending_kept before update or delete on exit_goods_ending
    for each row execute function refuse_rewriting();

-- exit: what is paid to a leaving member, part by part; the parts of an instalment that the year's cap has split sum to it
create table exit_payment (
    id                     uuid primary key,
    exit_id                uuid        not null references exit_case,
    number                 integer     not null check (number > 0),
    kind                   text        not null check (kind in ('INSTALMENT', 'HOLDBACK')),
    amount                 bigint      not null check (amount > 0),
    due_on                 date        not null,
    requested_at           timestamptz not null,
    state                  text        not null check (state in ('PLANNED', 'QUEUED', 'DUE', 'PAID')),
    became_due_at          timestamptz,
    due_bylaws_version     integer references bylaws,
    paid_at                timestamptz,
    bank_reference         text check (length(bank_reference) between 1 and 100),
    version                bigint      not null,
    unique (exit_id, number),
    check ((state in ('DUE', 'PAID')) = (became_due_at is not null and due_bylaws_version is not null)),
    check ((state = 'PAID') = (paid_at is not null and bank_reference is not null))
);
create index exit_payment_planned on exit_payment (due_on) where state = 'PLANNED';
create index exit_payment_queued on exit_payment (requested_at, exit_id, due_on, number) where state = 'QUEUED';
comment on column exit_payment.requested_at is 'When the exit was asked for: its place in the queue';
comment on column exit_payment.state is 'PLANNED; QUEUED: due, but the cap of the year is used up; DUE: payable; PAID';

-- pool: what partners have paid for members' goods, and what of it pricing has divided; the difference is in pools to come. What comes
-- of two topics may be heard of in any order, so neither bounds the other
create table pool_receipt (
    member_id uuid   not null,
    product   text   not null,
    received  bigint not null,
    stated    bigint not null,
    primary key (member_id, product)
);

-- pool: members' certified batches and what has become of their units; a batch may be heard of before its certificate
create table pool_goods (
    batch_id  uuid primary key,
    member_id uuid,
    product   text,
    lot       text,
    grade     text,
    unit      text,
    certified numeric(24, 6) not null default 0,
    sold      numeric(24, 6) not null default 0,
    paid      numeric(24, 6) not null default 0,
    bought_in numeric(24, 6) not null default 0,
    taken_back numeric(24, 6) not null default 0,
    expired   boolean not null default false,
    recalled  boolean not null default false,
    constraint pool_goods_known check (num_nulls(member_id, product, lot, grade, unit) in (0, 5))
);
create index pool_goods_of_member on pool_goods (member_id, batch_id);
comment on column pool_goods.sold is 'Dispatched to partners, whoever owned them then';
comment on column pool_goods.paid is 'Paid by partners as the member''s';

-- exit: how much of a year's redemption cap is used up
create table redemption_year (
    year     integer primary key,
    used bigint not null check (used >= 0)
);
-- exit: what was valued, in all, for members that are not wholly paid yet
create table unpaid_settlements (
    id    smallint primary key check (id = 1),
    total bigint not null check (total >= 0)
);
insert into unpaid_settlements (id, total) values (1, 0);

-- exit: batches whose recall may be charged to a holdback
create table recalled_batch (
    batch_id    uuid primary key,
    member_id   uuid        not null,
    product     text        not null,
    lot         text        not null,
    reason      text        not null,
    recalled_at timestamptz not null
);
create index recalled_batch_of_member on recalled_batch (member_id);

-- exit: what recalls have cost of what was held back
create table recall_charge (
    id         uuid primary key,
    exit_id    uuid        not null references exit_case,
    batch_id   uuid        not null references recalled_batch,
    amount     bigint      not null check (amount > 0),
    narrative  text check (length(narrative) between 1 and 500),
    charged_at timestamptz not null,
    charged_by text        not null
);
create index recall_charge_of_exit on recall_charge (exit_id, id);
comment on column recall_charge.narrative is 'absent once it was erased';
create trigger recall_charge_kept before update or delete on recall_charge
    for each row execute function refuse_rewriting_but_erasing('narrative');

-- exit: the timeline of an exit, step by step, as the member reads it
create table exit_step (
    id          bigint generated always as identity primary key,
    exit_id     uuid        not null references exit_case,
    step        text        not null check (length(step) between 1 and 50),
    detail      text check (length(detail) <= 500),
    amount      bigint,
    occurred_at timestamptz not null,
    actor       text        not null
);
create index exit_step_of_exit on exit_step (exit_id, id);
create trigger exit_step_kept before update or delete on exit_step
    for each row execute function refuse_rewriting_but_erasing('detail');

create function require_exit_amounts_to_add_up() returns trigger language plpgsql as $$
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
    if one.valued_on is not null and (planned <> one.payable or released <> coalesce(one.holdback_released, 0)
            or settled <> one.paid or charged <> one.holdback_applied) then
        raise exception 'exit % is not divided to the minor unit: planned % of %, released % of %, paid % and %, charged % and %',
            the_exit, planned, one.payable, released, one.holdback_released, settled, one.paid, charged, one.holdback_applied
            using errcode = 'check_violation', constraint = 'exit_divided';
    end if;
    return null;
end $$;
create constraint trigger exit_divided after insert or update on exit_case
    deferrable initially deferred for each row execute function require_exit_amounts_to_add_up();
create constraint trigger exit_payment_divided after insert or update on exit_payment
    deferrable initially deferred for each row execute function require_exit_amounts_to_add_up();
create constraint trigger recall_charge_divided after insert on recall_charge
    deferrable initially deferred for each row execute function require_exit_amounts_to_add_up();

-- exit: where a member is paid that cannot say so itself any more; it counts when a second person has agreed
create table bank_account_proposal (
    id          uuid primary key,
    member_id   uuid        not null references member,
    exit_id     uuid references exit_case,
    iban        text check (iban ~ '^[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}$'),
    iban_before text,
    proof       text check (length(proof) between 1 and 200),
    state       text        not null check (state in ('PROPOSED', 'APPROVED', 'WITHDRAWN')),
    proposed_by text        not null,
    proposed_at timestamptz not null,
    decided_by  text,
    decided_at  timestamptz,
    version     bigint      not null,
    check ((state = 'PROPOSED') = (decided_by is null)),
    check ((decided_by is null) = (decided_at is null)),
    -- until they are erased
    check (state <> 'PROPOSED' or num_nulls(iban, proof) = 0),
    constraint account_approved_by_a_second_person check (state <> 'APPROVED' or decided_by <> proposed_by)
);
create unique index one_bank_account_proposed on bank_account_proposal (member_id) where state = 'PROPOSED';
create index bank_account_proposal_of_member on bank_account_proposal (member_id, id);
create index bank_account_proposal_of_exit on bank_account_proposal (exit_id) where exit_id is not null;

create function refuse_decided_account() returns trigger language plpgsql as $$
declare
    erasable constant text[] := array['iban', 'iban_before', 'proof'];
begin
    if tg_op = 'UPDATE' and to_jsonb(new) - erasable = to_jsonb(old) - erasable
            and num_nonnulls(new.iban, new.iban_before, new.proof) = 0 then
        return new;
    end if;
    if tg_op = 'DELETE' or old.state <> 'PROPOSED' or (new.id, new.member_id, new.iban, new.proof, new.proposed_by)
            is distinct from (old.id, old.member_id, old.iban, old.proof, old.proposed_by) then
        raise exception 'proposal % is %: it is decided once, and what is proposed is not changed', old.id, old.state
            using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger bank_account_proposal_kept before update or delete on bank_account_proposal
    for each row execute function refuse_decided_account();

-- books.ledger: chart of accounts with running balances, debits positive
create table ledger_account (
    code       smallint primary key,
    name       text     not null unique,
    title      text     not null,
    kind       text     not null check (kind in ('ASSET', 'LIABILITY', 'EQUITY', 'INCOME', 'EXPENSE')),
    per_member boolean  not null,
    balance    bigint   not null default 0,
    unique (code, per_member)
);
insert into ledger_account (code, name, title, kind, per_member) values
    (1000, 'BANK', 'Bank', 'ASSET', false),
    (1100, 'PURCHASED_GOODS', 'Goods purchased from leaving members, at cost', 'ASSET', false),
    (1200, 'MEMBER_DEBTS', 'What members owe the firm', 'ASSET', true),
    (1300, 'ADVANCES', 'Advances to members on goods not yet settled', 'ASSET', true),
    (1400, 'FIXED_ASSETS', 'Fixed assets', 'ASSET', false),
    (2000, 'POOL_RECEIPTS', 'Receipts for members'' goods, not yet settled', 'LIABILITY', false),
    (2100, 'PAYOUT_CLEARING', 'Clearing: payouts of settled pools, until each member''s statement is posted', 'LIABILITY', false),
    (2110, 'POOL_CARRY', 'Remainders of settled pools, carried to the next', 'LIABILITY', false),
    (2200, 'POOL_PAYABLE', 'Pool money payable to members', 'LIABILITY', true),
    (2300, 'EXIT_PAYABLE', 'Valued equity payable to leaving members', 'LIABILITY', true),
    (2310, 'PATRONAGE_PAYABLE', 'Bonuses, returns and revolved capital payable to members', 'LIABILITY', true),
    (2320, 'HOLDBACK', 'Held back from leaving members against recalls of their batches', 'LIABILITY', true),
    (2330, 'GOODS_PAYABLE', 'Goods bought in, payable to leaving members', 'LIABILITY', true),
    (2400, 'CREDITORS', 'Suppliers and other creditors', 'LIABILITY', false),
    (3000, 'EQUAL_SHARE_CAPITAL', 'Equal share capital: N shares at their value', 'EQUITY', false),
    (3010, 'UNDIVIDED_REMAINDER', 'Undivided remainder of the equal shares', 'EQUITY', false),
    (3020, 'LOSS_CARRIED_FORWARD', 'Losses beyond reserve and shares, covered by the next surplus', 'EQUITY', false),
    (3100, 'PATRONAGE_CAPITAL', 'Patronage capital', 'EQUITY', true),
    (3200, 'INDIVISIBLE_RESERVE', 'Indivisible reserve', 'EQUITY', false),
    (3900, 'SURPLUS_TO_ALLOT', 'Surplus of a period on its way to the members', 'EQUITY', false),
    (4000, 'MARGIN_INCOME', 'The firm''s margin on settled pools', 'INCOME', false),
    (4100, 'COST_RECOVERY', 'Costs recovered from settled pools', 'INCOME', false),
    (4200, 'OWN_SALES', 'Sales of the firm''s own goods', 'INCOME', false),
    (4300, 'OTHER_INCOME', 'Other income', 'INCOME', false),
    (4500, 'RECALL_RECOVERY', 'Recall costs charged to what is held back', 'INCOME', false),
    (5000, 'OPERATING_EXPENSES', 'Operating expenses', 'EXPENSE', false),
    (5100, 'WAGES', 'Wages', 'EXPENSE', false),
    (5200, 'COST_OF_OWN_GOODS', 'Cost of the firm''s own goods sold', 'EXPENSE', false),
    (5300, 'DEPRECIATION', 'Depreciation', 'EXPENSE', false),
    (5400, 'BANK_CHARGES', 'Bank charges', 'EXPENSE', false);

create function refuse_other_account() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' or (new.code, new.per_member) is distinct from (old.code, old.per_member) then
        raise exception 'account % stays what it is', old.code using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger ledger_account_kept before update of code, per_member or delete on ledger_account
    for each row execute function refuse_other_account();

-- books.ledger: a member's part of an account that is kept per member; makes every join, exit and look-up O(1)
create table member_account (
    member_id  uuid     not null references member,
    account    smallint not null,
    per_member boolean  not null default true check (per_member),
    balance    bigint   not null,
    primary key (member_id, account),
    foreign key (account, per_member) references ledger_account (code, per_member)
);

-- books.ledger: the end of the journal's chain; the last number given out, the last entry sealed, and its digest
create table journal_head (
    id     smallint primary key check (id = 1),
    last_number bigint not null,
    last_sealed bigint not null check (last_sealed <= last_number),
    digest bytea  not null check (length(digest) = 32)
);
insert into journal_head (id, last_number, last_sealed, digest) values (1, 0, 0, decode(repeat('00', 32), 'hex'));

-- The first of as many numbers; whoever takes one holds the head until its transaction ends.
create function allocate_entry_numbers(entries bigint) returns bigint language sql volatile as $$
    update journal_head set last_number = last_number + entries where id = 1 returning last_number - entries + 1
$$;

-- books.ledger: the journal; entries are numbered without gaps and belong to a day
create table journal_entry (
    id             bigint      primary key default allocate_entry_numbers(1),
    event          text        not null check (length(event) between 1 and 100),
    source_document          text        not null check (length(source_document) between 1 and 200),
    causation_id      uuid,
    correlation_id text        not null check (correlation_id <> ''),
    actor          text        not null check (actor <> ''),
    booked_at      timestamptz not null,
    booked_on      date        not null,
    member_id      uuid references member,
    reference        text check (length(reference) <= 200),
    reference_salt   uuid,
    reference_digest bytea check (length(reference_digest) = 32),
    narrative        text check (length(narrative) between 1 and 500),
    narrative_salt   uuid,
    narrative_digest bytea not null check (length(narrative_digest) = 32),
    reverses       bigint unique references journal_entry,
    salt           uuid        not null default gen_random_uuid(),
    constraint journal_entry_reference_salted check ((reference is null) = (reference_salt is null)),
    constraint journal_entry_narrative_salted check ((narrative is null) = (narrative_salt is null)),
    -- one event about one thing is booked once, however often it is told
    unique (event, source_document)
);
create index journal_entry_of_member on journal_entry (member_id, id) where member_id is not null;
create index journal_entry_on_day on journal_entry (booked_on);
comment on column journal_entry.event is 'What happened: the event''s name';
comment on column journal_entry.source_document is 'Identity of what it happened to: invoice, pool, exit, payout, member';
comment on column journal_entry.causation_id is 'Id of the consumed event it follows from; null for a call';
comment on column journal_entry.correlation_id is 'Shared with the events that came out of the same decision';
comment on column journal_entry.booked_on is 'The day it counts for: reports and period closes go by it';
comment on column journal_entry.narrative_digest is 'In the chain in place of the text, which with its salt can be erased';
comment on column journal_entry.salt is 'Keeps the digest of what another may not read from being guessed';

-- books.ledger: the lines of an entry with the balances that run over them. What a line names when it comes is there for good, and is
-- looked for with all the others of its statement (update_account_balances), so it has no foreign keys.
create table journal_line (
    entry          bigint   not null,
    line           smallint not null,
    account        smallint not null,
    member_id      uuid,
    per_member     boolean  not null generated always as (member_id is not null) stored,
    amount         bigint   not null check (amount <> 0),
    balance        bigint   not null,
    member_balance bigint,
    salt           uuid     not null default gen_random_uuid(),
    primary key (entry, line),
    constraint journal_line_member_balance check ((member_balance is null) = (member_id is null))
);
create index journal_line_of_account on journal_line (account, entry, line);
create index journal_line_of_member on journal_line (member_id, account, entry, line) where member_id is not null;
comment on column journal_line.amount is 'Minor units of the firm''s currency; debits positive, credits negative';
comment on column journal_line.balance is 'Of the account, after this line';
comment on column journal_line.member_balance is 'Of the member''s part of the account, after this line';

-- books.ledger: each entry's digest holds that of the one before, and of one further back so that a proof needs few of them
create table journal_seal (
    entry    bigint primary key references journal_entry,
    header   bytea  not null check (length(header) = 32),
    content  bytea  not null check (length(content) = 32),
    previous bigint not null check (previous < entry),
    skip     bigint not null check (skip <= previous),
    digest   bytea  not null unique check (length(digest) = 32)
);

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'the journal is append only: correct with a new entry that names the one it reverses'
        using errcode = 'restrict_violation';
end $$;
-- Texts may name people: they can be erased, with their salts, and leave their digests in the chain. Nothing else of an entry changes.
create function refuse_changed_entry() returns trigger language plpgsql as $$
declare
    texts constant text[] := array['reference', 'reference_salt', 'narrative', 'narrative_salt'];
begin
    if tg_op = 'UPDATE' and to_jsonb(new) - texts = to_jsonb(old) - texts
            and (new.reference is null or (new.reference, new.reference_salt) = (old.reference, old.reference_salt))
            and (new.narrative is null or (new.narrative, new.narrative_salt) = (old.narrative, old.narrative_salt)) then
        return new;
    end if;
    raise exception 'the journal is append only: correct with a new entry that names the one it reverses'
        using errcode = 'restrict_violation';
end $$;
create trigger journal_entry_append_only before update or delete on journal_entry
    for each row execute function refuse_changed_entry();
create trigger journal_line_append_only before update or delete on journal_line
    for each row execute function refuse_change();
create trigger journal_seal_append_only before update or delete on journal_seal
    for each row execute function refuse_change();
create trigger journal_entry_kept before truncate on journal_entry execute function refuse_change();
create trigger journal_line_kept before truncate on journal_line execute function refuse_change();
create trigger journal_seal_kept before truncate on journal_seal execute function refuse_change();

-- Lines of many entries, with the balances that run over them; whoever calls it holds the books' lock, so that they stand still.
create function book_lines(entries bigint[], numbers smallint[], accounts smallint[], members uuid[], amounts bigint[])
        returns void language sql volatile as $$
    insert into journal_line (entry, line, account, member_id, amount, balance, member_balance)
    select l.entry, l.line, l.account, l.member_id, l.amount,
           a.balance + sum(l.amount) over (partition by l.account order by l.entry, l.line),
           case when l.member_id is not null then coalesce(m.balance, 0)
               + sum(l.amount) over (partition by l.account, l.member_id order by l.entry, l.line) end
      from unnest(entries, numbers, accounts, members, amounts) as l (entry, line, account, member_id, amount)
           join ledger_account a on a.code = l.account
           left join member_account m on m.member_id = l.member_id and m.account = l.account
     order by l.entry, l.line
$$;
alter function book_lines(bigint[], smallint[], smallint[], uuid[], bigint[]) set enable_seqscan = off;

-- Lines that come without balances get them one by one.
create function run_balance() returns trigger language plpgsql as $$
declare
    last record;
begin
    if exists (select from journal_seal where entry = new.entry) then
        raise exception 'entry % is sealed', new.entry using errcode = 'restrict_violation';
    end if;
    select entry, line, balance into last from journal_line
     where account = new.account order by entry desc, line desc limit 1;
    if found and (last.entry, last.line) >= (new.entry, new.line) then
        raise exception 'line % of entry % is out of order', new.line, new.entry using errcode = 'restrict_violation';
    end if;
    new.balance := coalesce(last.balance, 0) + new.amount;
    new.member_balance := null;
    if new.member_id is not null then
        select member_balance as balance into last from journal_line
         where member_id = new.member_id and account = new.account order by entry desc, line desc limit 1;
        new.member_balance := coalesce(last.balance, 0) + new.amount;
    end if;
    return new;
end $$;
-- A plan made while a table was small must not be kept when it has grown; so of the other functions.
alter function run_balance() set enable_seqscan = off;
create trigger journal_line_running before insert on journal_line
    for each row when (new.balance is null) execute function run_balance();

create function update_account_balances() returns trigger language plpgsql as $$
declare
    wrong record;
begin
    select l.entry, l.line into wrong
      from lines l left join journal_entry e on e.id = l.entry
           left join ledger_account a on a.code = l.account and a.per_member = l.per_member
           left join member m on m.id = l.member_id
     where e.id is null or a.code is null or (l.member_id is not null and m.id is null) limit 1;
    if found then
        raise exception 'line % of entry % names an entry, an account or a member that is not there', wrong.line, wrong.entry
            using errcode = 'foreign_key_violation';
    end if;
    select l.entry, l.line into wrong from lines l where l.entry <= (select last_sealed from journal_head where id = 1) limit 1;
    if found then
        raise exception 'entry % is sealed', wrong.entry using errcode = 'restrict_violation';
    end if;
    -- nothing that was there before stands behind the first new line of its account
    select first.entry, first.line into wrong
      from (select distinct on (account) account, entry, line, count(*) over (partition by account) as fresh
              from lines order by account, entry, line) first
     where first.fresh <> (select count(*) from journal_line l
                            where l.account = first.account and (l.entry, l.line) >= (first.entry, first.line));
    if found then
        raise exception 'line % of entry % is out of order', wrong.line, wrong.entry using errcode = 'restrict_violation';
    end if;
    select run.entry, run.line into wrong
      from (select l.entry, l.line, l.member_id, l.balance, l.member_balance,
                   a.balance + sum(l.amount) over (partition by l.account order by l.entry, l.line) as total,
                   coalesce(m.balance, 0)
                       + sum(l.amount) over (partition by l.account, l.member_id order by l.entry, l.line) as own
              from lines l join ledger_account a on a.code = l.account
                   left join member_account m on m.member_id = l.member_id and m.account = l.account) run
     where run.balance <> run.total or run.member_balance is distinct from case when run.member_id is not null then run.own end
     limit 1;
    if found then
        raise exception 'the balance of line % of entry % is wrong', wrong.line, wrong.entry
            using errcode = 'check_violation', constraint = 'journal_line_balance_runs';
    end if;
    update ledger_account a set balance = a.balance + fresh.amount
      from (select account, sum(amount) as amount from lines group by account) as fresh
     where a.code = fresh.account;
    insert into member_account (member_id, account, balance)
    select member_id, account, sum(amount) from lines where member_id is not null group by member_id, account
        on conflict (member_id, account) do update set balance = member_account.balance + excluded.balance;
    return null;
end $$;
alter function update_account_balances() set enable_seqscan = off;
create trigger journal_line_balances after insert on journal_line
    referencing new table as lines for each statement execute function update_account_balances();

-- docs/ledger-proof.md describes these forms; deploy/local verifies them. Stable, so that the planner writes them into the queries that
-- call them.
create function canonical(value text) returns text language sql stable as $$
    select case when value is null then E'-\n'
                else octet_length(convert_to(value, 'UTF8')) || ':' || value || E'\n' end
$$;

create function digest_of(canonical_form text) returns bytea language sql stable as $$
    select sha256(convert_to(canonical_form, 'UTF8'))
$$;

create function text_digest(salt uuid, value text) returns bytea language sql stable as $$
    select case when value is not null then digest_of(E'parasol-text-2\n' || canonical(salt::text) || canonical(value)) end
$$;

create function digest_entry_texts() returns trigger language plpgsql as $$
begin
    new.reference_salt := case when new.reference is not null then gen_random_uuid() end;
    new.reference_digest := text_digest(new.reference_salt, new.reference);
    new.narrative_salt := case when new.narrative is not null then gen_random_uuid() end;
    new.narrative_digest := text_digest(new.narrative_salt, new.narrative);
    return new;
end $$;
create trigger journal_entry_texts before insert on journal_entry for each row execute function digest_entry_texts();

create function header_digest(e journal_entry) returns bytea language sql stable as $$
    select digest_of(E'parasol-entry-2\n' || canonical(e.salt::text) || canonical(e.event) || canonical(e.source_document)
        || canonical(e.causation_id::text) || canonical(e.correlation_id) || canonical(e.actor)
        || canonical((extract(epoch from e.booked_at) * 1000000)::bigint::text) || canonical(e.booked_on::text)
        || canonical(e.member_id::text) || canonical(encode(e.reference_digest, 'hex')) || canonical(encode(e.narrative_digest, 'hex'))
        || canonical(e.reverses::text))
$$;

create function line_digest(l journal_line) returns bytea language sql stable as $$
    select digest_of(E'parasol-line-1\n' || canonical(l.salt::text) || canonical(l.line::text)
        || canonical(l.account::text) || canonical(l.member_id::text) || canonical(l.amount::text)
        || canonical(l.balance::text) || canonical(l.member_balance::text))
$$;

-- books.period: periods follow one another without gap; one is open at a time, and a closed one stays closed
create table financial_period (
    id             uuid primary key,
    first_day      date        not null,
    last_day       date        not null check (last_day >= first_day),
    state          text        not null check (state in ('OPEN', 'PROPOSED', 'CLOSED')),
    limited_return_rate integer check (limited_return_rate between 0 and 10000),
    proposed_by    text,
    proposed_at    timestamptz,
    closed_by      text,
    closed_at      timestamptz,
    surplus        bigint,
    volume         bigint check (volume >= 0),
    bylaws_version integer,
    reserve_share  integer check (reserve_share between 0 and 10000),
    cash_share     integer check (cash_share between 0 and 10000),
    revolves_on    date,
    revolved_at    timestamptz,
    version        bigint      not null,
    check (state = 'OPEN' or (proposed_by is not null and proposed_at is not null and limited_return_rate is not null
        and surplus is not null and volume is not null)),
    check ((state = 'CLOSED') = (closed_by is not null)),
    check ((state = 'CLOSED') = (closed_at is not null)),
    check (state <> 'CLOSED' or (closed_by <> proposed_by and bylaws_version is not null and reserve_share is not null
        and cash_share is not null and revolves_on is not null)),
    check (revolved_at is null or state = 'CLOSED'),
    exclude using gist (daterange(first_day, last_day, '[]') with &&)
);
create unique index one_open_period on financial_period ((true)) where state <> 'CLOSED';

create function refuse_reopened_period() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' or new.state <> 'CLOSED' or new.last_day <> old.last_day or new.first_day <> old.first_day then
        raise exception 'a closed period cannot be reopened' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger financial_period_stays_closed before update or delete on financial_period
    for each row when (old.state = 'CLOSED') execute function refuse_reopened_period();

create function refuse_closed_period() returns trigger language plpgsql as $$
declare
    earliest date := (select min(booked_on) from entries);
begin
    if exists (select from financial_period where state = 'CLOSED' and last_day >= earliest) then
        raise exception 'the period of % is closed', earliest
            using errcode = 'check_violation', constraint = 'journal_entry_period_open';
    end if;
    return null;
end $$;
create trigger journal_entry_period_open after insert on journal_entry
    referencing new table as entries for each statement execute function refuse_closed_period();

-- books.ledger: the balances a closed period ends with; a report of any later day starts here and not at the beginning
create table period_balance (
    period  uuid     not null references financial_period,
    account smallint not null references ledger_account,
    balance bigint   not null,
    primary key (period, account)
);

-- books.reports: what the last check of the books has found; amounts in minor units
create table ledger_check (
    id                     integer     primary key check (id = 1),
    checked_at             timestamptz not null,
    entries_sum_to_zero    boolean     not null,
    net_book_value_equation boolean    not null,
    one_per_member         boolean     not null,
    assets                 bigint      not null,
    liabilities            bigint      not null,
    open_income            bigint      not null,
    equity                 bigint      not null,
    shares                 bigint      not null
);

-- books.patronage: value of certified goods sold for each member, as pools are settled; what a bonus is measured by
create table patronage_volume (
    settlement_id uuid   not null,
    member_id     uuid   not null references member,
    sold_on       date   not null,
    amount        bigint not null check (amount >= 0),
    primary key (settlement_id, member_id)
);
create index patronage_volume_on_day on patronage_volume (sold_on);

-- books.patronage: settlements of pools; the margin of one and its producers' volumes count for the same day, that on which the first
-- of them is booked
create table settled_pool (
    settlement_id     uuid    primary key,
    booking_day       date    not null,
    booked_statements integer not null check (booked_statements >= 0),
    producers         integer check (producers >= 0)
);
create index incomplete_settled_pool on settled_pool (booking_day) where producers is null or booked_statements < producers;
comment on column settled_pool.booked_statements is 'How many of its producers'' statements are booked';
comment on column settled_pool.producers is 'How many statements belong to it; absent until the settlement itself is booked';

-- books.patronage: what a close has brought each member
create table allotment (
    id             uuid   not null unique,
    period         uuid   not null references financial_period,
    member_id      uuid   not null references member,
    volume         bigint not null check (volume >= 0),
    limited_return bigint not null check (limited_return >= 0),
    bonus          bigint not null check (bonus >= 0),
    cash           bigint not null check (cash between 0 and bonus),
    primary key (period, member_id)
);
create index allotment_of_member on allotment (member_id, period);

-- books.patronage: patronage capital by the year it was left in the firm
create table patronage_lot (
    id          uuid     not null unique,
    period      uuid     not null references financial_period,
    member_id   uuid     not null references member,
    year        smallint not null,
    amount      bigint   not null check (amount > 0),
    revolves_on date     not null,
    state       text     not null check (state in ('HELD', 'REVOLVED', 'REDEEMED')),
    ended_at    timestamptz,
    primary key (period, member_id),
    check ((state = 'HELD') = (ended_at is null))
);
create index patronage_lot_of_member on patronage_lot (member_id, period);
comment on column patronage_lot.state is 'HELD by the firm; REVOLVED: paid back after the bylaws'' years; REDEEMED: owed to a leaving member';

-- At commit, a member's lots are its patronage capital. A close of a member's books is weighed where they are sealed; here are lots that
-- change without the books.
create function refuse_lots_beside_the_books() returns trigger language plpgsql as $$
declare
    lots  bigint;
    books bigint;
begin
    select (select coalesce(sum(amount), 0) from patronage_lot where member_id = new.member_id and state = 'HELD'),
           (select coalesce(-sum(balance), 0) from member_account where member_id = new.member_id and account = 3100)
      into lots, books;
    if lots <> books then
        raise exception 'member % has % of patronage capital in the books and % in lots', new.member_id, books, lots
            using errcode = 'check_violation', constraint = 'patronage_lots_are_the_books';
    end if;
    return null;
end $$;
alter function refuse_lots_beside_the_books() set enable_seqscan = off;
create constraint trigger patronage_lots_are_the_books after insert or update on patronage_lot
    deferrable initially deferred for each row execute function refuse_lots_beside_the_books();

-- Patronage capital by books and by lots, of the members on whose capital the entries after that one are booked.
create function lots_of_entries_after(last bigint) returns table (member_id uuid, books bigint, lots bigint) language sql stable as $$
    select booked.member_id, -m.balance,
           (select coalesce(sum(p.amount), 0) from patronage_lot p where p.member_id = booked.member_id and p.state = 'HELD')::bigint
      from (select distinct l.member_id from journal_line l where l.account = 3100 and l.entry > last) booked
           join member_account m on m.member_id = booked.member_id and m.account = 3100
$$;

-- Sealing reads every line of every new entry, and no line comes to a sealed one: here each is weighed.
create function seal_journal() returns void language plpgsql as $$
declare
    head    journal_head;
    e       record;
    one     journal_seal;
    back    bytea;
    place   bigint;
    entries bigint[] := '{}';
    digests bytea[]  := '{}';
    seals   journal_seal[] := '{}';
begin
    select * into head from journal_head where id = 1 for update;
    one.entry := head.last_sealed;
    one.digest := head.digest;
    for e in
        select h.id, h.header, l.total, digest_of(E'parasol-content-1\n' || canonical(encode(h.header, 'hex')) || l.digests) as content
          from (select n.id, header_digest(n) as header from journal_entry n where n.id > head.last_sealed order by n.id offset 0) h
               cross join lateral (
                   select sum(l.amount) as total, string_agg(canonical(encode(line_digest(l), 'hex')), '' order by l.line) as digests
                     from journal_line l where l.entry = h.id) l
         order by h.id
    loop
        if e.total is distinct from 0 then
            raise exception 'journal entry % does not sum to zero but to %', e.id, e.total
                using errcode = 'check_violation', constraint = 'journal_entry_balanced';
        end if;
        one.previous := one.entry;
        one.entry := e.id;
        one.header := e.header;
        one.content := e.content;
        one.skip := 0;
        back := null;
        -- the last entry at or before that number: one of these, or one sealed before
        place := least((e.id & (e.id - 1)) - coalesce(entries[1], e.id) + 1, cardinality(entries));
        while place > 0 and entries[place] > (e.id & (e.id - 1)) loop
            place := place - 1;
        end loop;
        if place > 0 then
            one.skip := entries[place];
            back := digests[place];
        else
            select s.entry, s.digest into one.skip, back
              from journal_seal s where s.entry <= (e.id & (e.id - 1)) order by s.entry desc limit 1;
            one.skip := coalesce(one.skip, 0);
        end if;
        one.digest := digest_of(E'parasol-link-1\n' || canonical(e.id::text) || canonical(encode(one.content, 'hex'))
            || canonical(one.previous::text) || canonical(encode(one.digest, 'hex'))
            || canonical(one.skip::text) || canonical(coalesce(encode(back, 'hex'), repeat('00', 32))));
        entries := array_append(entries, one.entry);
        digests := array_append(digests, one.digest);
        seals := array_append(seals, one);
    end loop;
    select lot.member_id, lot.books, lot.lots into e from lots_of_entries_after(head.last_sealed) lot where lot.lots <> lot.books limit 1;
    if found then
        raise exception 'member % has % of patronage capital in the books and % in lots', e.member_id, e.books, e.lots
            using errcode = 'check_violation', constraint = 'patronage_books_are_the_lots';
    end if;
    insert into journal_seal select * from unnest(seals);
    update journal_head set last_sealed = one.entry, digest = one.digest where id = 1;
end $$;
alter function seal_journal() set enable_seqscan = off;
alter function seal_journal() set plan_cache_mode = force_generic_plan;

-- At commit, when all lines are in: the first of a transaction's entries seals them all.
create function seal_entry() returns trigger language plpgsql as $$
begin
    if (select last_sealed from journal_head where id = 1) < new.id then
        perform seal_journal();
    end if;
    return null;
end $$;
alter function seal_entry() set enable_seqscan = off;
create constraint trigger journal_entry_sealed after insert on journal_entry
    deferrable initially deferred for each row execute function seal_entry();

-- books.manualentry: a manual entry that the treasurer proposes, until a second person has agreed
create table manual_entry (
    id          uuid primary key,
    state       text        not null check (state in ('PROPOSED', 'POSTED', 'WITHDRAWN')),
    booked_on   date        not null,
    narrative   text        not null check (length(narrative) between 1 and 500),
    reference   text check (length(reference) between 1 and 200),
    reverses    bigint references journal_entry,
    proposed_by text        not null,
    proposed_at timestamptz not null,
    decided_by  text,
    decided_at  timestamptz,
    entry       bigint unique references journal_entry,
    version     bigint      not null,
    check ((state = 'PROPOSED') = (decided_by is null)),
    check ((decided_by is null) = (decided_at is null)),
    check ((state = 'POSTED') = (entry is not null)),
    check (state <> 'POSTED' or decided_by <> proposed_by)
);
create index manual_entry_proposed on manual_entry (id) where state = 'PROPOSED';
create unique index one_reversal_proposed on manual_entry (reverses) where state = 'PROPOSED';

-- books.manualentry: its lines
create table manual_entry_line (
    manual_entry_id uuid     not null references manual_entry,
    line    smallint not null,
    account text     not null references ledger_account (name),
    amount  bigint   not null check (amount <> 0),
    primary key (manual_entry_id, line)
);

-- treasury.payment: payables that are paid by one file, which a second person approves
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
create index payment_run_drafted on payment_run (id) where state = 'DRAFT';

-- treasury.payment: whom the firm owes money on a day, whatever for. Money that the bank sends back is owed again, by a payable of its own:
-- so each transfer has its own end-to-end id, and a statement that is read late or twice cannot take one for the other.
create table payable (
    id               uuid primary key,
    kind             text        not null check (kind in ('POOL_PAYOUT', 'PATRONAGE_BONUS', 'REVOLVED_CAPITAL', 'GOODS_PURCHASE', 'EXIT')),
    source_id        uuid        not null,
    member_id        uuid        not null,
    amount           bigint      not null check (amount > 0),
    set_off          bigint      not null default 0,
    due_on           date        not null,
    narrative        text        not null check (length(narrative) between 1 and 140),
    state            text        not null,
    held_because     text check (length(held_because) between 1 and 200),
    run_id           uuid references payment_run,
    creditor         text,
    iban             text,
    login_reset_at   timestamptz,
    bank_reference   text check (length(bank_reference) between 1 and 100),
    paid_at          timestamptz,
    paid_by          text,
    entry            bigint unique,
    transfer_number  integer     not null default 1 check (transfer_number > 0),
    returned_at      timestamptz,
    returned_by      text,
    return_reference text check (length(return_reference) between 1 and 100),
    return_reason    text check (length(return_reason) between 1 and 200),
    replaced_by      uuid unique references payable deferrable initially deferred,
    rejected_in       uuid references payment_run,
    rejected_creditor text,
    rejected_iban     text,
    reported_paid      bigint check (reported_paid > 0),
    reported_reference text check (length(reported_reference) between 1 and 100),
    bylaws_version   integer     not null,
    created_at       timestamptz not null,
    version          bigint      not null,
    constraint payable_state_known
        check (state in ('OPEN', 'HELD', 'IN_RUN', 'PAID', 'RETURNED', 'CANCELLED')),
    constraint payable_set_off check (set_off between 0 and amount and (set_off < amount or state = 'CANCELLED')),
    check ((state = 'HELD') = (held_because is not null)),
    constraint payable_in_a_run check ((state in ('IN_RUN', 'PAID', 'RETURNED'))
        = (run_id is not null and creditor is not null and iban is not null)),
    constraint payable_was_paid check ((state in ('PAID', 'RETURNED'))
        = (bank_reference is not null and paid_at is not null and paid_by is not null and entry is not null)),
    constraint payable_has_come_back check (num_nonnulls(returned_at, returned_by, return_reference, return_reason,
        replaced_by) = case state when 'RETURNED' then 5 else 0 end),
    constraint payable_reported_paid check (num_nonnulls(reported_paid, reported_reference) in (0, 2)),
    constraint payable_rejected check (num_nonnulls(rejected_in, rejected_creditor, rejected_iban) in (0, 3))
);
-- never owed twice for the same thing
create unique index payable_owed_once on payable (kind, source_id) where state <> 'RETURNED';
create unique index payable_transfer on payable (kind, source_id, transfer_number);
create index payable_due on payable (due_on, id) where state in ('OPEN', 'HELD');
create index payable_for_two_persons on payable (id)
    where state = 'HELD' or (state = 'CANCELLED' and reported_paid is not null);
create index payable_of_amount on payable (amount, id);
create index payable_by_bank_reference on payable (bank_reference) where bank_reference is not null;
create index payable_of_member on payable (member_id, id);
create index payable_of_run on payable (run_id, id) where run_id is not null;
comment on column payable.set_off is 'Of the amount, what has settled a claim of the firm; only the remainder is paid';
comment on column payable.narrative is 'What the member reads on its bank statement';
comment on column payable.iban is 'Where the run sends it; fixed with the run, so that what was approved is what is paid';
comment on column payable.login_reset_at is 'When its member was given a new password, if no run has paid the member since';
comment on column payable.entry is 'The journal entry by which it is posted as paid';
comment on column payable.transfer_number is '1, and one more each time that the bank has sent the money back';
comment on column payable.reported_paid is
    'What the bank''s statement says that it has paid, where no set-off explains it: two treasurers decide';
comment on column payable.rejected_in is 'The approved run from which somebody last took it as rejected by the bank';

create function refuse_paying_again() returns trigger language plpgsql as $$
declare
    erasable constant text[] := array['narrative', 'creditor', 'iban', 'rejected_creditor', 'rejected_iban', 'return_reason'];
    reversed constant text[] := array['state', 'set_off', 'held_because', 'version'];
    reported constant text[] := array['reported_paid', 'reported_reference', 'version'];
begin
    -- whom it was paid to is erased, nothing else of it
    if tg_op = 'UPDATE' and to_jsonb(new) - erasable = to_jsonb(old) - erasable
            and new.narrative = 'erased' and coalesce(new.creditor, 'erased') = 'erased' and coalesce(new.iban, 'erased') = 'erased' then
        return new;
    end if;
    -- the bank says that it has paid what a claim has settled since
    if tg_op = 'UPDATE' and old.state = 'CANCELLED' and old.rejected_in is not null
            and to_jsonb(new) - reported = to_jsonb(old) - reported then
        return new;
    end if;
    if tg_op = 'UPDATE' and old.state = 'PAID' and new.state = 'RETURNED'
            and (new.kind, new.source_id, new.member_id, new.amount, new.set_off, new.transfer_number, new.run_id, new.creditor, new.iban,
                 new.bank_reference, new.paid_at, new.paid_by, new.entry)
                is not distinct from (old.kind, old.source_id, old.member_id, old.amount, old.set_off, old.transfer_number, old.run_id,
                 old.creditor, old.iban, old.bank_reference, old.paid_at, old.paid_by, old.entry)
            and exists (select from journal_entry e where e.reverses = old.entry) then
        return new;
    end if;
    -- the bank had paid what a claim has settled, and in the books the claim is open again
    if tg_op = 'UPDATE' and old.state in ('OPEN', 'HELD', 'CANCELLED') and new.state = 'OPEN' and old.rejected_in is not null
            and to_jsonb(new) - reversed = to_jsonb(old) - reversed
            and old.set_off - new.set_off = (select sum(l.amount) from journal_entry e join journal_line l on l.entry = e.id
                 where e.event in ('ClaimSetOffReversed', 'ClaimOpenedAgain') and e.member_id = old.member_id and l.amount > 0
                   and (e.source_document = old.id::text or starts_with(e.source_document, old.id::text || ':'))) then
        return new;
    end if;
    if tg_op = 'DELETE' or old.state in ('PAID', 'RETURNED', 'CANCELLED')
            or (new.kind, new.source_id, new.member_id, new.amount, new.transfer_number)
            is distinct from (old.kind, old.source_id, old.member_id, old.amount, old.transfer_number)
            -- a claim settles what no run holds, and what it has settled stays settled
            or (new.set_off <> old.set_off and (new.set_off < old.set_off or old.state not in ('OPEN', 'HELD'))) then
        raise exception 'payable % is %: paid, returned and cancelled are final, and what is owed is not changed', old.id, old.state
            using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger payable_paid_once before update or delete on payable
    for each row execute function refuse_paying_again();

-- treasury.payment: what has happened to a payable, and by whom
create table payable_history (
    id         bigint generated always as identity primary key,
    payable_id uuid        not null references payable,
    change     text        not null check (length(change) between 1 and 50),
    detail     text check (length(detail) <= 500),
    actor      text        not null,
    changed_at timestamptz not null
);
create index payable_history_of on payable_history (payable_id, id);
create trigger payable_history_kept before update or delete on payable_history
    for each row execute function refuse_rewriting_but_erasing('detail');

-- treasury.payment: what people have found out about a payable that is held for them, proposed by one and approved by another
create table hold_decision (
    id             uuid primary key,
    payable_id     uuid        not null references payable,
    decision       text        not null check (decision in ('PAID', 'OWED')),
    amount         bigint check (amount > 0),
    bank_reference text check (length(bank_reference) between 1 and 100),
    reason         text check (length(reason) between 1 and 500),
    state          text        not null check (state in ('PROPOSED', 'APPROVED', 'WITHDRAWN', 'LAPSED')),
    proposed_by    text        not null,
    proposed_at    timestamptz not null,
    decided_by     text,
    decided_at     timestamptz,
    version        bigint      not null,
    check (num_nonnulls(amount, bank_reference) = case decision when 'PAID' then 2 else 0 end),
    check ((state = 'PROPOSED') = (decided_by is null)),
    check ((decided_by is null) = (decided_at is null)),
    constraint hold_decided_by_a_second_person check (state <> 'APPROVED' or decided_by <> proposed_by)
);
comment on column hold_decision.amount is 'What the bank has paid';
comment on column hold_decision.reason is 'What was found out; absent once it was erased';
create unique index one_hold_decision_proposed on hold_decision (payable_id) where state = 'PROPOSED';
create index hold_decision_of_payable on hold_decision (payable_id, id);

create function refuse_decided_hold() returns trigger language plpgsql as $$
declare
    decided constant text[] := array['state', 'decided_by', 'decided_at', 'reason', 'version'];
begin
    if tg_op = 'DELETE' or to_jsonb(new) - decided <> to_jsonb(old) - decided
            or (new.reason is not null and new.reason is distinct from old.reason)
            or (old.state <> 'PROPOSED' and (new.state, new.decided_by, new.decided_at)
                is distinct from (old.state, old.decided_by, old.decided_at)) then
        raise exception 'decision % is %: it is decided once; words are only erased', old.id, old.state
            using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger hold_decision_kept before update or delete on hold_decision
    for each row execute function refuse_decided_hold();

-- treasury.payment: what the bank has said, as it was understood; the same statement is understood once
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

-- treasury.payout: what a member is to be paid of a settled pool; owed from the statement of its pool, and paid by a payment run
create table payout (
    id             uuid primary key,
    settlement_id  uuid        not null,
    member_id      uuid        not null,
    amount         bigint      not null check (amount > 0),
    set_off        bigint      not null default 0,
    stated_at      timestamptz not null,
    bank_reference text check (length(bank_reference) between 1 and 100),
    paid_at        timestamptz,
    paid_by        text,
    constraint payout_set_off check (set_off between 0 and amount and (paid_at is null or set_off < amount)),
    constraint payout_once_a_settlement unique (settlement_id, member_id),
    constraint payout_paid_or_not check (num_nonnulls(bank_reference, paid_at, paid_by) in (0, 3))
);
comment on column payout.set_off is 'Of the amount, what has settled a claim of the firm; the remainder is paid';
create index payout_of_member on payout (member_id, id);
