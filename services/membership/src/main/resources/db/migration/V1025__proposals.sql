-- What the members vote on.
create table proposal (
    id                     uuid primary key,
    kind                   text        not null
        check (kind in ('BYLAW_CHANGE', 'ADMISSION', 'EXPULSION', 'SURPLUS', 'FREE_TEXT')),
    title                  text        not null check (length(title) between 1 and 200),
    text                   text check (length(text) <= 10000),
    about                  uuid,
    changes                jsonb check (jsonb_typeof(changes) = 'object'),
    secret                 boolean     not null,
    state                  text        not null check (state in ('ANNOUNCED', 'OPEN', 'CARRIED', 'REJECTED', 'WITHDRAWN')),
    opens_at               timestamptz not null,
    closes_at              timestamptz not null check (closes_at > opens_at),
    proposed_by            text        not null,
    proposed_by_member     uuid references member,
    proposed_at            timestamptz not null,
    bylaws_version         integer references bylaws,
    electorate             bigint check (electorate >= 0),
    decided_at             timestamptz,
    without_effect_because text,
    version                bigint      not null,
    check ((kind in ('ADMISSION', 'EXPULSION', 'SURPLUS')) = (about is not null)),
    check ((kind = 'BYLAW_CHANGE') = (changes is not null)),
    check (state not in ('OPEN', 'CARRIED', 'REJECTED') or num_nulls(bylaws_version, electorate) = 0),
    check ((state in ('CARRIED', 'REJECTED')) = (decided_at is not null)),
    check (decided_at >= closes_at)
);
-- the members are asked about one thing once at a time
create unique index proposal_pending on proposal (kind, about) where state in ('ANNOUNCED', 'OPEN');
create index proposal_opens on proposal (opens_at) where state = 'ANNOUNCED';
create index proposal_closes on proposal (closes_at) where state = 'OPEN';

-- Who has voted. Not when, and not what.
create table turnout (
    proposal_id uuid not null references proposal,
    member_id   uuid not null references member,
    primary key (proposal_id, member_id)
);
create trigger turnout_kept before update or delete on turnout for each row execute function refuse_rewriting();

-- What was voted, as sums: there is no single ballot of a secret vote that could lead back to a voter.
create table tally (
    proposal_id uuid   not null references proposal,
    choice      text   not null check (choice in ('YES', 'NO', 'ABSTAIN')),
    votes       bigint not null check (votes > 0),
    primary key (proposal_id, choice)
);

-- Who has voted what, of votes that are not secret.
create table open_ballot (
    proposal_id uuid        not null,
    member_id   uuid        not null,
    choice      text        not null check (choice in ('YES', 'NO', 'ABSTAIN')),
    cast_at     timestamptz not null,
    primary key (proposal_id, member_id),
    foreign key (proposal_id, member_id) references turnout
);
create trigger open_ballot_kept before update or delete on open_ballot
    for each row execute function refuse_rewriting();

create function refuse_to_name_the_voter() returns trigger language plpgsql as $$
begin
    if (select secret from proposal where id = new.proposal_id) then
        raise exception 'the vote on proposal % is secret', new.proposal_id using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger open_ballot_of_no_secret_vote before insert on open_ballot
    for each row execute function refuse_to_name_the_voter();
