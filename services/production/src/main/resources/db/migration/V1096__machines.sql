-- machine: machines of members that report batches without a person; of a token only the digest of its secret is kept
create table machine (
    id           uuid primary key,
    member_id    uuid        not null references member,
    name         text        not null check (length(name) between 1 and 100),
    token_digest text check (length(token_digest) = 64),
    made_by      text        not null,
    made_at      timestamptz not null,
    issued_at    timestamptz,
    revoked_at   timestamptz,
    check (revoked_at is null or token_digest is null),
    check (token_digest is null or issued_at is not null)
);
create index machine_of_member on machine (member_id, id);
