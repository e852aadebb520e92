-- batch: batches whose samples could not be drawn when they were due; they are tried again, and hold up no others
create table undrawn_sample (
    batch_id    uuid        primary key references batch,
    attempts    integer     not null check (attempts > 0),
    failed_at   timestamptz not null,
    next_try_at timestamptz not null check (next_try_at > failed_at),
    failure     text        not null
);
comment on table undrawn_sample is 'a row stays when its batch is withdrawn or held; it counts while the batch is REPORTED';
