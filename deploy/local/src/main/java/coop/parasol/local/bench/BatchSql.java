package coop.parasol.local.bench;

import coop.parasol.bench.Clients;
import coop.parasol.local.servers.Installation;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What a batch writes that is reported, sampled or certified, as PostgreSQL alone does it: one prepared statement and its commit, on
 * tables of the same columns and indexes beside the service's own. It updates the same hot rows and inserts as many rows and bytes,
 * without reading, deciding, drawing or signing anything.
 */
enum BatchSql {
    /** The producer's row; the batch, its event, and the answer under its idempotency key. */
    REPORTED("production", List.of("member", "batch", "idempotency_key", "outbox"), """
            with member as (
                update same_sql.member set batches_reported = batches_reported + 1 where id = ?::uuid returning id
            ), batch as (
                insert into same_sql.batch (id, member_id, product, lot, quantity, unit, made_on, route, state, reported_at)
                select ?::uuid, id, 'BENCH', ?, 100, 'C62', current_date, 'by hand', 'REPORTED', now() from member
            ), key as (
                insert into same_sql.idempotency_key (caller, idempotency_key, request_digest, status, body)
                values ('bench', ?, md5('x'), 201, convert_to(repeat('x', 450), 'UTF8'))
            )
            insert into same_sql.outbox (seq, id, aggregatetype, aggregateid, type, payload, topic, actor, correlationid, time)
            values (nextval('same_sql.outbox_seq'), gen_random_uuid(), 'batches', ?, 'BatchReported', repeat('x', 330),
                    'production.batches', 'bench', ?, now())
            """),

    /** The series and the counts of the producer; the batch with its plans, its place in the work list and its event. */
    SAMPLED(
            "quality",
            List.of("inspection_series", "producer_clearance", "batch", "work_list", "inbox", "outbox"),
            """
            with series as (
                update same_sql.inspection_series set discontinued = false where member_id = ?::uuid returning member_id
            ), clearance as (
                update same_sql.producer_clearance set reported = reported + 1
                 where member_id in (select member_id from series) returning member_id
            ), batch as (
                insert into same_sql.batch (id, member_id, product, lot, quantity, unit, state, reported_at, standard_version,
                                            plans, sample_size, drawn_units, brand_lot, seed)
                select ?::uuid, member_id, 'BENCH', ?, 100, 'C62', 'SAMPLED', now(), 1,
                       jsonb_build_object('plans', repeat('x', 400)), 13, 13, left(?, 20), repeat('0', 64) from clearance
            ), work as (
                insert into same_sql.work_list (batch_id, member_id, product, lot, quantity, unit, reported_at, sample_size,
                                                reinspection, auditors)
                select ?::uuid, member_id, 'BENCH', 'L', 100, 'C62', now(), 13, false, 1 from series
            ), heard as (
                insert into same_sql.inbox (consumer, event_id) values ('quality', gen_random_uuid())
            )
            insert into same_sql.outbox (seq, id, aggregatetype, aggregateid, type, payload, topic, actor, correlationid, time)
            values (nextval('same_sql.outbox_seq'), gen_random_uuid(), 'certificates', ?, 'SampleDrawn', repeat('x', 320),
                    'quality.certificates', 'bench', 'bench', now())
            """),

