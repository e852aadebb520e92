package coop.parasol.quality.complaint;

import static coop.parasol.quality.VaseScenario.post;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import coop.parasol.contracts.NonconformityEvent.ComplaintDecided;
import coop.parasol.contracts.NonconformityEvent.ComplaintReceived;
import coop.parasol.contracts.QualityEvent.BatchCertified;
import coop.parasol.contracts.QualityEvent.BatchSuspended;
import coop.parasol.contracts.Quantity;
import coop.parasol.firm.FirmClock;
import coop.parasol.quality.ActingAs;
import coop.parasol.quality.CertifiedBatches;
import coop.parasol.quality.TestDatabase;
import coop.parasol.testing.Events;
import coop.parasol.testing.Impersonation;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Partners complain of certified lots, and the quality desk suspends them and answers. */
@QuarkusTest
@TestSecurity(
        user = "arun",
        roles = {"auditor", "quality-desk"})
@OidcSecurity(claims = @Claim(key = "auditor_id", value = CertifiedBatches.AUDITOR_ID))
class ComplaintFlowIT {

    private final UUID partner = UUID.randomUUID();

    @Inject
    Events events;

    @Inject
    FirmClock clock;

    private CertifiedBatches lamps;
    private BatchCertified lot;

    @BeforeEach
    void certify_a_lot() {
        lamps = new CertifiedBatches(events);
        lot = lamps.batch();
    }

    @Test
    void a_partners_complaint_starts_a_suspension_of_the_lot_and_is_answered() {
        String complaint = complained("3");
        ComplaintReceived received =
                events.await(ComplaintReceived.class, event -> event.batchId().equals(lot.batchId()));
        assertThat(received.partnerId()).isEqualTo(partner);
        assertThat(received.quantity()).isEqualTo(Quantity.of(3, "C62"));

        post("/complaints/" + complaint + "/suspension", "{\"reason\": \"lead is suspected\"}")
                .then()
                .statusCode(200)
                .body("state", equalTo("OPEN"));
        BatchSuspended suspended =
                events.await(BatchSuspended.class, event -> event.batchId().equals(lot.batchId()));
        post("/complaints/" + complaint + "/suspension", "{\"reason\": \"again\"}")
                .then()
                .statusCode(409)
                .body("code", equalTo("already-suspended"));
        post("/complaints/" + complaint + "/decision", "{\"upheld\": true, \"answer\": \"You are right.\"}")
                .then()
                .statusCode(200)
                .body("state", equalTo("UPHELD"))
                .body("suspensionId", equalTo(suspended.recallId().toString()));
        ComplaintDecided decided =
                events.await(ComplaintDecided.class, event -> event.batchId().equals(lot.batchId()));
        assertThat(decided.upheld()).isTrue();
        assertThat(decided.suspensionId()).isEqualTo(suspended.recallId());
        post("/complaints/" + complaint + "/decision", "{\"upheld\": false, \"answer\": \"No.\"}")
                .then()
                .statusCode(409)
                .body("code", equalTo("already-decided"));
    }

    @Test
    void a_partner_sees_its_own_complaints_and_the_producer_does_not_learn_whose_they_are() {
        String complaint = complained("1");

        asPartner(partner, () -> given().get("/complaints"))
                .then()
                .body("items", hasSize(1))
                .body("items[0].partnerId", equalTo(partner.toString()));
        asPartner(UUID.randomUUID(), () -> given().get("/complaints")).then().body("items", hasSize(0));
        asPartner(UUID.randomUUID(), () -> given().get("/complaints/" + complaint))
                .then()
                .statusCode(403);
        ActingAs.producer(lamps.member, () -> given().get("/complaints"))
                .then()
                .body("items", hasSize(1))
                .body("items[0].partnerId", nullValue())
                .body("items[0].description", equalTo("It falls over."));
        ActingAs.producer(UUID.randomUUID(), () -> given().get("/complaints/" + complaint))
                .then()
                .statusCode(403);
    }

    @Test
    void what_was_never_certified_or_not_so_much_of_it_is_no_ones_complaint() {
        complain(lot.certificateNumber(), "41").then().statusCode(422).body("code", equalTo("quantity-out-of-range"));
        complain(lot.certificateNumber(), "0").then().statusCode(422);
        complain("0000-0000-0000-0000-0000", "1").then().statusCode(422).body("code", equalTo("unknown-certificate"));
        complain(lot.certificateNumber().toLowerCase(Locale.ROOT), "40").then().statusCode(201);
    }

