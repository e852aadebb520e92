package coop.parasol.production;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import coop.parasol.contracts.MembershipEvent.FirmKind;
import coop.parasol.contracts.MembershipEvent.MemberActivated;
import coop.parasol.contracts.ProductionEvent.BatchReported;
import coop.parasol.contracts.ProductionEvent.CommitmentFulfilled;
import coop.parasol.contracts.ProductionEvent.CommitmentReleased;
import coop.parasol.contracts.ProductionEvent.QuantityCommitted;
import coop.parasol.contracts.QualityEvent.BatchCertified;
import coop.parasol.contracts.QualityEvent.BatchSuspended;
import coop.parasol.contracts.Quantity;
import coop.parasol.testing.Events;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** A producer's own decisions, from the call to the event, and what other services' events make of them. */
@QuarkusTest
@TestSecurity(user = "meera", roles = "producer")
@OidcSecurity(claims = @Claim(key = "member_id", value = ProductionFlowIT.MEMBER))
class ProductionFlowIT extends ProducersCalls {

    static final String MEMBER = "0198c000-0000-7000-8000-0000000000c1";
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
    void a_producer_declares_commits_raises_lowers_and_takes_back() {
        Response committed = commit(50);
        String id = committed.jsonPath().getString("commitmentId");
        String path = "/commitments/" + id;

        assertThat(committed.statusCode()).isEqualTo(201);
        assertThat(commit(50).jsonPath().getString("code")).isEqualTo("already-committed");
        given().contentType("application/json")
                .header("If-Match", "*")
                .body("{\"quantity\": {\"value\": \"60.5\", \"unit\": \"C62\"}}")
                .put(path)
                .then()
                .statusCode(422)
                .body("code", equalTo("not-whole"));
        change(path, 80, committed.header("ETag")).then().statusCode(200).body("quantity.value", equalTo("80"));
        change(path, 70, committed.header("ETag")).then().statusCode(412);
        change(path, 40, "*").then().statusCode(200);
        given().delete(path).then().statusCode(200).body("state", equalTo("RELEASED"));
        change(path, 40, "*").then().statusCode(409).body("code", equalTo("not-open"));

        assertThat(events.await(
                                QuantityCommitted.class,
                                event -> event.commitmentId().toString().equals(id)
                                        && event.quantity().equals(Quantity.of(40, "C62")))
                        .route())
                .isEqualTo("cold process");
    }

    @Test
    void a_batch_counts_towards_its_commitment_and_fulfils_it() {
        String id = commit(50).jsonPath().getString("commitmentId");

        report("L1-" + product, 30, id).then().statusCode(201);
        change("/commitments/" + id, 29, "*").then().statusCode(422).body("code", equalTo("below-reported"));
        assertThat(outlook().getString("items[0].commitments.value")).isEqualTo("20");
        report("L2-" + product, 25, id).then().statusCode(201);

        events.await(
                CommitmentFulfilled.class,
                event -> event.commitmentId().toString().equals(id));
        assertThat(given().get("/commitments/" + id).jsonPath().getString("state"))
                .isEqualTo("FULFILLED");
        assertThat(report("L3-" + product, 1, id).jsonPath().getString("code")).isEqualTo("not-open");
    }

    @Test
    void who_takes_back_the_rest_keeps_its_share_for_what_it_has_made() {
        String id = commit(50).jsonPath().getString("commitmentId");
        report("R1-" + product, 30, id).then().statusCode(201);

        given().delete("/commitments/" + id)
                .then()
                .statusCode(200)
                .body("state", equalTo("FULFILLED"))
                .body("quantity.value", equalTo("30"));

        events.await(
                CommitmentFulfilled.class,
                event -> event.commitmentId().toString().equals(id));
        assertThat(events.all(
                                QuantityCommitted.class,
                                event -> event.commitmentId().toString().equals(id))
                        .getLast()
                        .quantity())
                .isEqualTo(Quantity.of(30, "C62"));
        assertThat(events.all(
                        CommitmentReleased.class,
                        event -> event.commitmentId().toString().equals(id)))
                .isEmpty();
        assertThat(outlook().getList("items")).as("nothing is to be expected").isEmpty();
    }

    @Test
    void a_lot_is_one_batch_for_ever() {
        String lot = "LOT-" + product;
        String batch = report(lot, 10, null).then().statusCode(201).extract().path("batchId");

        report(lot, 10, null).then().statusCode(200).body("batchId", equalTo(batch));
        report(lot, 11, null).then().statusCode(409).body("code", equalTo("lot-already-reported"));
        assertThat(events.all(BatchReported.class, event -> event.lot().equals(lot))
                        .size())
                .isLessThanOrEqualTo(1);
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
    void what_cannot_be_is_refused_with_its_field() {
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
    void a_suspended_batch_shows_why() {
        String id = report("S-" + product, 10, null).jsonPath().getString("batchId");
        UUID batch = UUID.fromString(id);
        events.publish(new BatchCertified(
                batch, "C2", member, product, "S-" + product, "A", Quantity.of(10, "C62"), null, 1, Instant.now()));
        events.publish(new BatchSuspended(
                batch, "C2", member, product, "S-" + product, UUID.randomUUID(), "lead suspected", Instant.now()));

        Awaitility.await()
                .atMost(Events.PATIENCE)
                .until(() -> "SUSPENDED"
                        .equals(given().get("/batches/" + id).jsonPath().getString("state")));
        assertThat(given().get("/batches/" + id).jsonPath().getString("reason")).isEqualTo("lead suspected");
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

    private JsonPath outlook() {
        return given().get("/outlook?product=" + product).jsonPath();
    }
}
