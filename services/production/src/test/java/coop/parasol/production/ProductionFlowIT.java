package coop.parasol.production;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import coop.parasol.contracts.MembershipEvent.EndKind;
import coop.parasol.contracts.MembershipEvent.ExitRecorded;
import coop.parasol.contracts.MembershipEvent.ExitRequested;
import coop.parasol.contracts.MembershipEvent.ExitWithdrawn;
import coop.parasol.contracts.MembershipEvent.FirmKind;
import coop.parasol.contracts.MembershipEvent.MemberActivated;
import coop.parasol.contracts.ProductionEvent.BatchReported;
import coop.parasol.contracts.ProductionEvent.CommitmentFulfilled;
import coop.parasol.contracts.ProductionEvent.CommitmentReleased;
import coop.parasol.contracts.ProductionEvent.ProductionCleared;
import coop.parasol.contracts.ProductionEvent.QuantityCommitted;
import coop.parasol.contracts.QualityEvent.BatchCertified;
import coop.parasol.contracts.QualityEvent.BatchSuspended;
import coop.parasol.contracts.QualityEvent.DefectClass;
import coop.parasol.contracts.QualityEvent.StandardPublished;
import coop.parasol.contracts.Quantity;
import coop.parasol.production.commitment.LapseCommitments;
import coop.parasol.testing.Events;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A producer's own decisions, from the call to the event, and what other services' events make of them. */
@QuarkusTest
@TestSecurity(user = "meera", roles = "producer")
@OidcSecurity(claims = @Claim(key = "member_id", value = ProductionFlowIT.MEMBER))
class ProductionFlowIT {

    static final String MEMBER = "0198c000-0000-7000-8000-0000000000c1";
    private static final UUID DECEASED = UUID.fromString("0198c000-0000-7000-8000-0000000000c3");
    private static final UUID EXPELLED = UUID.fromString("0198c000-0000-7000-8000-0000000000c4");
    private static final UUID LEAVER = UUID.fromString("0198c000-0000-7000-8000-0000000000c2");
    private static boolean activated;
    private static final String WEEK = "2026-W48";

    @Inject
    Events events;

    @Inject
    LapseCommitments lapseCommitments;

    private final UUID member = UUID.fromString(MEMBER);
    private final String product = "SOAP-" + UUID.randomUUID().toString().substring(0, 8);

