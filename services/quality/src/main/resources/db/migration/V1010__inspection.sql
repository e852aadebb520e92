-- What a product must be is drafted by one person of the quality desk and published by another.
create table standard_draft (
    id         uuid primary key,
    product    text        not null,
    content    jsonb       not null,
    state      text        not null check (state in ('DRAFT', 'PUBLISHED', 'WITHDRAWN')),
    drafted_by text        not null,
    drafted_at timestamptz not null,
    decided_by text,
    decided_at timestamptz,
    version    integer check (version > 0),
    check ((state = 'DRAFT') = (decided_by is null) and (decided_by is null) = (decided_at is null)),
    check ((state = 'PUBLISHED') = (version is not null)),
    constraint two_persons check (state <> 'PUBLISHED' or lower(decided_by) <> lower(drafted_by))
);
create index standard_draft_open on standard_draft (id) where state = 'DRAFT';
alter table standard add column drafted_by text;

-- How severely a producer's batches of a product are inspected, per defect class, and how they fared so far.
create table line (
    id             uuid primary key,
    member_id      uuid    not null,
    product        text    not null,
    states         jsonb   not null,
    discontinued   boolean not null default false,
    inspected      bigint  not null default 0 check (inspected >= 0),
    accepted_first bigint  not null default 0 check (accepted_first between 0 and inspected),
    reworked       bigint  not null default 0 check (reworked >= 0),
    scrapped       bigint  not null default 0 check (scrapped >= 0),
    unique (member_id, product)
);
create index line_by_product on line (product);

create table switching_change (
    id           uuid primary key,
    member_id    uuid        not null,
    product      text        not null,
    defect_class text        not null check (defect_class in ('CRITICAL', 'MAJOR', 'MINOR')),
    batch_id     uuid,
    from_state   text        not null check (from_state in ('NORMAL', 'TIGHTENED', 'REDUCED', 'DISCONTINUED')),
    to_state     text        not null check (to_state in ('NORMAL', 'TIGHTENED', 'REDUCED', 'DISCONTINUED')),
    why          text        not null,
    changed_at   timestamptz not null,
    changed_by   text        not null,
    check (from_state <> to_state)
);
create index switching_change_of on switching_change (member_id, product, id);

create table corrective_action (
    id           uuid primary key,
    member_id    uuid        not null,
    product      text        not null,
    cause        text        not null check (length(cause) between 1 and 4000),
    action       text        not null check (length(action) between 1 and 4000),
    state        text        not null check (state in ('ANNOUNCED', 'ACCEPTED', 'REFUSED')),
    announced_by text        not null,
    announced_at timestamptz not null,
    decided_by   text,
    decided_at   timestamptz,
    reason       text,
    check ((state = 'ANNOUNCED') = (decided_by is null) and (decided_by is null) = (decided_at is null)),
    check ((state = 'REFUSED') = (reason is not null))
);
create unique index one_corrective_action on corrective_action (member_id, product) where state = 'ANNOUNCED';
create index corrective_action_of on corrective_action (member_id, id);

-- The batch's states, as its class draws them.
do
$$
    declare c record;
    begin
        for c in select conname from pg_constraint where conrelid = 'batch'::regclass and contype = 'c'
                                                     and pg_get_constraintdef(oid) like '%state%'
        loop
            execute format('alter table batch drop constraint %I', c.conname);
        end loop;
    end
$$;
alter table batch
    add column attempt integer not null default 1 check (attempt in (1, 2)),
    add column rework  text,
    add constraint batch_state check (state in
        ('WAITING_FOR_STANDARD', 'HELD', 'SAMPLED', 'CERTIFIED', 'REJECTED', 'REWORKED', 'SCRAPPED')),
    add constraint batch_has_a_sample check (state in ('WAITING_FOR_STANDARD', 'HELD') or seed is not null),
    add constraint nothing_is_decided_uninspected check
        (state not in ('CERTIFIED', 'REJECTED', 'SCRAPPED') or inspected_by is not null),
    add constraint certified_has_a_certificate check
        (state <> 'CERTIFIED' or (certificate_number is not null and grade is not null)),
    add constraint uncertified_has_none check (certificate_number is null
        or state not in ('WAITING_FOR_STANDARD', 'HELD', 'SAMPLED', 'REJECTED', 'REWORKED', 'SCRAPPED')),
    add constraint rejected_says_why check (state not in ('REJECTED', 'SCRAPPED') or reason is not null),
    add constraint reworked_once check ((state = 'REWORKED') <= (attempt = 2) and (attempt = 2) <= (rework is not null));
drop index batch_waiting;
create index batch_waiting on batch (product, id) where state in ('WAITING_FOR_STANDARD', 'HELD', 'SAMPLED');
create index batch_to_inspect on batch (id) where state in ('SAMPLED', 'REWORKED');
create index batch_of_line on batch (member_id, product) where state in ('HELD', 'SAMPLED');

create function batch_moves_as_drawn() returns trigger language plpgsql as
$$
begin
    if old.state in ('WAITING_FOR_STANDARD', 'HELD', 'SAMPLED', 'REJECTED', 'REWORKED', 'SCRAPPED')
        and (old.state, new.state) not in (
            ('WAITING_FOR_STANDARD', 'SAMPLED'), ('WAITING_FOR_STANDARD', 'HELD'), ('HELD', 'SAMPLED'), ('SAMPLED', 'HELD'),
            ('SAMPLED', 'CERTIFIED'), ('SAMPLED', 'REJECTED'), ('REJECTED', 'REWORKED'), ('REJECTED', 'SCRAPPED'),
            ('REWORKED', 'CERTIFIED'), ('REWORKED', 'SCRAPPED')) then
        raise exception 'a batch does not go from % to %', old.state, new.state;
    end if;
    return new;
end
$$;
create trigger batch_moves_as_drawn before update on batch
    for each row when (old.state <> new.state) execute function batch_moves_as_drawn();

-- What auditors enter: saved half-way, then submitted and never changed.
create table inspection (
    id           uuid primary key,
    batch_id     uuid        not null references batch,
    auditor_id   uuid        not null references auditor,
    attempt      integer     not null check (attempt in (1, 2)),
    content      jsonb       not null,
    saved_at     timestamptz not null,
    submitted_at timestamptz,
    version      bigint      not null,
    constraint one_inspection_per_auditor unique (batch_id, attempt, auditor_id)
);
create function submitted_inspection_is_immutable() returns trigger language plpgsql as
$$ begin raise exception 'a submitted inspection does not change'; end $$;
create trigger submitted_inspection_is_immutable before update or delete on inspection
    for each row when (old.submitted_at is not null) execute function submitted_inspection_is_immutable();

-- Producers' results in numbers, so that nobody counts batches to show them.
create table quality_month (
    member_id      uuid    not null,
    product        text    not null,
    month          date    not null check (extract(day from month) = 1),
    inspected      bigint  not null check (inspected > 0),
    accepted_first bigint  not null check (accepted_first between 0 and inspected),
    primary key (member_id, product, month)
);
create table quality_defect (
    member_id uuid   not null,
    product   text   not null,
    defect    text   not null,
    batches   bigint not null check (batches > 0),
    found     bigint not null check (found > 0),
    primary key (member_id, product, defect)
);
