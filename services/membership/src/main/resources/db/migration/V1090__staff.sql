-- staff: rights at the firm that one person has proposed for somebody and another has decided
create table staff_proposal (
    id          uuid        primary key,
    email       text        not null check (email = lower(email)),
    name        text        not null check (length(name) between 1 and 200),
    roles       text[]      not null check (cardinality(roles) > 0),
    auditor_id  uuid, -- the auditor, as quality has registered it, for whom the person acts
    language    text        not null, -- of the invitation
    state       text        not null check (state in ('PROPOSED', 'APPROVED', 'WITHDRAWN')),
    proposed_by text        not null,
    proposed_at timestamptz not null,
    decided_by  text,
    decided_at  timestamptz,
    version     bigint      not null,
    check (not roles @> array['AUDITOR', 'QUALITY_DESK']),
    check ((auditor_id is not null) = ('AUDITOR' = any(roles))),
    check ((state = 'PROPOSED') = (decided_by is null)),
    check ((decided_by is null) = (decided_at is null)),
    constraint staff_approved_by_a_second_person check (state <> 'APPROVED' or decided_by <> proposed_by)
);
create index staff_proposal_pending on staff_proposal (id) where state = 'PROPOSED';

-- staff: accounts of people who work for the firm, those that were removed as well, so that a subject can be given a name
create table staff_account (
    id          uuid        primary key,
    subject     uuid        not null unique, -- Keycloak's id of the account
    email       text        not null check (email = lower(email)),
    name        text        not null check (length(name) between 1 and 200),
    roles       text[]      not null check (cardinality(roles) > 0),
    auditor_id  uuid,
    language    text        not null,
    proposed_by text        not null,
    approved_by text        not null,
    approved_at timestamptz not null,
    invited_at  timestamptz, -- when the last invitation was mailed
    removed_by  text,
    removed_at  timestamptz,
    version     bigint      not null,
    check (not roles @> array['AUDITOR', 'QUALITY_DESK']),
    check ((auditor_id is not null) = ('AUDITOR' = any(roles))),
    check ((removed_by is null) = (removed_at is null)),
    check (approved_by <> proposed_by)
);
create unique index staff_account_of_address on staff_account (email) where removed_at is null;
