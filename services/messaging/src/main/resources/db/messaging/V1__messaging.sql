-- Column names are those of Debezium's outbox event router, so that change data capture can take over from the relay.
create table outbox (
    seq           bigint generated always as identity (cache 1) primary key,
    id            uuid        not null,
    aggregatetype text        not null,
    aggregateid   text        not null,
    type          text        not null,
    payload       text        not null, -- text, not jsonb: what is sent is what was decided, byte for byte
    topic         text        not null,
    actor         text        not null,
    causationid   text,
    correlationid text        not null,
    traceparent   text,
    time          timestamptz not null
) with (
    -- every row is deleted within milliseconds: vacuum often and without pausing, whatever the size
    autovacuum_vacuum_scale_factor = 0,
    autovacuum_vacuum_threshold = 5000,
    autovacuum_vacuum_insert_scale_factor = 0,
    autovacuum_vacuum_insert_threshold = 50000,
    autovacuum_analyze_scale_factor = 0,
    autovacuum_analyze_threshold = 50000,
    autovacuum_vacuum_cost_delay = 0
);

comment on table outbox is 'Events decided here and not yet known to be in Kafka';

-- Partitioned by day and dropped whole: see MessagingPartitions.
create table sent_event (
    seq           bigint      not null,
    id            uuid        not null,
    aggregatetype text        not null,
    aggregateid   text        not null,
    type          text        not null,
    payload       text        not null,
    topic         text        not null,
    actor         text        not null,
    causationid   text,
    correlationid text        not null,
    traceparent   text,
    time          timestamptz not null,
    topic_id      text        not null, -- Kafka's id of the topic: a topic that is deleted and made anew gets another
    partition     integer     not null,
    "offset"      bigint      not null,
    leader_epoch  integer     not null,
    sent_at       timestamptz not null
) partition by range (sent_at);

comment on table sent_event is 'Events that Kafka has acknowledged, kept for days: a broker may lose what it has acknowledged';

create table sent_event_default partition of sent_event default;

create table sent_position (
    topic        text    not null, -- without the installation's prefix
    partition    integer not null,
    topic_id     text    not null,
    "offset"     bigint  not null,
    leader_epoch integer not null,
    primary key (topic, partition)
) with (fillfactor = 50);

comment on table sent_position is 'The last acknowledged offset of each partition of this service''s topics';

create table resend_request (
    since timestamptz not null
);

comment on table resend_request is 'Asked for by an administrator: send again what was sent since then';

create table restored_event (
    event_id  uuid        primary key,
    type      text        not null,
    subject   text        not null,
    sequence  bigint      not null,
    topic     text        not null,
    partition integer     not null,
    "offset"  bigint      not null,
    time      timestamptz not null,
    found_at  timestamptz not null
);

comment on table restored_event is 'Events of this service that its topics have and its database, restored to an earlier state, does not know';

-- By the id of the event, version 7: its range is the time of the decision. Foreign ids go to the default partition.
create table inbox (
    consumer text not null,
    event_id uuid not null,
    primary key (consumer, event_id)
) partition by range (event_id);

comment on table inbox is 'Events of others that had their effect here, or are parked';

create table inbox_default partition of inbox default;

create table consumer_position (
    topic        text    not null, -- with the installation's prefix
    partition    integer not null,
    topic_id     text, -- null until it was looked up
    next_offset  bigint  not null,
    leader_epoch integer not null, -- of the last consumed record; -1 for none
    handler_set  uuid    not null, -- of the instance that moved it last
    primary key (topic, partition)
) with (fillfactor = 50);

comment on table consumer_position is 'The next offset to consume of each partition, changed in the transaction of the effect';

create table handler_set (
    id    uuid not null,
    type  text not null,
    topic text not null, -- with the installation's prefix
    primary key (id, type)
);

comment on table handler_set is 'The event types that an instance has handlers for; during an upgrade instances with different ones run side by side';

create table type_position (
    type         text    not null,
    topic        text    not null, -- with the installation's prefix
    partition    integer not null,
    next_offset  bigint  not null, -- below it every event of the type was handled
    until_offset bigint  not null, -- from it on the type is handled as it comes; equal to next_offset once it is caught up
    primary key (topic, partition, type)
) with (fillfactor = 50);

comment on table type_position is 'Types that got a handler when their partition had been consumed already, and how far they are caught up';

create table parked_event (
    position      bigint generated always as identity primary key,
    event_id      uuid        not null unique,
    type          text        not null,
    topic         text        not null,
    partition     integer     not null,
    "offset"      bigint      not null,
    subject       text        not null,
    sequence      bigint      not null,
    time          timestamptz not null,
    actor         text        not null,
    causationid   text,
    correlationid text        not null,
    payload       bytea       not null,
    attempts      integer     not null check (attempts >= 0),
    reason        text        not null,
    parked_at     timestamptz not null,
    retry_at      timestamptz -- when it is tried again by itself; null while it waits behind another
);

create index parked_event_by_subject on parked_event (topic, subject, position);
create index parked_event_by_retry on parked_event (retry_at) where retry_at is not null;

comment on table parked_event is 'Events that could not be handled, and those of the same aggregate behind them, in order';

create table rebuild (
    id            bigint generated always as identity primary key,
    requested_at  timestamptz not null default clock_timestamp(),
    compares_only boolean     not null default false,
    started_at    timestamptz,
    records       bigint      not null default 0,
    total         bigint      not null default 0,
    events        bigint      not null default 0,
    finished_at   timestamptz,
    succeeded     boolean,
    result        text,
    check (num_nulls(finished_at, succeeded, result) in (0, 3))
);

create unique index one_rebuild_at_a_time on rebuild ((true)) where finished_at is null;

comment on table rebuild is 'Asked for by an administrator: make the read models anew from the topics';
comment on column rebuild.compares_only is 'Say what differs, and change nothing';
comment on column rebuild.events is 'Events that the read models are made of, among the records read';
