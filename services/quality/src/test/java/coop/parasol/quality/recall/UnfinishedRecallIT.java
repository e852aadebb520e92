package coop.parasol.quality.recall;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.contracts.QualityEvent.BatchCertified;
import coop.parasol.quality.CertifiedBatches;
import coop.parasol.quality.TestDatabase;
import coop.parasol.testing.Events;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One decision that cannot be carried out is no reason not to carry out the others. */
@QuarkusTest
@TestSecurity(
        user = "dewi",
        roles = {"auditor", "quality-desk"})
@OidcSecurity(claims = @Claim(key = "auditor_id", value = CertifiedBatches.AUDITOR_ID))
class UnfinishedRecallIT {

    private static final String REACH = """
            {"producers": [], "lotsNotFound": []}""";

    @Inject
    Events events;

    @Inject
    ExecuteRecall executeRecall;

    @Test
    @Timeout(60)
    void a_recall_whose_count_disagrees_keeps_no_later_one_waiting() {
        UUID first = new UUID(0, 1);
        TestDatabase.sql(
                "insert into recall (id, action, reason, scope, reach, state, proposed_by, proposed_at, decided_by,"
                        + " decided_at, selected) values (:p1, 'SUSPENSION', 'names nothing', '{}', cast(:p2 as jsonb),"
                        + " 'DECIDED', 'dewi', now(), 'dewi', now(), 1)",
                first,
                REACH);
        try {
            String id = laterOne();

            executeRecall.executeUnfinished();

            assertThat(given().get("/recalls/" + id).jsonPath().getString("finishedAt"))
                    .isNotNull();
            assertThat(given().get("/recalls/" + first).jsonPath().getString("finishedAt"))
                    .isNull();
        } finally {
            TestDatabase.sql("delete from recall where id = :p1", first);
        }
    }

    @Test
    @Timeout(60)
    void a_recall_that_fails_keeps_no_later_one_waiting() {
        CertifiedBatches failing = new CertifiedBatches(events);
        BatchCertified odd = failing.batch();
        UUID first = new UUID(0, 2);
        TestDatabase.sql(
                "insert into recall (id, action, recall_class, reason, scope, reach, state, proposed_by, proposed_at,"
                        + " decided_by, decided_at, selected) values (:p1, 'RECALL', 'I', 'fails', '{}', cast(:p2 as jsonb),"
                        + " 'DECIDED', 'asha', now(), 'dewi', now(), 1)",
                first,
                REACH);
        TestDatabase.sql(
                "insert into recall_certificate (recall_id, number) values (:p1, :p2)", first, odd.certificateNumber());
        TestDatabase.sql("alter table certificate add constraint odd check (recall_id <> '" + first + "')");
        try {
            String id = laterOne();

            executeRecall.executeUnfinished();

            assertThat(given().get("/recalls/" + id).jsonPath().getString("finishedAt"))
                    .isNotNull();
            assertThat(state(odd)).isEqualTo("CERTIFIED");
        } finally {
            TestDatabase.sql("alter table certificate drop constraint odd");
        }
        executeRecall.executeUnfinished();
        assertThat(state(odd)).as("tried again").isEqualTo("RECALLED");
    }

    @Test
    @Timeout(60)
    void what_is_suspended_while_a_large_reinstatement_is_under_way_stays_suspended() {
        CertifiedBatches certified = new CertifiedBatches(events);
        BatchCertified batch = certified.batch();
        manyOf(batch);
        suspended(certified.product);
        executeRecall.executeUnfinished();
        String reinstatement = decided("REINSTATEMENT", "{\"product\": \"" + certified.product + "\"}");
        String waiting = TestDatabase.text(
                "select c.lot from recall_certificate r join certificate c using (number) where r.changed is null and r.recall_id = :p1",
                UUID.fromString(reinstatement));

        decided("SUSPENSION", "{\"lots\": [\"" + waiting + "\"]}");
        executeRecall.executeUnfinished();

        assertThat(TestDatabase.text("select state from certificate where lot = :p1", waiting))
                .isEqualTo("SUSPENDED");
        assertThat(given().get("/recalls/" + reinstatement).jsonPath().getString("finishedAt"))
                .isNotNull();
        decided("REINSTATEMENT", "{\"lots\": [\"" + waiting + "\"]}");
        assertThat(TestDatabase.text("select state from certificate where lot = :p1", waiting))
                .as("a later word lets it go")
                .isEqualTo("CERTIFIED");
    }

    @Test
    @Timeout(60)
    void what_is_reinstated_while_a_large_suspension_is_under_way_stays_in_force() {
        CertifiedBatches certified = new CertifiedBatches(events);
        manyOf(certified.batch());
        String suspension = suspended(certified.product);
        String waiting = TestDatabase.text(
                "select c.lot from recall_certificate r join certificate c using (number) where r.changed is null and r.recall_id = :p1",
                UUID.fromString(suspension));

        decided("REINSTATEMENT", "{\"lots\": [\"" + waiting + "\"]}");
        executeRecall.executeUnfinished();

        assertThat(TestDatabase.text("select state from certificate where lot = :p1", waiting))
                .isEqualTo("CERTIFIED");
        assertThat(given().get("/recalls/" + suspension).jsonPath().getString("finishedAt"))
                .isNotNull();
    }

    private String laterOne() {
        CertifiedBatches certified = new CertifiedBatches(events);
        manyOf(certified.batch());
        return suspended(certified.product);
    }

    /** More than are dealt with while the desk waits. */
    private static void manyOf(BatchCertified one) {
        TestDatabase.copies(one.batchId(), ExecuteRecall.CERTIFICATES_PER_TRANSACTION);
    }

    private static String suspended(String product) {
        return decided("SUSPENSION", "{\"product\": \"" + product + "\"}");
    }

    private static String decided(String action, String selection) {
        return given().contentType("application/json")
                .body("{\"action\": \"" + action + "\", \"reason\": \"lead suspected\", \"scope\": " + selection + "}")
                .post("/recalls")
                .then()
                .statusCode(201)
                .extract()
                .path("recallId");
    }

    private static String state(BatchCertified batch) {
        return given().get("/certificates/" + batch.certificateNumber())
                .jsonPath()
                .getString("state");
    }
}
