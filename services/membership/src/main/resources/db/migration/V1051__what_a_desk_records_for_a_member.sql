-- A death or a dissolution that was recorded by mistake is taken back, by two persons, until the share is valued.
alter table exit_case
    add column asked_until      date,
    add column take_back_reason text check (length(take_back_reason) between 1 and 500),
    add column take_back_by     text,
    add column take_back_at     timestamptz,
    add column taken_back_by    text,
    drop constraint exit_own_wish,
    add constraint exit_withdrawn check (state <> 'WITHDRAWN' or kind = 'OWN_WISH'
        or (kind in ('DEATH', 'DISSOLUTION') and taken_back_by is not null)),
    add constraint exit_taking_back_proposed check (num_nonnulls(take_back_reason, take_back_by, take_back_at) in (0, 3)),
    add constraint exit_taken_back
        check (taken_back_by is null or (state = 'WITHDRAWN' and take_back_by is not null)),
    add constraint exit_taken_back_by_a_second_person check (taken_back_by <> take_back_by);
comment on column exit_case.asked_until is 'Notice of the member''s own asking, where it had asked before its ending was recorded';

-- Where a member is paid that cannot say so itself any more; it counts when a second person has agreed.
create table bank_account_proposal (
    id          uuid primary key,
    member_id   uuid        not null references member,
    exit_id     uuid references exit_case,
    iban        text        not null check (iban ~ '^[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}$'),
    iban_before text,
    proof       text        not null check (length(proof) between 1 and 200),
    state       text        not null check (state in ('PROPOSED', 'APPROVED', 'WITHDRAWN')),
    proposed_by text        not null,
    proposed_at timestamptz not null,
    decided_by  text,
    decided_at  timestamptz,
    version     bigint      not null,
    check ((state = 'PROPOSED') = (decided_by is null)),
    check ((decided_by is null) = (decided_at is null)),
    constraint account_approved_by_a_second_person check (state <> 'APPROVED' or decided_by <> proposed_by)
);
create unique index one_bank_account_proposed on bank_account_proposal (member_id) where state = 'PROPOSED';
create index bank_account_proposal_of_member on bank_account_proposal (member_id, id);
create index bank_account_proposal_of_exit on bank_account_proposal (exit_id) where exit_id is not null;

create function refuse_decided_account() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' or old.state <> 'PROPOSED' or (new.id, new.member_id, new.iban, new.proof, new.proposed_by)
            is distinct from (old.id, old.member_id, old.iban, old.proof, old.proposed_by) then
        raise exception 'proposal % is %: it is decided once, and what is proposed is not changed', old.id, old.state
            using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger bank_account_proposal_kept before update or delete on bank_account_proposal
    for each row execute function refuse_decided_account();

-- With an ending that is taken back a member may have no account again.
alter table bank_account_change alter column iban_after drop not null;
