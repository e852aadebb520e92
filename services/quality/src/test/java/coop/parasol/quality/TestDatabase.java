package coop.parasol.quality;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.util.UUID;

/** Writes the state that a test begins with straight into the database, and reads from it. */
public final class TestDatabase {

    private TestDatabase() {}

    public static int sql(String statement, Object... values) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var query = Panache.getSession().createNativeMutationQuery(statement);
            for (int i = 0; i < values.length; i++) {
                query.setParameter(i + 1, values[i]);
            }
            return query.executeUpdate();
        });
    }

    public static long count(String from) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Panache.getSession()
                        .createNativeQuery("select count(*) from " + from, Long.class)
                        .getSingleResult());
    }

    /** The one value of a query. */
    public static String text(String query, Object... values) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var asked = Panache.getSession().createNativeQuery(query, String.class);
            for (int i = 0; i < values.length; i++) {
                asked.setParameter(i + 1, values[i]);
            }
            return asked.getSingleResult();
        });
    }

    public static void auditor(UUID id, UUID... interests) {
        sql("insert into auditor (id, name, version) values (?1, 'Somebody', 0) on conflict do nothing", id);
        sql("delete from auditor_interests where auditor_id = ?1", id);
        for (UUID interest : interests) {
            sql("insert into auditor_interests (auditor_id, member_id) values (?1, ?2)", id, interest);
        }
    }

    /** A batch that waits for its inspection. */
    public static UUID sampled(UUID member, String product) {
        UUID batch = UUID.randomUUID();
        sql(
                "insert into batch (id, member_id, product, lot, quantity, unit, state, reported_at, standard_version,"
                        + " sample_size, seed) values (?1, ?2, ?3, ?4, 40, 'C62', 'SAMPLED', now(), 1, 13, 7)",
                batch,
                member,
                product,
                "L-" + batch);
        return batch;
    }

    public static void rejected(UUID batch, UUID auditor) {
        sql(
                "update batch set state = 'REJECTED', inspected_by = ?2, inspected_at = now(), reason = 'dents'"
                        + " where id = ?1",
                batch,
                auditor);
    }

    public static void inspection(UUID batch, UUID auditor, boolean isSubmitted) {
        sql(
                "insert into inspection (id, batch_id, auditor_id, attempt, content, saved_at, submitted_at, version)"
                        + " values (?1, ?2, ?3, 1, '{}', now(), case when ?4 then now() end, 0)",
                UUID.randomUUID(),
                batch,
                auditor,
                isSubmitted);
    }
}