    @Test
    void a_complaint_leads_to_a_corrective_action_with_an_owner_a_due_day_and_the_proof_that_it_worked() {
        String complaint = complained("3");
        String action = post("/corrective-actions/requests", """
                        {"memberId": "%s", "product": "%s", "request": "mend the foot", "dueOn": "2099-01-01",
                         "complaintId": "%s"}
                        """.formatted(lamps.member, lamps.product, complaint))
                .then()
                .statusCode(201)
                .body("state", equalTo("REQUESTED"))
                .extract()
                .path("correctiveActionId");
        String path = "/corrective-actions/" + action;
        post("/corrective-actions/requests", """
                        {"memberId": "%s", "product": "%s", "request": "mend the foot", "dueOn": "2099-01-01",
                         "complaintId": "%s"}
                        """.formatted(lamps.member, lamps.product, UUID.randomUUID()))
                .then()
                .statusCode(422)
                .body("code", equalTo("unknown-complaint"));

        asProducer(path + "/proof", "{\"proof\": \"done\"}")
                .then()
                .statusCode(409)
                .body("code", equalTo("not-accepted"));
        asProducer(path + "/announcement", announcement("2020-01-01"))
                .then()
                .statusCode(422)
                .body("code", equalTo("due-day-over"));
        asProducer(path + "/announcement", announcement("2099-02-01"))
                .then()
                .statusCode(200)
                .body("state", equalTo("ANNOUNCED"))
                .body("owner", equalTo("Asha Rao"))
                .body("dueOn", equalTo("2099-02-01"));
        post(path + "/acceptance", "{}").then().statusCode(200).body("state", equalTo("ACCEPTED"));
        asProducer(path + "/proof", "{\"proof\": \"100 lamps stood for a week\"}")
                .then()
                .statusCode(200);
        post(path + "/verification", "{\"effective\": true, \"finding\": \"none fell\"}")
                .then()
                .statusCode(200)
                .body("state", equalTo("EFFECTIVE"))
                .body("proof", equalTo("100 lamps stood for a week"))
                .body("complaintId", equalTo(complaint));
        ActingAs.producer(UUID.randomUUID(), () -> post(path + "/proof", "{\"proof\": \"done\"}"))
                .then()
                .statusCode(403);
    }

    @Test
    void an_action_whose_day_is_over_is_overdue_until_it_is_proven() {
        String today = clock.today().toString();
        String action = post("/corrective-actions/requests", """
                        {"memberId": "%s", "product": "%s", "request": "mend the foot", "dueOn": "%s"}
                        """.formatted(lamps.member, lamps.product, today))
                .then()
                .statusCode(201)
                .body("overdue", equalTo(false))
                .extract()
                .path("correctiveActionId");

        TestDatabase.sql("update corrective_action set due_on = due_on - 1 where id = :p1", UUID.fromString(action));

        ActingAs.producer(lamps.member, () -> given().get("/corrective-actions?overdue=true"))
                .then()
                .body("items", hasSize(1))
                .body("items[0].overdue", equalTo(true));
    }

    private Response asProducer(String path, String body) {
        return ActingAs.producer(lamps.member, () -> post(path, body));
    }

    private static String announcement(String dueOn) {
        return "{\"cause\": \"a narrow foot\", \"action\": \"a wider foot\", \"owner\": \"Asha Rao\", \"dueOn\": \""
                + dueOn + "\"}";
    }

    private String complained(String quantity) {
        return complain(lot.certificateNumber(), quantity)
                .then()
                .statusCode(201)
                .extract()
                .path("complaintId");
    }

    private Response complain(String certificate, String quantity) {
        return asPartner(partner, () -> post("/complaints", """
                {"certificateNumber": "%s", "defectClass": "MAJOR", "quantity": {"value": "%s", "unit": "C62"},
                 "description": "It falls over."}
                """.formatted(certificate, quantity)));
    }

    private static <T> T asPartner(UUID partner, Supplier<T> calls) {
        return Impersonation.as("petra", Map.of("partner_id", partner.toString()), Set.of("partner"), calls);
    }
}
