-- What the firm itself earns and spends, what it owes for it, and what a period close divides.
alter table ledger_account drop constraint ledger_account_kind_check;
alter table ledger_account add constraint ledger_account_kind_check
    check (kind in ('ASSET', 'LIABILITY', 'EQUITY', 'INCOME', 'EXPENSE'));
insert into ledger_account (code, name, title, kind, per_member) values
    (1400, 'FIXED_ASSETS', 'Fixed assets', 'ASSET', false),
    (2310, 'PATRONAGE_PAYABLE', 'Bonuses, returns and revolved capital payable to members', 'LIABILITY', true),
    (2400, 'CREDITORS', 'Suppliers and other creditors', 'LIABILITY', false),
    (3020, 'LOSS_CARRIED_FORWARD', 'Losses beyond reserve and shares, covered by the next surplus', 'EQUITY', false),
    (3900, 'SURPLUS_TO_ALLOT', 'Surplus of a period on its way to the members', 'EQUITY', false),
    (4300, 'OTHER_INCOME', 'Other income', 'INCOME', false),
    (5000, 'OPERATING_EXPENSES', 'Operating expenses', 'EXPENSE', false),
    (5100, 'WAGES', 'Wages', 'EXPENSE', false),
    (5200, 'COST_OF_OWN_GOODS', 'Cost of the firm''s own goods sold', 'EXPENSE', false),
    (5300, 'DEPRECIATION', 'Depreciation', 'EXPENSE', false),
    (5400, 'BANK_CHARGES', 'Bank charges', 'EXPENSE', false);

-- Entries are numbered without gaps from here on, told in words, and belong to a day; balances run on every line.
alter table journal_entry alter column id drop identity;
alter table journal_entry disable trigger user;
alter table journal_line disable trigger user;
alter table journal_entry
    add column narrative text check (length(narrative) between 1 and 500),
    add column booked_on date,
    add column salt uuid not null default gen_random_uuid();
alter table journal_line
    add column salt uuid not null default gen_random_uuid(),
    add column balance bigint,
    add column member_balance bigint;
update journal_entry set narrative = event, booked_on = (booked_at at time zone 'UTC')::date;
update journal_line l
   set balance = run.balance, member_balance = run.member_balance
  from (select entry, line, sum(amount) over (partition by account order by entry, line) as balance,
               case when member_id is not null
                    then sum(amount) over (partition by account, member_id order by entry, line) end as member_balance
          from journal_line) run
 where run.entry = l.entry and run.line = l.line;
alter table journal_line
    add constraint journal_line_member_balance check ((member_balance is null) = (member_id is null)),
    alter column balance set not null;
alter table journal_entry alter column narrative set not null, alter column booked_on set not null;
alter table journal_entry enable trigger user;
alter table journal_line enable trigger user;
create index journal_entry_on_day on journal_entry (booked_on);
create index journal_line_of_account on journal_line (account, entry, line);
create index journal_line_of_member on journal_line (member_id, account, entry, line) where member_id is not null;

comment on column journal_entry.booked_on is 'The day it counts for: reports and period closes go by it';
comment on column journal_entry.salt is 'Keeps the digest of what another may not read from being guessed';
comment on column journal_line.balance is 'Of the account, after this line';
comment on column journal_line.member_balance is 'Of the member''s part of the account, after this line';

-- The end of the chain: the last number given out, the last entry sealed, and its digest.
create table journal_head (
    id     smallint primary key check (id = 1),
    entry  bigint not null,
    sealed bigint not null check (sealed <= entry),
    digest bytea  not null check (length(digest) = 32)
);
insert into journal_head (id, entry, sealed, digest)
select 1, coalesce(max(id), 0), 0, decode(repeat('00', 32), 'hex') from journal_entry;

-- Each entry's digest holds that of the one before, and of one further back so that a proof needs few of them.
create table journal_seal (
    entry    bigint primary key references journal_entry,
    header   bytea  not null check (length(header) = 32),
    content  bytea  not null check (length(content) = 32),
    previous bigint not null check (previous < entry),
    skip     bigint not null check (skip <= previous),
    digest   bytea  not null unique check (length(digest) = 32)
);
create trigger journal_seal_append_only before update or delete on journal_seal
    for each row execute function refuse_change();
create trigger journal_seal_kept before truncate on journal_seal execute function refuse_change();

