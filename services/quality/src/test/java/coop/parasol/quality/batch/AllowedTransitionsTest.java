package coop.parasol.quality.batch;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.quality.CertifiedBatches;
import coop.parasol.quality.TestDatabase;
import coop.parasol.quality.certificate.rules.CertificateState;
import coop.parasol.testing.Events;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The database allows only the transitions of the state machines, also to whoever writes past the service. */
@QuarkusTest
@TestSecurity(
        user = "arun",
        roles = {"auditor", "quality-desk"})
@OidcSecurity(claims = @Claim(key = "auditor_id", value = CertifiedBatches.AUDITOR_ID))
class AllowedTransitionsTest {

    private static final Set<CertificateState> STORED = EnumSet.complementOf(EnumSet.of(CertificateState.TAKEN_BACK));

    @Inject
    Events events;

    @Test
    void the_database_refuses_every_transition_of_a_batch_that_is_not_allowed() {
        UUID certified = new CertifiedBatches(events).batch().batchId();
        List<String> wrong = new ArrayList<>();
        for (Batch.State from : Batch.State.values()) {
            for (Batch.State to : Batch.State.values()) {
                if (from != to) {
                    UUID batch = batchIn(from, certified);
                    String refusal = move(batch, to);
                    if (from.canBecome(to) != (refusal == null)) {
                        wrong.add(from + " -> " + to + ": " + refusal);
                    }
                    if (!from.canBecome(to)) {
                        assertThat(refusal).as(from + " -> " + to).contains("does not go from " + from + " to " + to);
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void the_database_refuses_every_transition_of_a_certificate_that_is_not_allowed() {
        UUID certified = new CertifiedBatches(events).batch().batchId();
        for (CertificateState from : STORED) {
            for (CertificateState to : STORED) {
                if (from != to) {
                    String number = certificateIn(from, certified);
                    String refusal = sql("update certificate set state = '" + to + "', recall_class = "
                            + (to == CertificateState.RECALLED ? "'I'" : "null")
                            + ", changed_at = now() + interval '1 year'"
                            + " where number = '" + number + "'");
                    assertThat(refusal == null)
                            .as(from + " -> " + to + ": " + refusal)
                            .isEqualTo(from.canTransitionTo(to));
                    if (refusal != null) {
                        assertThat(refusal).contains("does not go from " + from + " to " + to);
                    }
                }
            }
        }
    }

    @Test
    void no_certificate_is_stored_as_taken_back() {
        String number = certificateIn(
                CertificateState.CERTIFIED, new CertifiedBatches(events).batch().batchId());

        assertThat(sql("update certificate set state = 'TAKEN_BACK' where number = '" + number + "'"))
                .isNotNull();
    }

    /** A copy of a certified batch in any state, with all that the state asks for. */
    private UUID batchIn(Batch.State state, UUID certified) {
        UUID id = UUID.randomUUID();
        assertThat(sql("""
                insert into batch (id, member_id, product, lot, quantity, unit, state, reported_at, standard_version, plans,
                       sample_size, seed, inspected_by, inspected_at, defectives, grade, certificate_number, reason, inspection_number,
                       rework_description, brand_lot, sample_due_at)
                select '%s', member_id, product, '%s', quantity, unit, '%s', reported_at, standard_version, plans,
                       sample_size, %s, inspected_by, inspected_at, defectives, grade, %s, 'cracked', 2, 'filed down',
                       right('%s', 20), now()
                  from batch where id = '%s'
                """.formatted(id, id, state, seed(state), number(state, id), id, certified)))
                .as("a batch that is " + state)
                .isNull();
        return id;
    }

    private @Nullable String move(UUID batch, Batch.State to) {
        return sql("update batch set state = '" + to + "', certificate_number = " + number(to, batch) + ", seed = "
                + seed(to) + " where id = '" + batch + "'");
    }

    /** A withdrawn batch never had a sample, and a reported one has none yet. */
    private static String seed(Batch.State state) {
        return state == Batch.State.WITHDRAWN || state == Batch.State.REPORTED ? "null" : "repeat('0', 64)";
    }

    private static String number(Batch.State state, UUID batch) {
        boolean hasOne = Arrays.stream(CertificateState.values())
                .anyMatch(certificate -> certificate.name().equals(state.name()));
        return hasOne ? "'" + batch + "'" : "null";
    }

    /** A copy of a certificate in any state; suspended and recalled by a decision of the desk. */
    private String certificateIn(CertificateState state, UUID certified) {
        UUID batch = batchIn(Batch.State.valueOf(state.name()), certified);
        UUID recall = UUID.randomUUID();
        assertThat(sql(
                        "insert into recall (id, action, reason, scope, reach, state, proposed_by, proposed_at, decided_by,"
                                + " decided_at, selected, changed, finished_at) values ('" + recall
                                + "', 'SUSPENSION', 'lead', '{}', '{}', 'DECIDED', 'dewi', now(), 'dewi', now(), 1, 1,"
                                + " now())"))
                .isNull();
        assertThat(sql("""
                insert into certificate (number, batch_id, member_id, product, product_name, lot, brand_lot, grade, quantity,
                       unit, standard_version, best_before, issued_at, expires_at, issuer, kid, jws, state, changed_at, recall_id, recall_class)
                select '%s', '%s', member_id, product, product_name, '%s', brand_lot, grade, quantity, unit, standard_version, best_before,
                       issued_at, expires_at, issuer, kid, jws, '%s', now() + interval '1 year', '%s', %s
                  from certificate where batch_id = '%s'
                """.formatted(
                                batch,
                                batch,
                                batch,
                                state,
                                recall,
                                state == CertificateState.RECALLED ? "'I'" : "null",
                                certified)))
                .as("a certificate that is " + state)
                .isNull();
        return batch.toString();
    }

    /** What the database says against it, if anything. */
    private @Nullable String sql(String statement) {
        try {
            TestDatabase.sql(statement);
            return null;
        } catch (JdbiException e) {
            return String.valueOf(e.getMessage());
        }
    }
}
