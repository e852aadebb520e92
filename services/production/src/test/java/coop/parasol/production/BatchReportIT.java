package coop.parasol.production;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import coop.parasol.contracts.MembershipEvent.FirmKind;
import coop.parasol.contracts.MembershipEvent.MemberActivated;
import coop.parasol.contracts.NonconformityEvent.LotSorted;
import coop.parasol.contracts.ProductionEvent.BatchReported;
import coop.parasol.contracts.QualityEvent.BatchCertified;
import coop.parasol.contracts.QualityEvent.BatchScrapped;
import coop.parasol.contracts.QualityEvent.BatchSuspended;
import coop.parasol.contracts.Quantity;
import coop.parasol.testing.Events;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Batches that a producer reports, and what quality's events make of them. */
@QuarkusTest
@TestSecurity(user = "meera", roles = "producer")
@OidcSecurity(claims = @Claim(key = "member_id", value = BatchReportIT.MEMBER))
class BatchReportIT extends ProducerCalls {

    static final String MEMBER = "0198c000-0000-7000-8000-0000000000c5";
    private static boolean activated;

    private final UUID member = UUID.fromString(MEMBER);

    @Override
    void activate() {
        if (!activated) {
            activated = true;
            events.publish(new MemberActivated(member, "Meera", "meera@example.org", FirmKind.PRODUCT, 1));
        }
    }

    @Test
    void the_same_report_of_a_lot_is_the_same_batch_and_another_report_is_refused() {
        String lot = "LOT-" + product;
        String batch = report(lot, 10, null).then().statusCode(201).extract().path("batchId");

        report(lot, 10, null).then().statusCode(200).body("batchId", equalTo(batch));
        report(lot, 11, null).then().statusCode(409).body("code", equalTo("lot-already-reported"));
        events.await(BatchReported.class, event -> event.lot().equals(lot));
        assertThat(events.all(BatchReported.class, event -> event.lot().equals(lot)))
                .hasSize(1);
    }

    @Test
    void a_lot_that_is_reported_twice_at_once_is_one_batch() throws Exception {
        String lot = "TWICE-" + product;
        Callable<Integer> report = () -> report(lot, 10, null).statusCode();

        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            List<Future<Integer>> answers = two.invokeAll(List.of(report, report));

            assertThat(List.of(answers.get(0).get(), answers.get(1).get())).containsExactlyInAnyOrder(201, 200);
        }
        events.await(BatchReported.class, event -> event.lot().equals(lot));
    }

    @Test
    void an_impossible_value_is_refused_with_its_field() {
        given().contentType("application/json")
                .body(batch("NO-SUCH-THING", "X", 1, "C62", null))
                .post("/batches")
                .then()
                .statusCode(422)
                .body("code", equalTo("unknown-product"))
                .body("field", equalTo("product"));
        given().contentType("application/json")
                .body(batch(product, "X", 1, "KGM", null))
                .post("/batches")
                .then()
                .statusCode(422)
                .body("code", equalTo("wrong-unit"));
        given().contentType("application/json")
                .body(batch(product, "X", 1, "C62", null).replaceFirst("}$", ", \"bestBefore\": \"+300000-01-01\"}"))
                .post("/batches")
                .then()
                .statusCode(400)
                .body("code", equalTo("malformed-field"))
                .body("field", equalTo("bestBefore"));
        report("X-" + product, 0, null).then().statusCode(422).body("code", equalTo("not-positive"));
        report("X-" + product, 1, UUID.randomUUID().toString())
                .then()
                .statusCode(422)
                .body("code", equalTo("unknown-commitment"));
    }

    @Test
    void a_suspended_batch_shows_the_reason() {
        String id = report("S-" + product, 10, null).jsonPath().getString("batchId");
        UUID batch = UUID.fromString(id);
        events.publish(new BatchCertified(
                batch,
                "C2",
                member,
                product,
                "S-" + product,
                "26332-1",
                "A",
                Quantity.of(10, "C62"),
                null,
                1,
                Instant.now()));
        events.publish(new BatchSuspended(
                batch, "C2", member, product, "S-" + product, UUID.randomUUID(), "lead suspected", Instant.now()));

        Awaitility.await()
                .atMost(Events.PATIENCE)
                .until(() -> "SUSPENDED"
                        .equals(given().get("/batches/" + id).jsonPath().getString("state")));
        assertThat(given().get("/batches/" + id).jsonPath().getString("reason")).isEqualTo("lead suspected");
    }

    @Test
    void the_good_part_of_a_sorted_batch_is_a_batch_of_its_own_that_counts_for_no_commitment() {
        String first = report("G-" + product, 10, null).jsonPath().getString("batchId");
        UUID good = UUID.randomUUID();
        String lot = "G-" + product + LotSorted.SUFFIX;
        report(lot, 8, null).then().statusCode(422).body("code", equalTo("lot-reserved"));
        events.publish(new LotSorted(
                good,
                UUID.fromString(first),
                member,
                product,
                lot,
                "G-" + product,
                Quantity.of(8, "C62"),
                Quantity.of(2, "C62"),
                null));
        events.publish(new BatchScrapped(UUID.fromString(first), member, product, "G-" + product, "sorted"));
        events.publish(new BatchCertified(
                good, "C3", member, product, lot, "26332-3", "A", Quantity.of(8, "C62"), null, 1, Instant.now()));

        Awaitility.await()
                .atMost(Events.PATIENCE)
                .until(() -> "CERTIFIED"
                        .equals(given().get("/batches/" + good).jsonPath().getString("state")));
        given().get("/batches/" + good)
                .then()
                .body("sortedFrom", equalTo(first))
                .body("lot", equalTo(lot))
                .body("quantity.value", equalTo("8"));
    }

    @Test
    void a_certified_batch_shows_its_grade() {
        String id = report("C-" + product, 10, null).jsonPath().getString("batchId");
        events.publish(new BatchCertified(
                UUID.fromString(id),
                "C1",
                member,
                product,
                "C-" + product,
                "26332-2",
                "A",
                Quantity.of(10, "C62"),
                null,
                1,
                Instant.now()));

        Awaitility.await()
                .atMost(Events.PATIENCE)
                .until(() -> "CERTIFIED"
                        .equals(given().get("/batches/" + id).jsonPath().getString("state")));
    }
}
