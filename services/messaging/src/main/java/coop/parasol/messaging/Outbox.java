package coop.parasol.messaging;

import coop.parasol.contracts.Event;
import coop.parasol.contracts.EventTypes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
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

    /**
     * Appends the rows of {@link #rows}, as a part of a larger statement: the named parameters are {@link Rows}' components. It returns
     * nothing. Whoever executes it calls {@link #committed} after the commit. The transaction gets its id before a row gets its seq: the
     * subquery is evaluated before the identity column. The low-water mark relies on it (see OutboxSession).
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

    /** The same for JDBC: the time first, and then the arrays in the order of {@link Rows}. */
    private static final String INSERT = INSERT_ROWS.replaceAll(":event\\w+", "?");

    private static final int FIRST_TEXT_COLUMN = 3;

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

    /** Appends several events of one decision, in this order, in one statement. */
    public void append(List<? extends Event> events, Cause cause) {
        String trace = traceparent();
        append(events.stream().map(event -> new Decided(event, cause, trace)).toList());
    }

    /** Appends the events of several decisions that are taken in one transaction, in this order, in one statement. */
    public void append(List<Decided> decided) {
        insert(rows(decided));
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
        Rows rows = noRows();
        decided.forEach(one -> add(rows, entry(one.event()), one.cause(), one.traceparent()));
        return rows;
    }

    private Rows noRows() {
        return new Rows(
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
    }

    private static void add(Rows rows, Entry entry, Cause cause, @Nullable String traceparent) {
        rows.eventIds.add(Ids.next());
        rows.eventAggregateTypes.add(entry.aggregateType());
        rows.eventAggregateIds.add(entry.subject());
        rows.eventTypes.add(entry.type());
        rows.eventPayloads.add(entry.payload());
        rows.eventTopics.add(entry.topic());
        rows.eventActors.add(cause.actor());
        rows.eventCausationIds.add(cause.causationId());
        rows.eventCorrelationIds.add(cause.correlationId());
        rows.eventTraceparents.add(traceparent);
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
        Rows rows = noRows();
        add(
                rows,
                new Entry(service + ".dead-letter", letter.subject(), type, CloudEvents.json(letter)),
                cause,
                traceparent());
        insert(rows);
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

    private void insert(Rows rows) {
        if (rows.eventIds().isEmpty()) {
            return;
        }
        transactions.afterCommit(relay::wake);
        Jdbc.execute(database, connection -> {
            try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
                bind(connection, insert, rows);
                return insert.executeUpdate();
            }
        });
    }

    private OffsetDateTime now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }

    private static void bind(Connection connection, PreparedStatement insert, Rows rows) throws SQLException {
        insert.setObject(1, rows.eventTime());
        insert.setArray(2, connection.createArrayOf("uuid", rows.eventIds().toArray()));
        List<List<?>> texts = List.of(
                rows.eventAggregateTypes(),
                rows.eventAggregateIds(),
                rows.eventTypes(),
                rows.eventPayloads(),
                rows.eventTopics(),
                rows.eventActors(),
                rows.eventCausationIds(),
                rows.eventCorrelationIds(),
                rows.eventTraceparents());
        for (int column = 0; column < texts.size(); column++) {
            insert.setArray(
                    FIRST_TEXT_COLUMN + column,
                    connection.createArrayOf("text", texts.get(column).toArray()));
        }
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
