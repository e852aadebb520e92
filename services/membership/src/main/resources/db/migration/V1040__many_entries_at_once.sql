-- A close of thousands of members writes thousands of entries in one transaction: what was checked line by line is checked set by set.

-- Their bodies are stable, not immutable; said so, the planner writes them into the queries that call them.
alter function canonical(text) stable;
alter function digest_of(text) stable;

-- Lines of many entries, with the balances that run over them; whoever calls it holds the firm, so that the books stand still.
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

-- Lines that come without balances get them one by one, as before.
drop trigger journal_line_running on journal_line;
create trigger journal_line_running before insert on journal_line
    for each row when (new.balance is null) execute function run_balance();

-- Entries are kept for ever, accounts from now on, and members by the entries and balances that name them: what a line names when it
-- comes is there for good, and is looked for with all the others of its statement.
create function refuse_other_account() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' or (new.code, new.per_member) is distinct from (old.code, old.per_member) then
        raise exception 'account % stays what it is', old.code using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger ledger_account_kept before update of code, per_member or delete on ledger_account
    for each row execute function refuse_other_account();
alter table journal_line
    drop constraint journal_line_entry_fkey,
    drop constraint journal_line_member_id_fkey,
    drop constraint journal_line_account_per_member_fkey;

create or replace function keep_balances() returns trigger language plpgsql as $$
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
    select l.entry, l.line into wrong from lines l where l.entry <= (select sealed from journal_head where id = 1) limit 1;
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

-- Sealing reads every line of every new entry, and no line comes to a sealed one: here each is weighed.
drop trigger journal_line_balanced on journal_line;
drop trigger journal_entry_balanced on journal_entry;
drop function refuse_unbalanced();

-- Patronage capital by books and by lots, of the members on whose capital the entries after that one are booked.
create function lots_of_entries_after(last bigint) returns table (member_id uuid, books bigint, lots bigint) language sql stable as $$
    select booked.member_id, -m.balance,
           (select coalesce(sum(p.amount), 0) from patronage_lot p where p.member_id = booked.member_id and p.state = 'HELD')::bigint
      from (select distinct l.member_id from journal_line l where l.account = 3100 and l.entry > last) booked
           join member_account m on m.member_id = booked.member_id and m.account = 3100
$$;

create or replace function seal_journal() returns void language plpgsql as $$
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
    one.entry := head.sealed;
    one.digest := head.digest;
    for e in
        select h.id, h.header, l.total, digest_of(E'parasol-content-1\n' || canonical(encode(h.header, 'hex')) || l.digests) as content
          from (select n.id, header_digest(n) as header from journal_entry n where n.id > head.sealed order by n.id offset 0) h
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
    select lot.member_id, lot.books, lot.lots into e from lots_of_entries_after(head.sealed) lot where lot.lots <> lot.books limit 1;
    if found then
        raise exception 'member % has % of patronage capital in the books and % in lots', e.member_id, e.books, e.lots
            using errcode = 'check_violation', constraint = 'patronage_books_are_the_lots';
    end if;
    insert into journal_seal select * from unnest(seals);
    update journal_head set sealed = one.entry, digest = one.digest where id = 1;
end $$;
alter function seal_journal() set enable_seqscan = off;
alter function seal_journal() set plan_cache_mode = force_generic_plan;
alter function keep_balances() set enable_seqscan = off;

-- A close of a member's books is weighed where they are sealed; what remains here are lots that change without the books.
drop trigger patronage_books_are_the_lots on member_account;
create or replace function refuse_lots_beside_the_books() returns trigger language plpgsql as $$
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

drop trigger journal_entry_period_open on journal_entry;
create or replace function refuse_closed_period() returns trigger language plpgsql as $$
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
