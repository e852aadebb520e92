-- A decision of the quality desk about many batches: suspend, reinstate or recall them.
create table recall (
    id           uuid        primary key,
    action       text        not null check (action in ('SUSPENSION', 'REINSTATEMENT', 'RECALL')),
    recall_class text        check (recall_class in ('I', 'II', 'III')),
    reason       text        not null check (length(reason) between 1 and 1000),
    selection    jsonb       not null,
    decided_by   text        not null,
    decided_at   timestamptz not null,
    selected     integer     not null check (selected > 0),
    changed      integer     not null default 0 check (changed >= 0),
    unchanged    integer     not null default 0 check (unchanged >= 0),
    finished_at  timestamptz,
    check ((action = 'RECALL') = (recall_class is not null)),
    check (changed + unchanged <= selected),
    check ((finished_at is not null) = (changed + unchanged = selected))
);
create index recall_unfinished on recall (id) where finished_at is null;

-- What a decision is about, fixed when it was taken, and what became of each.
create table recall_certificate (
    recall_id uuid    not null references recall,
    number    text    not null references certificate,
    changed   boolean,
    primary key (recall_id, number)
);
comment on column recall_certificate.changed is 'null: still to be done; false: it was in no state to change';
create index recall_certificate_to_do on recall_certificate (recall_id, number) where changed is null;

alter table certificate add foreign key (recall_id) references recall;