    @BeforeEach
    void member_and_product() {
        if (!activated) {
            activated = true;
            events.publish(new MemberActivated(member, "Meera", "meera@example.org", FirmKind.PRODUCT, 1));
            events.publish(new MemberActivated(LEAVER, "Ravi", "ravi@example.org", FirmKind.PRODUCT, 2));
            events.publish(new MemberActivated(DECEASED, "Uma", "uma@example.org", FirmKind.PRODUCT, 3));
            events.publish(new MemberActivated(EXPELLED, "Hari", "hari@example.org", FirmKind.PRODUCT, 4));
        }
        events.publish(new StandardPublished(
                product,
                1,
                "Soap",
                "C62",
                null,
                List.of(),
                Map.of(DefectClass.MAJOR, BigDecimal.ONE),
                List.of("A"),
                540,
                Instant.now()));
        Awaitility.await().atMost(Events.PATIENCE).until(() -> declare(100).statusCode() == 200);
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

    @Test
    @OidcSecurity(claims = @Claim(key = "member_id", value = "0198c000-0000-7000-8000-0000000000c2"))
    void a_leaving_member_is_cleared_when_nothing_is_open_and_commits_nothing_new() {
        UUID exit = UUID.randomUUID();
        String id = commit(20).jsonPath().getString("commitmentId");
        events.publish(new ExitRequested(LEAVER, exit, LocalDate.now(ZoneOffset.UTC), Instant.now()));
        Awaitility.await()
                .atMost(Events.PATIENCE)
                .until(() -> report("E-" + product, 5, null).statusCode() == 409);

        assertThat(events.all(ProductionCleared.class, event -> event.exitId().equals(exit)))
                .isEmpty();
        report("E2-" + product, 20, id).then().statusCode(201);
        ProductionCleared cleared =
                events.await(ProductionCleared.class, event -> event.exitId().equals(exit));

        assertThat(cleared.batchesReported()).isGreaterThanOrEqualTo(1);
        assertThat(commit(5).jsonPath().getString("code")).isEqualTo("member-not-active");
        events.publish(new ExitWithdrawn(LEAVER, exit));
        Awaitility.await().atMost(Events.PATIENCE).until(() -> commit(5).statusCode() == 201);
    }

    @Test
    @OidcSecurity(claims = @Claim(key = "member_id", value = "0198c000-0000-7000-8000-0000000000c3"))
    void what_a_firm_has_committed_lapses_with_its_owners_death() {
        UUID exit = UUID.randomUUID();
        Awaitility.await().atMost(Events.PATIENCE).until(() -> commit(20).statusCode() == 201);
        events.publish(new ExitRequested(DECEASED, exit, LocalDate.now(ZoneOffset.UTC), Instant.now()));
        events.publish(new ExitRecorded(DECEASED, exit, EndKind.DEATH, "certificate 4711", Instant.now()));

        events.await(CommitmentReleased.class, event -> event.memberId().equals(DECEASED));
        events.await(ProductionCleared.class, event -> event.exitId().equals(exit));
        assertThat(commit(5).jsonPath().getString("code")).isEqualTo("member-not-active");
    }

    @Test
    @OidcSecurity(claims = @Claim(key = "member_id", value = "0198c000-0000-7000-8000-0000000000c4"))
    void an_expelled_firm_that_does_nothing_keeps_its_exit_waiting_for_no_longer_than_the_grace_of_its_weeks() {
        UUID exit = UUID.randomUUID();
        Awaitility.await()
                .atMost(Events.PATIENCE)
                .until(() -> commit(20, "2026-W01").statusCode() == 201);
        commit(30, "2099-W01").then().statusCode(201);
        commit(999_999_999_999L, "2099-W02").then().statusCode(201);
        given().contentType("application/json")
                .body("{\"product\": \"" + product + "\", \"period\": \"2099-W02\", \"route\": \"another\", "
                        + quantity(1).substring(1))
                .post("/commitments")
                .then()
                .statusCode(201);
        given().get("/outlook?product=" + product + "&period=2099-W02").then().statusCode(200);
        events.publish(new ExitRequested(EXPELLED, exit, LocalDate.now(ZoneOffset.UTC), Instant.now()));
        events.publish(new ExitRecorded(EXPELLED, exit, EndKind.EXPULSION, "vote 12", Instant.now()));
        Awaitility.await().atMost(Events.PATIENCE).until(() -> released() == 3);

        lapseCommitments.run();

        events.await(ProductionCleared.class, event -> event.exitId().equals(exit));
        assertThat(released()).isEqualTo(4);
    }

    private long released() {
        return events.all(CommitmentReleased.class, event -> event.product().equals(product))
                .size();
    }

    private Response commit(long quantity, String week) {
        return given().contentType("application/json")
                .body("{\"product\": \"" + product + "\", \"period\": \"" + week + "\", \"route\": \"cold process\", "
                        + quantity(quantity).substring(1))
                .post("/commitments");
    }

    private Response declare(long quantity) {
        return given().contentType("application/json")
                .body(quantity(quantity))
                .put("/capacities/" + product + "/" + WEEK);
    }

    private Response commit(long quantity) {
        return commit(quantity, WEEK);
    }

    private static Response change(String path, long quantity, String etag) {
        return given().contentType("application/json")
                .header("If-Match", etag)
                .body(quantity(quantity))
                .put(path);
    }

    private static String quantity(long value) {
        return "{\"quantity\": {\"value\": \"" + value + "\", \"unit\": \"C62\"}}";
    }

    private Response report(String lot, long quantity, @org.jspecify.annotations.Nullable String commitment) {
        return given().contentType("application/json")
                .body(batch(product, lot, quantity, "C62", commitment))
                .post("/batches");
    }

    private static String batch(
            String product,
            String lot,
            long quantity,
            String unit,
            @org.jspecify.annotations.Nullable String commitment) {
        return "{\"product\": \"%s\", \"lot\": \"%s\", \"quantity\": {\"value\": \"%d\", \"unit\": \"%s\"}, \"madeOn\": \"%s\", \"route\": \"cold process\"%s}"
                .formatted(
                        product,
                        lot,
                        quantity,
                        unit,
                        LocalDate.now(ZoneOffset.UTC),
                        commitment == null ? "" : ", \"commitmentId\": \"" + commitment + "\"");
    }

    private JsonPath outlook() {
        return given().get("/outlook?product=" + product).jsonPath();
    }
}