-- The first of as many numbers; whoever takes one holds the head until its transaction ends.
create function take_entries(many bigint) returns bigint language sql volatile as $$
    update journal_head set entry = entry + many where id = 1 returning entry - many + 1
$$;
alter table journal_entry alter column id set default take_entries(1);

-- docs/ledger-proof.md describes these forms; deploy/local verifies them.
create function canonical(value text) returns text language sql immutable as $$
    select case when value is null then E'-\n'
                else octet_length(convert_to(value, 'UTF8')) || ':' || value || E'\n' end
$$;

create function digest_of(canonical_form text) returns bytea language sql immutable as $$
    select sha256(convert_to(canonical_form, 'UTF8'))
$$;

create function header_digest(e journal_entry) returns bytea language sql stable as $$
    select digest_of(E'parasol-entry-1\n' || canonical(e.salt::text) || canonical(e.event) || canonical(e.about)
        || canonical(e.caused_by::text) || canonical(e.correlation_id) || canonical(e.actor)
        || canonical((extract(epoch from e.booked_at) * 1000000)::bigint::text) || canonical(e.booked_on::text)
        || canonical(e.member_id::text) || canonical(e.reference) || canonical(e.narrative)
        || canonical(e.reverses::text))
$$;

create function line_digest(l journal_line) returns bytea language sql stable as $$
    select digest_of(E'parasol-line-1\n' || canonical(l.salt::text) || canonical(l.line::text)
        || canonical(l.account::text) || canonical(l.member_id::text) || canonical(l.amount::text)
        || canonical(l.balance::text) || canonical(l.member_balance::text))
$$;

create function seal_journal() returns void language plpgsql as $$
declare
    head journal_head;
    e    journal_entry;
    one  journal_seal;
    back bytea;
begin
    select * into head from journal_head where id = 1 for update;
    one.entry := head.sealed;
    one.digest := head.digest;
    for e in select * from journal_entry where id > head.sealed order by id loop
        one.previous := one.entry;
        one.entry := e.id;
        select s.entry, s.digest into one.skip, back
          from journal_seal s where s.entry <= (e.id & (e.id - 1)) order by s.entry desc limit 1;
        one.skip := coalesce(one.skip, 0);
        one.header := header_digest(e);
        select digest_of(E'parasol-content-1\n' || canonical(encode(one.header, 'hex'))
                         || string_agg(canonical(encode(line_digest(l), 'hex')), '' order by l.line))
          into one.content from journal_line l where l.entry = e.id;
        one.digest := digest_of(E'parasol-link-1\n' || canonical(e.id::text) || canonical(encode(one.content, 'hex'))
            || canonical(one.previous::text) || canonical(encode(one.digest, 'hex'))
            || canonical(one.skip::text) || canonical(coalesce(encode(back, 'hex'), repeat('00', 32))));
        insert into journal_seal values (one.*);
    end loop;
    update journal_head set sealed = one.entry, digest = one.digest where id = 1;
end $$;

-- At commit, when all lines are in: the first of a transaction's entries seals them all.
create function seal_entry() returns trigger language plpgsql as $$
begin
    if (select sealed from journal_head where id = 1) < new.id then
        perform seal_journal();
    end if;
    return null;
end $$;
create constraint trigger journal_entry_sealed after insert on journal_entry
    deferrable initially deferred for each row execute function seal_entry();

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
create trigger journal_line_running before insert on journal_line
    for each row execute function run_balance();

-- A plan made while a table was small must not be kept when it has grown.
alter function run_balance() set enable_seqscan = off;
alter function seal_journal() set enable_seqscan = off;
alter function refuse_unbalanced() set enable_seqscan = off;

-- Entries of earlier versions are chained in the order of their numbers.
select seal_journal();

-- What the treasurer wants to book by hand, until a second person has agreed.
create table entry_draft (
    id          uuid primary key,
    state       text        not null check (state in ('PROPOSED', 'BOOKED', 'WITHDRAWN')),
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
    check ((state = 'BOOKED') = (entry is not null)),
    check (state <> 'BOOKED' or decided_by <> proposed_by)
);
create unique index one_reversal_proposed on entry_draft (reverses) where state = 'PROPOSED';

create table entry_draft_line (
    draft   uuid     not null references entry_draft,
    line    smallint not null,
    account text     not null references ledger_account (name),
    amount  bigint   not null check (amount <> 0),
    primary key (draft, line)
);
