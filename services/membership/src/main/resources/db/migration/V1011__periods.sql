-- Periods follow one another without gap; one is open at a time, and a closed one stays closed.
create table financial_period (
    id             uuid primary key,
    first_day      date        not null,
    last_day       date        not null check (last_day >= first_day),
    state          text        not null check (state in ('OPEN', 'PROPOSED', 'CLOSED')),
    limited_return integer check (limited_return between 0 and 10000),
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
    check (state = 'OPEN' or (proposed_by is not null and proposed_at is not null and limited_return is not null
        and surplus is not null and volume is not null)),
    check ((state = 'CLOSED') = (closed_by is not null)),
    check ((state = 'CLOSED') = (closed_at is not null)),
    check (state <> 'CLOSED' or (closed_by <> proposed_by and bylaws_version is not null and reserve_share is not null
        and cash_share is not null and revolves_on is not null)),
    check (revolved_at is null or state = 'CLOSED'),
    exclude using gist (daterange(first_day, last_day, '[]') with &&)
);
create unique index one_open_period on financial_period ((true)) where state <> 'CLOSED';

create function keep_closed() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' or new.state <> 'CLOSED' or new.last_day <> old.last_day or new.first_day <> old.first_day then
        raise exception 'a closed period cannot be reopened' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger financial_period_stays_closed before update or delete on financial_period
    for each row when (old.state = 'CLOSED') execute function keep_closed();

create function refuse_closed_period() returns trigger language plpgsql as $$
begin
    if exists (select from financial_period where state = 'CLOSED' and last_day >= new.booked_on) then
        raise exception 'the period of % is closed', new.booked_on
            using errcode = 'check_violation', constraint = 'journal_entry_period_open';
    end if;
    return new;
end $$;
create trigger journal_entry_period_open before insert on journal_entry
    for each row execute function refuse_closed_period();

-- The balances a closed period ends with: a report of any later day starts here and not at the beginning.
create table period_balance (
    period  uuid     not null references financial_period,
    account smallint not null references ledger_account,
    balance bigint   not null,
    primary key (period, account)
);

-- Value of certified goods sold for each member, as pools are settled: what a bonus is measured by.
create table patronage_volume (
    pool_id   uuid   not null,
    member_id uuid   not null references member,
    sold_on   date   not null,
    amount    bigint not null check (amount >= 0),
    primary key (pool_id, member_id)
);
create index patronage_volume_on_day on patronage_volume (sold_on);
-- Of what was settled before volumes were kept, the books know what the pools were divided into: the statements' gross.
insert into patronage_volume (pool_id, member_id, sold_on, amount)
select split_part(e.about, ':', 1)::uuid, e.member_id, e.booked_on, l.amount
  from journal_entry e join journal_line l on l.entry = e.id and l.account = 2100 and l.amount > 0
 where e.event = 'PayoutStated' and e.member_id is not null;

-- What a close has brought each member.
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

-- Patronage capital by the year it was left in the firm.
create table patronage_lot (
    id          uuid     not null unique,
    period      uuid     not null references financial_period,
    member_id   uuid     not null references member,
    year        smallint not null,
    amount      bigint   not null check (amount > 0),
    revolves_on date     not null,
    state       text     not null check (state in ('HELD', 'REVOLVED', 'TAKEN')),
    ended_at    timestamptz,
    primary key (period, member_id),
    check ((state = 'HELD') = (ended_at is null))
);
create index patronage_lot_of_member on patronage_lot (member_id, period);
comment on column patronage_lot.state is 'HELD by the firm; REVOLVED: paid back after the bylaws'' years; TAKEN by a leaving member';

-- At commit, a member's lots are its patronage capital.
create function refuse_lots_beside_the_books() returns trigger language plpgsql as $$
declare
    lots  bigint;
    books bigint;
begin
    select coalesce(sum(amount), 0) into lots from patronage_lot where member_id = new.member_id and state = 'HELD';
    select coalesce(-sum(balance), 0) into books from member_account where member_id = new.member_id and account = 3100;
    if lots <> books then
        raise exception 'member % has % of patronage capital in the books and % in lots', new.member_id, books, lots
            using errcode = 'check_violation', constraint = 'patronage_lots_are_the_books';
    end if;
    return null;
end $$;
create constraint trigger patronage_lots_are_the_books after insert or update on patronage_lot
    deferrable initially deferred for each row execute function refuse_lots_beside_the_books();
create constraint trigger patronage_books_are_the_lots after insert or update on member_account
    deferrable initially deferred for each row when (new.account = 3100)
    execute function refuse_lots_beside_the_books();
