package coop.parasol.quality.certificate;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertThrows;

import coop.parasol.contracts.QualityEvent.BatchCertified;
import coop.parasol.quality.ActingAs;
import coop.parasol.quality.CertifiedBatches;
import coop.parasol.quality.TestDatabase;
import coop.parasol.testing.Events;
import coop.parasol.testing.MovableClock;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A batch is shown as what its certificate is worth, to whoever asks, from the moment that changes. */
@QuarkusTest
@TestSecurity(
        user = "dewi",
        roles = {"auditor", "quality-desk"})
@OidcSecurity(claims = @Claim(key = "auditor_id", value = CertifiedBatches.AUDITOR_ID))
class BatchFollowsCertificateIT {

    @Inject
    Events events;

    @Inject
    MovableClock clock;

    @Inject
    ExpireCertificates expireCertificates;

    @AfterEach
    void reset_the_clock() {
        clock.reset();
    }

    @Test
    void a_suspended_batch_is_shown_with_the_reason_and_is_certified_again_when_it_is_reinstated() {
        BatchCertified batch = new CertifiedBatches(events).batch();
        decide("SUSPENSION", "", batch);

        shown(batch)
                .body("state", equalTo("SUSPENDED"), "withdrawal.reason", equalTo("lead suspected"))
                .body(
                        "withdrawal.recallClass",
                        nullValue(),
                        "inspection.inspectedBy",
                        equalTo(CertifiedBatches.AUDITOR_ID));
        assertThat(listed("SUSPENDED", batch)).isTrue();
        assertThat(listed("CERTIFIED", batch)).isFalse();

        decide("REINSTATEMENT", "", batch);

        shown(batch).body("state", equalTo("CERTIFIED"), "withdrawal", nullValue());
        assertThat(listed("CERTIFIED", batch)).isTrue();
    }

    @Test
    void a_recalled_batch_is_shown_as_recalled_for_good() {
        BatchCertified batch = new CertifiedBatches(events).batch();
        recall(batch);

        shown(batch).body("state", equalTo("RECALLED"), "withdrawal.recallClass", equalTo("II"));
        assertThat(listed("RECALLED", batch)).isTrue();
        assertThrows(
                RuntimeException.class,
                () -> TestDatabase.sql("update batch set state = 'CERTIFIED' where id = :p1", batch.batchId()));
    }

    @Test
    void a_batch_is_expired_from_the_day_after_its_last_day_of_sale_whether_that_is_stored_already_or_not() {
        CertifiedBatches certified = new CertifiedBatches(events);
        BatchCertified batch = certified.batch(LocalDate.now(ZoneOffset.UTC));
        BatchCertified lasting = certified.batch(null);
        assertThat(listed("CERTIFIED", batch)).isTrue();

        clock.forward(Duration.ofDays(1));

        assertExpired(batch);
        assertThat(listed("CERTIFIED", lasting)).isTrue();
        expireCertificates.expire();
        assertThat(TestDatabase.count("batch where state = 'EXPIRED' and id = '" + batch.batchId() + "'"))
                .isEqualTo(1);
        assertExpired(batch);
        shown(lasting).body("state", equalTo("CERTIFIED"));
    }

    @Test
    @TestSecurity(user = "fatima", roles = "producer")
    @OidcSecurity(claims = @Claim(key = "member_id", value = "0198c000-0000-7000-8000-00000000c501"))
    void a_producer_finds_its_own_suspended_batches_and_nobody_elses() {
        UUID own = suspended(UUID.fromString("0198c000-0000-7000-8000-00000000c501"));
        UUID foreign = suspended(UUID.randomUUID());

        assertThat(pages("SUSPENDED")).contains(own.toString()).doesNotContain(foreign.toString());
    }

    private static UUID suspended(UUID member) {
        UUID batch = TestDatabase.sampled(member, "LAMP");
        UUID auditor = UUID.fromString(CertifiedBatches.AUDITOR_ID);
        TestDatabase.auditor(auditor);
        TestDatabase.sql(
                "update batch set state = 'CERTIFIED', inspected_by = :p2, inspected_at = now(), grade = 'A',"
                        + " certificate_number = :p3 where id = :p1",
                batch,
                auditor,
                batch.toString());
        TestDatabase.sql("update batch set state = 'SUSPENDED' where id = :p1", batch);
        return batch;
    }

    private void assertExpired(BatchCertified batch) {
        shown(batch).body("state", equalTo("EXPIRED"));
        assertThat(listed("EXPIRED", batch)).isTrue();
        assertThat(listed("CERTIFIED", batch)).isFalse();
    }

    private static void decide(String action, String more, BatchCertified batch) {
        given().contentType("application/json")
                .body("{\"action\": \"" + action + "\", " + more
                        + " \"reason\": \"lead suspected\", \"expectedBatches\": 1," + " \"scope\": {\"lots\": [\""
                        + batch.lot() + "\"]}}")
                .post("/recalls")
                .then()
                .statusCode(201)
                .body("changed", equalTo(1));
    }

    /** Proposed by the test's user, approved by another person. */
    private static void recall(BatchCertified batch) {
        String recall = given().contentType("application/json")
                .body(
                        "{\"action\": \"RECALL\", \"recallClass\": \"II\", \"reason\": \"lead\", \"scope\": {\"lots\": [\""
                                + batch.lot() + "\"]}}")
                .post("/recalls")
                .then()
                .statusCode(201)
                .extract()
                .path("recallId");
        ActingAs.qualityDesk(
                        "qasim", () -> given().contentType("application/json").post("/recalls/" + recall + "/approval"))
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse shown(BatchCertified batch) {
        return given().get("/batches/" + batch.batchId()).then().statusCode(200);
    }

    private static boolean listed(String state, BatchCertified batch) {
        return pages(state).contains(batch.batchId().toString());
    }

    /** The whole list, page by page. */
    private static List<String> pages(String state) {
        List<String> all = new ArrayList<>();
        String after = new UUID(0, 0).toString();
        while (after != null) {
            var page = given().get("/batches?limit=50&state=" + state + "&after=" + after)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            assertThat(page.getList("items.state", String.class)).allMatch(state::equals);
            all.addAll(page.getList("items.batchId", String.class));
            after = page.getString("next");
        }
        return all;
    }
}
