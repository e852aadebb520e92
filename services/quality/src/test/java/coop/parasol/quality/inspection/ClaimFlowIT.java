package coop.parasol.quality.inspection;

import static coop.parasol.quality.VaseScenario.ANITA;
import static coop.parasol.quality.VaseScenario.ARUN;
import static coop.parasol.quality.VaseScenario.inspect;
import static coop.parasol.quality.VaseScenario.post;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import coop.parasol.contracts.GovernanceEvent.BylawsChanged;
import coop.parasol.firm.FirmClock;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Envelope;
import coop.parasol.quality.ActingAs;
import coop.parasol.quality.TestDatabase;
import coop.parasol.quality.VaseScenario;
import coop.parasol.quality.bylaws.OnBylawsChanged;
import coop.parasol.testing.Events;
import coop.parasol.testing.MovableClock;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Auditors claim lots and the quality desk assigns them, on the real database. */
@QuarkusTest
@TestSecurity(
        user = "arun",
        roles = {"auditor", "quality-desk"})
@OidcSecurity(claims = @Claim(key = "auditor_id", value = ARUN))
class ClaimFlowIT {

    private static final UUID ANITAS = UUID.fromString(ANITA);

    @Inject
    Events events;

    @Inject
    MovableClock clock;

    @Inject
    FirmClock firmClock;

    @Inject
    ClaimInspection claimInspection;

    @Inject
    OnBylawsChanged onBylawsChanged;

    private VaseScenario vases;

    @BeforeEach
    void bylaws_and_a_standard() {
        TestDatabase.sql("delete from claim_days_bylaw");
        claimDays(1, firmClock.now(), 3);
        vases = new VaseScenario(events);
        vases.publish("");
    }

    @AfterEach
    void reset_clock() {
        clock.reset();
    }

    @Test
    void while_a_claim_holds_another_neither_claims_nor_submits_and_its_draft_is_kept() {
        UUID batch = vases.sampled();
        claimByAnita(batch).then().statusCode(201).body("auditorId", equalTo(ANITA));
        claimByAnita(batch).then().statusCode(200);

        claim(batch).then().statusCode(409).body("code", equalTo("claimed-by-another"));
        inspect(batch, 0).then().statusCode(409).body("code", equalTo("claimed-by-another"));
        VaseScenario.save(batch, UUID.randomUUID(), "{\"remarks\": \"a crack in unit 3\"}")
                .then()
                .statusCode(200);

        ActingAs.auditor(ANITAS, () -> inspect(batch, 0))
                .then()
                .statusCode(201)
                .body("outcome", equalTo("SAMPLED"))
                .body("openDrafts", equalTo(1));
    }

    @Test
    void a_claim_lapses_after_its_days_and_another_may_take_its_place() {
        UUID batch = vases.sampled();
        claimByAnita(batch).then().statusCode(201);

        clock.forward(Duration.ofDays(3));
        claim(batch).then().statusCode(409);
        clock.forward(Duration.ofDays(1));
        claim(batch).then().statusCode(201).body("auditorId", equalTo(ARUN));
        claimByAnita(batch).then().statusCode(409).body("code", equalTo("claimed-by-another"));
        inspect(batch, 0).then().statusCode(201).body("outcome", equalTo("CERTIFIED"));
        assertThat(TestDatabase.count("inspection_claim where batch_id = '" + batch + "'"))
                .as("claims of a decided batch")
                .isZero();
    }

    @Test
    void a_claim_holds_for_the_days_of_the_bylaws_that_are_in_force_when_it_is_made() {
        UUID before = vases.sampled();
        UUID after = vases.sampled();
        claimByAnita(before).then().statusCode(201);
        clock.forward(Duration.ofHours(1));
        Instant changed = firmClock.now();
        claimDays(3, changed.plus(Duration.ofDays(300)), 20);
        claimDays(2, changed, 5);
        claimByAnita(after).then().statusCode(201);

        clock.forward(Duration.ofDays(4));
        claim(before).then().statusCode(201);
        claim(after).then().statusCode(409);
        clock.forward(Duration.ofDays(2));
        claim(after).then().statusCode(201);
    }

    @Test
    void nobody_claims_before_the_bylaws_are_known_and_inspections_go_on() {
        UUID batch = vases.sampled();
        TestDatabase.sql("delete from claim_days_bylaw");

        claim(batch).then().statusCode(409).body("code", equalTo("claim-days-unknown"));
        inspect(batch, 0).then().statusCode(201);
    }

    @Test
    void a_change_of_the_bylaws_is_heard_from_membership_and_other_values_change_nothing() {
        TestDatabase.sql("delete from claim_days_bylaw");
        int version = 1_000 + ThreadLocalRandom.current().nextInt(1_000_000);
        events.publish(new BylawsChanged(version + 1, UUID.randomUUID(), Instant.now(), Map.of("marginShare", "800")));
        events.publish(
                new BylawsChanged(version, UUID.randomUUID(), Instant.now(), Map.of("inspectionClaimDays", "7")));

        Awaitility.await()
                .until(() -> TestDatabase.count("claim_days_bylaw where claim_days = 7 and bylaws_version = " + version)
                        == 1);
        assertThat(TestDatabase.count("claim_days_bylaw")).isEqualTo(1);
    }

