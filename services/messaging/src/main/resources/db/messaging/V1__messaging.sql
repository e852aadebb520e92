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

create table inbox (
    consumer text not null,
    event_id uuid not null, -- version 7: new ones go to the end of the index
    primary key (consumer, event_id)
) with (autovacuum_vacuum_insert_scale_factor = 0.1);

comment on table inbox is 'Events of others that had their effect here, or are parked';

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
    parked_at     timestamptz not null
);

create index parked_event_by_subject on parked_event (topic, subject, position);

comment on table parked_event is 'Events that could not be handled, and those of the same aggregate behind them, in order';
