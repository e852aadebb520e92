-- A product; the row is locked by whoever publishes a standard or waits for one.
create table product (
    code    text primary key,
    version integer not null check (version >= 0)
);

-- What a product must be. A version is never changed; a batch is judged by the one in force when it was reported.
create table standard (
    id           uuid primary key,
    product      text        not null references product,
    version      integer     not null check (version > 0),
    name         text        not null,
    unit         text        not null,
    content      jsonb       not null,
    published_by text        not null,
    published_at timestamptz not null,
    unique (product, version)
);
create function standard_is_immutable() returns trigger language plpgsql as
$$ begin raise exception 'a published standard does not change; publish the next version'; end $$;
create trigger standard_is_immutable before update or delete on standard
    for each row execute function standard_is_immutable();

create table auditor (
    id      uuid primary key,
    name    text   not null check (length(name) between 1 and 200),
    version bigint not null
);
-- Producers that an auditor may not judge.
create table auditor_interests (
    auditor_id uuid not null references auditor,
    member_id  uuid not null,
    primary key (auditor_id, member_id)
);

-- A producer's batches in numbers, for its exit: how many were heard of, decided and certified.
create table producer (
    id                uuid primary key,
    seen              bigint not null default 0 check (seen >= 0),
    decided           bigint not null default 0 check (decided >= 0),
    certified         bigint not null default 0 check (certified >= 0),
    exit_id           uuid,
    batches_reported  bigint,
    cleared_exit_id   uuid,
    check (decided <= seen and certified <= decided)
);

create table batch (
    id                 uuid primary key,
    member_id          uuid    not null,
    product            text    not null,
    lot                text    not null,
    quantity           numeric(24, 6) not null check (quantity > 0),
    unit               text    not null,
    best_before        date,
    state              text    not null
        check (state in ('WAITING_FOR_STANDARD', 'SAMPLED', 'CERTIFIED', 'REJECTED')),
    reported_at        timestamptz not null,
    standard_version   integer check (standard_version > 0),
    plans              jsonb,
    sample_size        integer check (sample_size > 0),
    seed               bigint,
    inspected_by       uuid references auditor,
    inspected_at       timestamptz,
    defectives         jsonb,
    remarks            text,
    grade              text,
    certificate_number text unique,
    reason             text,
    check ((state = 'WAITING_FOR_STANDARD') = (seed is null)),
    -- nothing is certified or rejected that nobody has inspected
    check ((state in ('CERTIFIED', 'REJECTED')) = (inspected_by is not null)),
    check ((state = 'CERTIFIED') = (certificate_number is not null and grade is not null)),
    check ((state = 'REJECTED') = (reason is not null)),
    unique (member_id, lot)
);
create index batch_by_state on batch (state, id);
create index batch_by_member on batch (member_id, id);
create index batch_waiting on batch (product) where state = 'WAITING_FOR_STANDARD';
