-- Producers share what they have committed.

-- member: names, which producers see of one another when they share
alter table member add column name text;
comment on column member.name is 'absent once it was erased';

-- commitment: what of it was taken from another's commitment is neither lowered nor released before its week is over
alter table commitment add column taken numeric(24, 6) not null default 0 check (taken >= 0);

-- sharing: what a producer keeps of what others make of its commitment, in basis points, by the version of the bylaws
create table originator_bylaw (
    bylaws_version integer     primary key,
    effective_from timestamptz not null,
    share          integer     not null check (share between 0 and 10000)
);

-- sharing: parts of commitments that producers offer to others
create table shared_offer (
    id               uuid primary key,
    member_id        uuid           not null references member,
    commitment_id    uuid           not null references commitment,
    product          text           not null,
    grade            text           not null,
    period           text           not null,
    unit             text           not null,
    offered          numeric(24, 6) not null check (offered > 0),
    taken            numeric(24, 6) not null check (taken >= 0 and taken <= offered),
    to_all           boolean        not null,
    originator_share integer        not null check (originator_share between 0 and 10000),
    state            text           not null check (state in ('OPEN', 'TAKEN', 'WITHDRAWN', 'LAPSED')),
    offered_at       timestamptz    not null,
    ended_at         timestamptz,
    version          bigint         not null,
    check ((state = 'OPEN') = (ended_at is null)),
    check (state <> 'TAKEN' or taken = offered)
);
create index shared_offer_by_member on shared_offer (member_id, id);
create index shared_offer_of_goods on shared_offer (product, grade, period);
create index shared_offer_of_commitment on shared_offer (commitment_id) where state = 'OPEN';
create index shared_offer_open on shared_offer (period, id) where state = 'OPEN';

-- sharing: to whom an offer is made that is not made to all
create table shared_offer_member (
    offer_id  uuid not null references shared_offer,
    member_id uuid not null references member,
    primary key (offer_id, member_id)
);

-- sharing: what was taken of offers; the originator's share is owed on it
create table taken_part (
    id            uuid primary key,
    offer_id      uuid           not null references shared_offer,
    member_id     uuid           not null references member,
    commitment_id uuid           not null references commitment,
    quantity      numeric(24, 6) not null check (quantity > 0),
    taken_at      timestamptz    not null
);
create index taken_part_of_offer on taken_part (offer_id);
create index taken_part_by_member on taken_part (member_id, id);

-- handover: what counts of commitments for frozen weeks that one producer hands over to another
create table handover (
    id               uuid primary key,
    from_member_id   uuid           not null references member,
    to_member_id     uuid           not null references member,
    commitment_id    uuid           not null references commitment,
    to_commitment_id uuid references commitment,
    product          text           not null,
    grade            text           not null,
    period           text           not null,
    unit             text           not null,
    quantity         numeric(24, 6) not null check (quantity > 0),
    state            text           not null check (state in ('PROPOSED', 'ACCEPTED', 'DECLINED', 'WITHDRAWN', 'LAPSED')),
    proposed_at      timestamptz    not null,
    decided_at       timestamptz,
    version          bigint         not null,
    check (from_member_id <> to_member_id),
    check ((state = 'PROPOSED') = (decided_at is null)),
    check ((state = 'ACCEPTED') = (to_commitment_id is not null))
);
create index handover_given on handover (from_member_id, id);
create index handover_received on handover (to_member_id, id);
create index handover_pending on handover (period, id) where state = 'PROPOSED';

-- counting: what was handed over of what counts; the reckoning itself stays as it was fixed
alter table counted_commitment add column handed_over numeric(24, 6) not null default 0 check (handed_over >= 0);
alter table counted_commitment add column received numeric(24, 6) not null default 0 check (received >= 0);
alter table counted_commitment add check (handed_over <= counts + received);
alter table counted_commitment drop constraint counted_commitment_committed_check;
alter table counted_commitment add check (committed > 0 or received > 0);
