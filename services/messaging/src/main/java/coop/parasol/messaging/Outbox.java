package coop.parasol.messaging;

import coop.parasol.contracts.Event;
import coop.parasol.contracts.EventTypes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * The transactional outbox: a decision stores its events in the transaction of its own changes, so that there is never one
 * without the other, and the {@link Relay} sends them after the commit. Append last, after the aggregate's row was locked
 * or its version checked; then the order of {@code seq} is, per aggregate, the order of commits. Id and time are fixed here
 * and stay the same however often the event is sent.
 */
@ApplicationScoped
public class Outbox {

    /*
     * The transaction gets its id before the row gets its seq: the subquery is evaluated before the identity column. The
     * low-water mark relies on it (see OutboxSession).
     */
    private static final String INSERT = """
            insert into outbox (id, aggregatetype, aggregateid, type, payload, topic, actor, causationid, correlationid,
                                traceparent, time)
            select ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?
              from (select pg_current_xact_id() as xid) as writer where xid is not null
            """;

    /**
     * Appends the rows of {@link #rows}, as a part of a larger statement: the named parameters are {@link Rows}' components. It returns
     * nothing. Whoever executes it calls {@link #committed} after the commit.
     */
    public static final String INSERT_ROWS = """
            insert into outbox (id, aggregatetype, aggregateid, type, payload, topic, actor, causationid, correlationid,
                                traceparent, time)
            select e.id, e.aggregatetype, e.aggregateid, e.type, e.payload, e.topic, e.actor, e.causationid, e.correlationid,
                   e.traceparent, :eventTime
              from (select pg_current_xact_id() as xid) as writer,
                   unnest(:eventIds, :eventAggregateTypes, :eventAggregateIds, :eventTypes, :eventPayloads, :eventTopics,
                          :eventActors, :eventCausationIds, :eventCorrelationIds, :eventTraceparents) with ordinality
                   as e (id, aggregatetype, aggregateid, type, payload, topic, actor, causationid, correlationid,
                         traceparent, position)
             where xid is not null
             order by e.position
            """;

    private final DataSource database;
    private final Transactions transactions;
    private final Relay relay;
    private final Clock clock;
    private final String service;

    Outbox(
            DataSource database,
            Transactions transactions,
            Relay relay,
            Clock clock,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.database = database;
        this.transactions = transactions;
        this.relay = relay;
        this.clock = clock;
        this.service = service;
    }

    /**
     * Appends an event to be sent after the present transaction has committed.
     *
     * @throws IllegalStateException outside a transaction
     * @throws IllegalArgumentException if another service decides this kind of event
     */
    public void append(Event event, Cause cause) {
        append(List.of(event), cause);
    }

    /** Appends several events of one decision, in this order, in one round trip. */
    public void append(List<? extends Event> events, Cause cause) {
        insert(events.stream().map(this::entry).toList(), cause);
    }

    /**
     * An event that was decided, where several decisions are stored together.
     *
     * @param traceparent W3C trace context of the call, {@link #traceparent}
     */
    public record Decided(
            Event event, Cause cause, @Nullable String traceparent) {}

    /** Columns of rows for {@link #INSERT_ROWS}; all of type text but the ids (uuid) and the time (timestamptz). */
    public record Rows(
            List<UUID> eventIds,
            List<String> eventAggregateTypes,
            List<String> eventAggregateIds,
            List<String> eventTypes,
            List<String> eventPayloads,
            List<String> eventTopics,
            List<String> eventActors,
            List<@Nullable String> eventCausationIds,
            List<String> eventCorrelationIds,
            List<@Nullable String> eventTraceparents,
            OffsetDateTime eventTime) {}

    /** The rows of events that are to be stored in this order by a statement of the caller's. */
    public Rows rows(List<Decided> decided) {
        Rows rows = new Rows(
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                now());
        for (Decided one : decided) {
            Entry entry = entry(one.event());
            rows.eventIds.add(Ids.next());
            rows.eventAggregateTypes.add(entry.aggregateType());
            rows.eventAggregateIds.add(entry.subject());
            rows.eventTypes.add(entry.type());
            rows.eventPayloads.add(entry.payload());
            rows.eventTopics.add(entry.topic());
            rows.eventActors.add(one.cause().actor());
            rows.eventCausationIds.add(one.cause().causationId());
            rows.eventCorrelationIds.add(one.cause().correlationId());
            rows.eventTraceparents.add(one.traceparent());
        }
        return rows;
    }

    /** Says that a transaction with {@link #INSERT_ROWS} was committed. */
    public void committed() {
        relay.wake();
    }

    /** The same, when the present transaction commits. */
    public void sendAfterCommit() {
        transactions.afterCommit(relay::wake);
    }

    /** Publishes on the topic {@code <service>.dead-letter} that an event was parked here. */
    void appendDeadLetter(DeadLetter letter, Cause cause) {
        String type = "coop.parasol." + service + ".EventParked.v1";
        insert(List.of(new Entry(service + ".dead-letter", letter.subject(), type, CloudEvents.json(letter))), cause);
    }

    private record Entry(String topic, String subject, String type, String payload) {
        String aggregateType() {
            return topic.substring(topic.indexOf('.') + 1);
        }
    }

    private Entry entry(Event event) {
        if (!EventTypes.service(event.getClass()).equals(service)) {
            throw new IllegalArgumentException(service + " does not decide " + event.getClass());
        }
        return new Entry(
                EventTypes.topic(event.getClass()),
                event.subject(),
                EventTypes.name(event.getClass()),
                CloudEvents.json(event));
    }

    private void insert(List<Entry> entries, Cause cause) {
        if (entries.isEmpty()) {
            return;
        }
        transactions.afterCommit(relay::wake);
        OffsetDateTime now = now();
        String trace = traceparent();
        Jdbc.execute(database, connection -> {
            try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
                for (Entry entry : entries) {
                    bind(insert, entry, cause, trace, now);
                    insert.addBatch();
                }
                return insert.executeBatch();
            }
        });
    }

    private OffsetDateTime now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }

    private static void bind(
            PreparedStatement insert, Entry entry, Cause cause, @Nullable String trace, OffsetDateTime now)
            throws SQLException {
        insert.setObject(1, Ids.next());
        insert.setString(2, entry.aggregateType());
        insert.setString(3, entry.subject());
        insert.setString(4, entry.type());
        insert.setString(5, entry.payload());
        insert.setString(6, entry.topic());
        insert.setString(7, cause.actor());
        insert.setString(8, cause.causationId());
        insert.setString(9, cause.correlationId());
        insert.setString(10, trace);
        insert.setObject(11, now);
    }

    /** W3C trace context of the present call; null when nothing traces. */
    public static @Nullable String traceparent() {
        SpanContext span = Span.current().getSpanContext();
        return span.isValid()
                ? "00-%s-%s-%s"
                        .formatted(
                                span.getTraceId(),
                                span.getSpanId(),
                                span.getTraceFlags().asHex())
                : null;
    }
}
