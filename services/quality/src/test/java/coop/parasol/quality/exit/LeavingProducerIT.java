package coop.parasol.quality.exit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import coop.parasol.contracts.Event;
import coop.parasol.contracts.MembershipEvent.ExitWithdrawn;
import coop.parasol.contracts.ProductionEvent.BatchReported;
import coop.parasol.contracts.ProductionEvent.ProductionCleared;
import coop.parasol.contracts.QualityEvent.BatchScrapped;
import coop.parasol.contracts.QualityEvent.QualityCleared;
import coop.parasol.contracts.Quantity;
import coop.parasol.messaging.Envelope;
import coop.parasol.quality.CertifiedBatches;
import coop.parasol.quality.TestDatabase;
import coop.parasol.testing.Events;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Nothing that nobody will ever inspect keeps a member from leaving, and an exit that was withdrawn binds nobody. */
@QuarkusTest
@TestSecurity(
        user = "dewi",
        roles = {"auditor", "quality-desk", "producer"})
@OidcSecurity(
        claims = {
            @Claim(key = "auditor_id", value = CertifiedBatches.AUDITOR_ID),
            @Claim(key = "member_id", value = "0198c000-0000-7000-8000-00000000c401")
        })
class LeavingProducerIT {

    /** Of the tokens; only one test makes it leave. */
    private static final UUID OWN = UUID.fromString("0198c000-0000-7000-8000-00000000c401");

    @Inject
    Events events;

    private final String product = "LAMP-" + UUID.randomUUID();

    @Test
    void a_discontinued_producer_that_leaves_is_cleared_once_its_held_batches_are_given_up() {
        UUID member = UUID.randomUUID();
        UUID exit = UUID.randomUUID();
        UUID held = TestDatabase.sampled(member, product);
        UUID reworked = TestDatabase.sampled(member, product);
        discontinued(member);
        TestDatabase.sql("update batch set state = 'HELD' where id = :p1", held);
        TestDatabase.auditor(UUID.fromString(CertifiedBatches.AUDITOR_ID));
        TestDatabase.rejected(reworked, UUID.fromString(CertifiedBatches.AUDITOR_ID));
        TestDatabase.sql(
                "update batch set state = 'REWORKED', inspection_number = 2, rework_description = 'filed down' where"
                        + " id = :p1",
                reworked);
        TestDatabase.sql("insert into producer_clearance (member_id, reported) values (:p1, 2)", member);
        heard(new ProductionCleared(member, exit, 2));

        scrap(held)
                .then()
                .statusCode(200)
                .body("state", equalTo("SCRAPPED"), "reason", equalTo("we leave"), "why", nullValue());
        assertThat(events.all(QualityCleared.class, event -> event.exitId().equals(exit)))
                .as("one is left")
                .isEmpty();
        scrap(reworked).then().statusCode(200).body("state", equalTo("SCRAPPED"));

        assertThat(events.await(QualityCleared.class, event -> event.exitId().equals(exit))
                        .batchesCertified())
                .isZero();
        events.await(BatchScrapped.class, event -> event.batchId().equals(held));
        scrap(held).then().statusCode(409).body("code", equalTo("not-rejected"));
        assertThat(TestDatabase.count("producer_clearance where member_id = '" + member + "' and decided = 2"))
                .isEqualTo(1);
        assertThat(TestDatabase.count(
                        "producer_yield where member_id = '" + member + "' and scrapped = 2 and inspected = 0"))
                .isEqualTo(1);
    }

    @Test
    void a_batch_whose_product_never_gets_a_standard_may_be_given_up() {
        UUID member = UUID.randomUUID();
        UUID exit = UUID.randomUUID();
        UUID batch = UUID.randomUUID();
        heard(new ProductionCleared(member, exit, 1));
        heard(new BatchReported(
                batch,
                member,
                product,
                "L-1",
                Quantity.of(40, "C62"),
                LocalDate.of(2026, 11, 1),
                null,
                "by hand",
                null,
                null,
                null));
        given().get("/batches/" + batch).then().body("state", equalTo("WAITING_FOR_STANDARD"));

        scrap(batch).then().statusCode(200);

        events.await(QualityCleared.class, event -> event.exitId().equals(exit));
    }

    @Test
    void what_awaits_an_inspection_is_decided_by_it_and_not_given_up() {
        UUID batch = TestDatabase.sampled(UUID.randomUUID(), product);

        scrap(batch).then().statusCode(409).body("code", equalTo("not-rejected"));
    }

    @Test
    void a_clearance_that_arrives_after_the_exit_was_withdrawn_has_no_effect() {
        UUID withdrawn = UUID.randomUUID();
        UUID another = UUID.randomUUID();
        UUID batch = TestDatabase.sampled(OWN, product);
        TestDatabase.auditor(UUID.fromString(CertifiedBatches.AUDITOR_ID));
        TestDatabase.rejected(batch, UUID.fromString(CertifiedBatches.AUDITOR_ID));
        TestDatabase.sql("update batch set product = :p2 where id = :p1", batch, new CertifiedBatches(events).product);
        TestDatabase.sql("insert into producer_clearance (member_id, reported, decided) values (:p1, 1, 1)", OWN);

        heard(new ExitWithdrawn(OWN, withdrawn));
        heard(new ExitWithdrawn(OWN, another));
        heard(new ProductionCleared(OWN, withdrawn, 1));
        heard(new ProductionCleared(OWN, another, 1));

        assertThat(TestDatabase.count("producer_clearance where member_id = '" + OWN
                        + "' and exit_id is null and cleared_exit_id is null"))
                .isEqualTo(1);
        given().contentType("application/json")
                .body("{\"description\": \"filed down\"}")
                .post("/batches/" + batch + "/rework")
                .then()
                .statusCode(200)
                .body("state", equalTo("REWORKED"));
        assertThat(events.all(QualityCleared.class, event -> event.memberId().equals(OWN)))
                .isEmpty();
    }

    private void discontinued(UUID member) {
        TestDatabase.sql(
                "insert into inspection_series (id, member_id, product, switching, discontinued)"
                        + " values (gen_random_uuid(), :p1, :p2, '{\"classes\": {}}', true)",
                member,
                product);
    }

    private void heard(Event event) {
        Envelope envelope = events.publish(event);
        Awaitility.await()
                .atMost(Events.PATIENCE)
                .until(() -> TestDatabase.count("inbox where event_id = '" + envelope.id() + "'") == 1);
    }

    private static Response scrap(UUID batch) {
        return given().contentType("application/json")
                .body("{\"reason\": \"we leave\"}")
                .post("/batches/" + batch + "/scrapping");
    }
}
