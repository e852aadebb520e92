package coop.parasol.quality;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.inject.spi.CDI;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;

/** Writes the state that a test begins with straight into the database, and reads from it. */
public final class TestDatabase {

    private TestDatabase() {}

    /** @param values of the parameters {@code :p1}, {@code :p2} and so on */
    public static int sql(String statement, Object... values) {
        return QuarkusTransaction.requiringNew()
                .call(() -> jdbi().withHandle(handle ->
                        bound(handle.createUpdate(statement), values).execute()));
    }

    /** Copies of a certified batch and of its certificate, each with a lot of its own. */
    public static void copies(UUID certifiedBatch, int count) {
        sql(insert("batch") + """
                 from batch original, generate_series(1, :p2) i,
                      lateral jsonb_populate_record(original, jsonb_build_object(
                          'id', gen_random_uuid(), 'lot', original.lot || '-' || i, 'brand_lot', 'COPY-' || i,
                          'certificate_number', 'copy-' || original.lot || i)) copy
                where original.id = :p1
                """, certifiedBatch, count);
        sql(insert("certificate") + """
                 from certificate original join batch b on b.certificate_number like 'copy-' || original.lot || '%',
                      lateral jsonb_populate_record(original, jsonb_build_object(
                          'number', b.certificate_number, 'batch_id', b.id, 'lot', b.lot, 'brand_lot', b.brand_lot)) copy
                where original.batch_id = :p1
                """, certifiedBatch);
    }

    /** Begins an insert of rows called {@code copy}, without the columns that PostgreSQL derives from others. */
    private static String insert(String table) {
        String columns = text(
                "select string_agg('copy.' || column_name, ', ') from information_schema.columns"
                        + " where table_schema = current_schema() and table_name = :p1 and is_generated = 'NEVER'",
                table);
        return "insert into " + table + " (" + columns.replace("copy.", "") + ") select " + columns;
    }

    public static long count(String from) {
        return QuarkusTransaction.requiringNew()
                .call(() -> jdbi().withHandle(handle -> handle.createQuery("select count(*) from " + from)
                        .mapTo(Long.class)
                        .one()));
    }

    /** The one value of a query, absent where it is null. */
    public static String text(String query, Object... values) {
        return QuarkusTransaction.requiringNew()
                .call(() -> jdbi().withHandle(handle -> bound(handle.createQuery(query), values)
                        .mapTo(String.class)
                        .one()));
    }

    /** By which steps PostgreSQL would answer a query, if it could not read whole tables. */
    public static String plan(String query) {
        return QuarkusTransaction.requiringNew()
                .call(() -> jdbi().withHandle(handle -> {
                    // of a small table the cheapest plan depends on its statistics, which come at any time
                    handle.execute("set local enable_seqscan = off");
                    handle.execute("set local enable_bitmapscan = off");
                    return String.join(
                            "\n",
                            handle.createQuery("explain " + query)
                                    .mapTo(String.class)
                                    .list());
                }));
    }

    private static Jdbi jdbi() {
        return CDI.current().select(Jdbi.class).get();
    }

    private static <S extends SqlStatement<S>> S bound(S statement, Object... values) {
        for (int i = 0; i < values.length; i++) {
            statement.bind("p" + (i + 1), values[i]);
        }
        return statement;
    }

    public static void auditor(UUID id, UUID... interests) {
        sql("insert into auditor (id, name, version) values (:p1, 'Somebody', 0) on conflict do nothing", id);
        sql("delete from auditor_interests where auditor_id = :p1", id);
        for (UUID interest : interests) {
            sql("insert into auditor_interests (auditor_id, member_id) values (:p1, :p2)", id, interest);
        }
    }

    /** A batch that waits for its inspection. */
    public static UUID sampled(UUID member, String product) {
        UUID batch = UUID.randomUUID();
        sql(
                "insert into batch (id, member_id, product, lot, quantity, unit, state, reported_at, standard_version,"
                        + " sample_size, seed, brand_lot) values (:p1, :p2, :p3, :p4, 40, 'C62', 'SAMPLED', now(), 1, 13,"
                        + " repeat('0', 64), upper(right(:p4, 20)))",
                batch,
                member,
                product,
                "L-" + batch);
        return batch;
    }

    public static void rejected(UUID batch, UUID auditor) {
        sql(
                "update batch set state = 'REJECTED', inspected_by = :p2, inspected_at = now(), reason = 'dents'"
                        + " where id = :p1",
                batch,
                auditor);
    }

    public static void inspection(UUID batch, UUID auditor, boolean isSubmitted) {
        sql(
                "insert into inspection (id, batch_id, auditor_id, inspection_number, content, entered_by, saved_at, submitted_at,"
                        + " version)"
                        + " values (:p1, :p2, :p3, 1, '{}', 'somebody', now(), case when :p4 then now() end, 0)",
                UUID.randomUUID(),
                batch,
                auditor,
                isSubmitted);
    }
}
