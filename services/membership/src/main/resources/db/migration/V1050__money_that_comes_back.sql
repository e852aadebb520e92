-- Money that the bank sends back is owed again, by a payable of its own: so each transfer has its own end-to-end id, and a statement
-- that is read late or twice cannot take one for the other.
alter table payable disable trigger payable_paid_once;
alter table payable
    add column entry bigint unique references journal_entry,
    add column attempt integer not null default 1 check (attempt > 0),
    add column returned_at timestamptz,
    add column returned_by text,
    add column return_reference text check (length(return_reference) between 1 and 100),
    add column return_reason text check (length(return_reason) between 1 and 200),
    add column replaced_by uuid unique references payable deferrable initially deferred,
    -- unknown for what was owed before bylaws had versions
    alter column bylaws_version drop not null;
comment on column payable.entry is 'By which it is booked as paid';
comment on column payable.attempt is '1, and one more each time that the bank has sent the money back';

update payable p set entry = e.id
  from journal_entry e
 where p.state = 'PAID' and e.about = p.source_id::text
   and e.event = case p.kind when 'EXIT' then 'InstalmentPaid' when 'pool-payout' then 'PayoutPaid'
                             when 'PATRONAGE_BONUS' then 'PatronagePaid' when 'REVOLVED_CAPITAL' then 'RevolvedCapitalPaid' end;
alter table payable enable trigger payable_paid_once;

alter table payable
    drop constraint payable_state_check,
    drop constraint payable_check1,
    drop constraint payable_check2,
    drop constraint payable_kind_source_id_key,
    add constraint payable_state_known
        check (state in ('OPEN', 'HELD', 'IN_RUN', 'PAID', 'RETURNED', 'CANCELLED')),
    add constraint payable_in_a_run check ((state in ('IN_RUN', 'PAID', 'RETURNED'))
        = (run_id is not null and creditor is not null and iban is not null)),
    add constraint payable_was_paid check ((state in ('PAID', 'RETURNED'))
        = (bank_reference is not null and paid_at is not null and paid_by is not null and entry is not null)),
    add constraint payable_has_come_back check (num_nonnulls(returned_at, returned_by, return_reference, return_reason,
        replaced_by) = case state when 'RETURNED' then 5 else 0 end);
-- never owed twice for the same thing
create unique index payable_owed_once on payable (kind, source_id) where state <> 'RETURNED';
create unique index payable_attempt on payable (kind, source_id, attempt);

create or replace function refuse_paying_again() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and old.state = 'PAID' and new.state = 'RETURNED'
            and (new.kind, new.source_id, new.member_id, new.amount, new.attempt, new.run_id, new.creditor, new.iban,
                 new.bank_reference, new.paid_at, new.paid_by, new.entry)
                is not distinct from (old.kind, old.source_id, old.member_id, old.amount, old.attempt, old.run_id, old.creditor,
                 old.iban, old.bank_reference, old.paid_at, old.paid_by, old.entry)
            and exists (select from journal_entry e where e.reverses = old.entry) then
        return new;
    end if;
    if tg_op = 'DELETE' or old.state in ('PAID', 'RETURNED', 'CANCELLED')
            or (new.kind, new.source_id, new.member_id, new.amount, new.attempt)
            is distinct from (old.kind, old.source_id, old.member_id, old.amount, old.attempt) then
        raise exception 'payable % is %: paid, returned and cancelled are final, and what is owed is not changed', old.id, old.state
            using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