    /** The series, the counts and the yield of the producer; the inspection, the certificate, the batch's outcome and the event. */
    CERTIFIED(
            "quality",
            List.of("producer_yield", "producer_yield_month", "inspection", "certificate", "idempotency_key"),
            """
            with series as (
                update same_sql.inspection_series set switching = jsonb_build_object('classes', repeat('x', 200))
                 where member_id = ?::uuid returning member_id
            ), clearance as (
                update same_sql.producer_clearance set decided = decided + 1, certified = certified + 1,
                       reported = reported + 1
                 where member_id in (select member_id from series)
            ), counts as (
                insert into same_sql.producer_yield (member_id, product, inspected, accepted_first)
                select member_id, 'BENCH', 1, 1 from series
                on conflict (member_id, product) do update set inspected = producer_yield.inspected + 1,
                   accepted_first = producer_yield.accepted_first + 1
            ), months as (
                insert into same_sql.producer_yield_month (member_id, product, month, inspected, accepted_first)
                select member_id, 'BENCH', date '2026-11-01', 1, 1 from series
                on conflict (member_id, product, month) do update set inspected = producer_yield_month.inspected + 1,
                   accepted_first = producer_yield_month.accepted_first + 1
            ), inspection as (
                insert into same_sql.inspection (id, batch_id, auditor_id, inspection_number, content, entered_by, saved_at,
                                                 submitted_at, version)
                values (gen_random_uuid(), ?::uuid, gen_random_uuid(), 1, jsonb_build_object('x', repeat('x', 200)), 'bench',
                        now(), now(), 0)
            ), certificate as (
                insert into same_sql.certificate (number, batch_id, member_id, product, product_name, lot, brand_lot, grade,
                                                  quantity, unit, standard_version, issued_at, kid, jws, changed_at)
                select ?, ?::uuid, member_id, 'BENCH', 'Bench', 'L', 'L', 'A', 100, 'C62', 1, now(), 'bench',
                       repeat('x', 750), now() from series
            ), outcome as (
                insert into same_sql.batch (id, member_id, product, lot, quantity, unit, state, reported_at, standard_version,
                                            plans, sample_size, drawn_units, brand_lot, seed, inspected_by, inspected_at, grade,
                                            certificate_number)
                select ?::uuid, member_id, 'BENCH', ?, 100, 'C62', 'CERTIFIED', now(), 1,
                       jsonb_build_object('plans', repeat('x', 400)), 13, 13, left(md5(random()::text), 20), repeat('0', 64),
                       gen_random_uuid(), now(), 'A', ? from series
            ), key as (
                insert into same_sql.idempotency_key (caller, idempotency_key, request_digest, status, body)
                values ('bench', ?, md5('x'), 201, convert_to(repeat('x', 450), 'UTF8'))
            )
            insert into same_sql.outbox (seq, id, aggregatetype, aggregateid, type, payload, topic, actor, correlationid, time)
            values (nextval('same_sql.outbox_seq'), gen_random_uuid(), 'certificates', ?, 'BatchCertified', repeat('x', 420),
                    'quality.certificates', 'bench', 'bench', now())
            """);

    private final String database;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> tables;

    private final String statement;

    BatchSql(String database, List<String> tables, String statement) {
        this.database = database;
        this.tables = tables;
        this.statement = statement;
    }

    /** Copies the tables with their indexes and checks, and the rows of the producers that all batches of one of them update. */
    static void prepare(Installation installation, List<UUID> producers) throws SQLException {
        for (String database : List.of("production", "quality")) {
            try (Connection connection = installation.connectAsAdministrator(database);
                    Statement statement = connection.createStatement()) {
                statement.execute("create schema same_sql");
                statement.execute("create sequence same_sql.outbox_seq");
                for (BatchSql each : values()) {
                    for (String table : each.database.equals(database) ? each.tables : List.<String>of()) {
                        statement.execute("create table same_sql." + table + " (like public." + table
                                + " including all excluding identity)");
                    }
                }
            }
        }
        forEach(
                installation,
                "production",
                producers,
                "insert into same_sql.member (id, owner_id, state, open_commitments, batches_reported)"
                        + " select id, id, 'ACTIVE', 0, 0 from cast(? as uuid) as id");
        forEach(installation, "quality", producers, "insert into same_sql.producer_clearance (member_id) values (?)");
        forEach(
                installation,
                "quality",
                producers,
                "insert into same_sql.inspection_series (id, member_id, product, switching)"
                        + " values (gen_random_uuid(), ?, 'BENCH', '{}')");
    }

    private static void forEach(Installation installation, String database, List<UUID> producers, String sql)
            throws SQLException {
        try (Connection connection = installation.connectAsAdministrator(database);
                PreparedStatement insert = connection.prepareStatement(sql)) {
            for (UUID producer : producers) {
                insert.setObject(1, producer);
                insert.executeUpdate();
            }
        }
    }

    /** Batches per second by clients that do nothing else, each for producers in turn. */
    double measure(Installation installation, List<UUID> producers, int clients, int seconds) {
        AtomicInteger batches = new AtomicInteger();
        long begun = System.nanoTime();
        long end = begun + seconds * 1_000_000_000L;
        Clients.run(clients, () -> {
            try (Connection connection = installation.connectAsAdministrator(database);
                    PreparedStatement batch = connection.prepareStatement(statement)) {
                int parameters = batch.getParameterMetaData().getParameterCount();
                while (System.nanoTime() < end) {
                    UUID producer = producers.get(batches.getAndIncrement() % producers.size());
                    batch.setString(1, producer.toString());
                    String id = UUID.randomUUID().toString();
                    for (int parameter = 2; parameter <= parameters; parameter++) {
                        batch.setString(parameter, id);
                    }
                    batch.executeUpdate();
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
        return batches.get() / ((System.nanoTime() - begun) / 1e9);
    }
}