    @Test
    void of_auditors_who_claim_at_the_same_moment_one_gets_the_lot() throws Exception {
        UUID batch = vases.sampled();
        int auditors = 8;
        CountDownLatch begin = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newFixedThreadPool(auditors)) {
            List<Future<ClaimInspection.Outcome>> answers = IntStream.range(0, auditors)
                    .mapToObj(i -> threads.submit(() -> {
                        UUID auditor = UUID.randomUUID();
                        TestDatabase.auditor(auditor);
                        begin.await();
                        return QuarkusTransaction.requiringNew()
                                .call(() -> claimInspection.claim(
                                        new OpenInspection.Request(batch, auditor, null, null), null));
                    }))
                    .toList();
            begin.countDown();
            int claimed = 0;
            for (Future<ClaimInspection.Outcome> answer : answers) {
                claimed += answer.get() instanceof ClaimInspection.Claimed ? 1 : 0;
            }
            assertThat(claimed).isEqualTo(1);
        }
    }

    @Test
    void the_database_has_one_seat_for_one_claim() {
        UUID batch = vases.sampled();
        claimByAnita(batch).then().statusCode(201);

        assertThatThrownBy(() -> TestDatabase.sql(
                        "insert into inspection_claim (id, batch_id, seat, auditor_id, claimed_at, claimed_until)"
                                + " select gen_random_uuid(), batch_id, seat, :p2, claimed_at, claimed_until"
                                + " from inspection_claim where batch_id = :p1",
                        batch,
                        UUID.fromString(ARUN)))
                .hasMessageContaining("one_claim_per_seat");
    }

    @Test
    void two_auditors_claim_a_lot_that_two_inspect_and_a_third_does_not() {
        vases.publish("\"auditors\": 2,");
        UUID batch = vases.sampled();
        UUID third = UUID.randomUUID();
        TestDatabase.auditor(third);

        claim(batch).then().statusCode(201);
        claimByAnita(batch).then().statusCode(201);
        ActingAs.auditor(third, () -> claim(batch)).then().statusCode(409).body("code", equalTo("claimed-by-another"));
    }

    @Test
    void the_desk_assigns_an_auditor_without_an_interest_and_releases_the_claim() {
        UUID batch = vases.sampled();
        UUID interested = UUID.randomUUID();
        TestDatabase.auditor(interested, vases.member);

        assign(batch, interested).then().statusCode(422).body("code", equalTo("conflict-of-interest"));
        assign(batch, UUID.randomUUID()).then().statusCode(422).body("code", equalTo("unknown-auditor"));
        assign(batch, ANITAS).then().statusCode(201).body("assignedBy", equalTo("arun"));
        given().get("/claims?limit=200").then().body("items.batchId", hasItem(batch.toString()));
        ActingAs.auditor(UUID.randomUUID(), () -> release(batch, ANITA)).then().statusCode(403);
        release(batch, ANITA).then().statusCode(204);
        release(batch, ANITA).then().statusCode(404);
        claim(batch).then().statusCode(201);
    }

    @Test
    void nobody_claims_a_lot_that_is_decided_or_of_its_own_firm() {
        UUID batch = vases.sampled();
        ActingAs.auditorWhoOwns(vases.member, ANITAS, () -> claim(batch))
                .then()
                .statusCode(409)
                .body("code", equalTo("conflict-of-interest"));
        inspect(batch, 0).then().statusCode(201);

        claim(batch).then().statusCode(409).body("code", equalTo("not-awaiting-inspection"));
    }

    @Test
    void the_work_list_shows_claims_and_finds_those_of_the_caller_and_what_is_free() {
        UUID own = vases.sampled();
        UUID anitas = vases.sampled();
        UUID free = vases.sampled();
        claim(own);
        claimByAnita(anitas);

        assertThat(claimants()).isEqualTo(Map.of(own, List.of(ARUN), anitas, List.of(ANITA), free, List.of()));
        workList("&claim=OWN").then().body("items.batchId", equalTo(List.of(own.toString())));
        workList("&claim=FREE").then().body("items.batchId", equalTo(List.of(free.toString())));
        workList("&claim=MINE").then().statusCode(400);
        clock.forward(Duration.ofDays(4));
        workList("&claim=FREE").then().body("items", hasSize(3));
        workList("&claim=OWN").then().body("items", hasSize(0));
    }

    private void claimDays(int version, Instant effectiveFrom, int days) {
        BylawsChanged changed =
                new BylawsChanged(version, null, effectiveFrom, Map.of(ClaimDaysBylaw.NAME, Integer.toString(days)));
        QuarkusTransaction.requiringNew()
                .run(() -> onBylawsChanged.on(
                        changed, new Envelope(UUID.randomUUID(), "", "", 0, Instant.now(), Cause.of("test"))));
    }

    private Map<UUID, List<String>> claimants() {
        JsonPath items = workList("").jsonPath();
        return IntStream.range(0, items.getList("items").size())
                .boxed()
                .collect(Collectors.toMap(
                        i -> UUID.fromString(items.getString("items[" + i + "].batchId")),
                        i -> items.getList("items[" + i + "].claims.auditorId", String.class)));
    }

    private Response workList(String filter) {
        return given().get("/work-list?product=" + vases.product + filter);
    }

    private static Response claim(UUID batch) {
        return given().contentType("application/json").post("/batches/" + batch + "/claim");
    }

    private static Response claimByAnita(UUID batch) {
        return ActingAs.auditor(ANITAS, () -> claim(batch));
    }

    private static Response assign(UUID batch, UUID auditor) {
        return post("/batches/" + batch + "/assignment", "{\"auditorId\": \"" + auditor + "\"}");
    }

    private static Response release(UUID batch, String auditor) {
        return given().delete("/batches/" + batch + "/claims/" + auditor);
    }
}
