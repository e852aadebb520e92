-- owner: firms that have one owner with others; a firm that is not here is its own owner
create table firm_owner (
    member_id   uuid        primary key references member,
    owner_id    uuid        not null,
    recorded_at timestamptz not null,
    check (owner_id <> member_id)
);
create index firm_owner_by_owner on firm_owner (owner_id);
comment on column firm_owner.owner_id is 'the same for all firms of the owner; no firm''s id';

-- owner: what a registrar has proposed about owners of firms and a second person has decided
create table owner_proposal (
    id          uuid        primary key,
    kind        text        not null check (kind in ('ONE_OWNER', 'OWN_OWNER')),
    member_ids  uuid[]      not null,
    proof       text check (length(proof) between 1 and 200),
    state       text        not null check (state in ('PROPOSED', 'APPROVED', 'WITHDRAWN')),
    proposed_by text        not null,
    proposed_at timestamptz not null,
    decided_by  text,
    decided_at  timestamptz,
    version     bigint      not null,
    check (cardinality(member_ids) = 1 or kind = 'ONE_OWNER'),
    check (cardinality(member_ids) > 1 or kind = 'OWN_OWNER'),
    check ((state = 'PROPOSED') = (decided_by is null)),
    check ((decided_by is null) = (decided_at is null)),
    constraint owner_approved_by_a_second_person check (state <> 'APPROVED' or decided_by <> proposed_by)
);
create index owner_proposal_pending on owner_proposal (id) where state = 'PROPOSED';
create index owner_proposal_of_member on owner_proposal using gin (member_ids);
