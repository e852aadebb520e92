-- batch: a producer corrects or withdraws what it has reported, until quality has drawn the sample
alter table batch drop constraint batch_state_check;
alter table batch add constraint batch_state_check check (state in (
    'REPORTED', 'WITHDRAWN', 'CERTIFIED', 'REJECTED', 'REWORKED', 'SCRAPPED', 'SUSPENDED', 'RECALLED', 'EXPIRED'));
alter table batch add column sample_drawn boolean not null default false;
alter table batch add column open_change text check (open_change in ('CORRECTION', 'WITHDRAWAL'));
comment on column batch.open_change is 'what its producer wants, as long as quality has not answered';
create index batch_by_inputs on batch using gin (inputs jsonb_path_ops) where inputs is not null;

-- batch: what producers wanted to change of their reports, and what quality has answered
create table batch_change (
    id           uuid primary key,
    batch_id     uuid        not null references batch,
    member_id    uuid        not null references member,
    kind         text        not null check (kind in ('CORRECTION', 'WITHDRAWAL')),
    content      jsonb,
    answer       text check (answer in ('ACCEPTED', 'SAMPLE_DRAWN', 'SUSPENDED', 'SCRAPPED')),
    requested_at timestamptz not null,
    answered_at  timestamptz,
    check ((kind = 'CORRECTION') = (content is not null)),
    check ((answer is null) = (answered_at is null))
);
create unique index one_open_change_per_batch on batch_change (batch_id) where answer is null;
create index batch_change_of_batch on batch_change (batch_id, id);

-- member: as long as a change is not answered its exit is not cleared
alter table member add column open_changes bigint not null default 0 check (open_changes >= 0);

-- commitment: one that was fulfilled is open again when less was made for it than was reported; its producer may have another by then
alter table commitment add column reopened boolean not null default false;
drop index one_open_commitment;
create unique index one_open_commitment on commitment (member_id, product, grade, period, route)
    where state = 'OPEN' and not reopened;
