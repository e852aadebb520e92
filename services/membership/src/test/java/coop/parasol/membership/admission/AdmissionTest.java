package coop.parasol.membership.admission;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import coop.parasol.contracts.MembershipEvent.ApplicationRefused;
import coop.parasol.contracts.MembershipEvent.MemberActivated;
import coop.parasol.contracts.MembershipEvent.MemberActivatedV2;
import coop.parasol.contracts.MembershipEvent.MemberAdmitted;
import coop.parasol.contracts.MembershipEvent.MemberApplied;
import coop.parasol.membership.Desk;
import coop.parasol.testing.Events;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** From the application to the share. */
@QuarkusTest
@TestSecurity(
        user = "rekha",
        roles = {"registrar", "treasurer"})
class AdmissionTest {

    @Inject
    Events events;

    @Test
    void a_member_is_admitted_and_owns_a_share_when_its_price_has_come_in() {
        long before = Desk.shareValue().getLong("members");
        String member = Desk.apply();
        Desk.post("/members/" + member + "/admission", "{}")
                .then()
                .statusCode(200)
                .body("state", equalTo("ADMITTED"));

        assertThat(given().get("/members/" + member + "/equity").jsonPath().getInt("shares"))
                .isZero();
        Desk.buyIn(member, Desk.due(member)).then().statusCode(200).body("state", equalTo("ACTIVE"));

        assertThat(Desk.shareValue().getLong("members")).isEqualTo(before + 1);
        assertThat(given().get("/members/" + member + "/equity").jsonPath().getInt("shares"))
                .isEqualTo(1);
        assertThat(given().get("/members/" + member + "/equity").jsonPath().getString("equalShare.amount"))
                .isEqualTo(Desk.shareValue().getString("shareValue.amount"));
        assertThat(events.await(
                                MemberActivatedV2.class,
                                event -> event.memberId().equals(UUID.fromString(member)))
                        .members())
                .isEqualTo(before + 1);
    }

    @Test
    void the_first_version_of_an_event_is_written_where_the_setting_says_so() {
        String setting = "parasol.events.version.MemberActivated";
        System.setProperty(setting, "1");
        String member;
        try {
            member = Desk.join();
        } finally {
            System.clearProperty(setting);
        }

        assertThat(events.await(MemberActivated.class, event -> event.memberId().equals(UUID.fromString(member)))
                        .email())
                .as("nothing personal is on a topic")
                .isEmpty();
        assertThat(events.all(MemberActivatedV2.class, event -> event.memberId().equals(UUID.fromString(member))))
                .isEmpty();
    }

    @Test
    void the_admission_tells_the_town_and_nothing_else_of_the_address() {
        String tag = UUID.randomUUID().toString();
        String member = Desk.post(
                        "/applications",
                        "{\"name\": \"Works\", \"registrationNumber\": \"REG-%s\", \"kind\": \"PRODUCT\", \"email\": \"%s@example.org\","
                                        .formatted(tag, tag)
                                + " \"address\": {\"street\": \"1 Mill Lane\", \"city\": \" Moradabad \", \"country\": \"IN\"}}")
                .then()
                .statusCode(201)
                .extract()
                .path("memberId");
        Desk.post("/members/" + member + "/admission", "{}").then().statusCode(200);

        MemberAdmitted told =
                events.await(MemberAdmitted.class, event -> event.memberId().equals(UUID.fromString(member)));

        assertThat(told.place()).isEqualTo("Moradabad");
        assertThat(told.toString()).doesNotContain("Mill Lane");
    }

    @Test
    void a_firm_has_one_live_membership_and_may_apply_again_after_a_refusal() {
        String registration = "REG-" + UUID.randomUUID();
        String first = Desk.apply(registration, "one@example.org").jsonPath().getString("memberId");
        Desk.post("/members/" + first + "/refusal", "{\"reason\": \"no workshop of its own\"}")
                .then()
                .statusCode(200)
                .body("refusalReason", equalTo("no workshop of its own"));

        String second = Desk.apply(registration, "one@example.org")
                .then()
                .statusCode(201)
                .extract()
                .path("memberId");

        assertThat(second).isNotEqualTo(first);
        Desk.post("/members/" + first + "/admission", "{}")
                .then()
                .statusCode(409)
                .body("code", equalTo("not-applied"));
    }

    @Test
    void an_application_says_nothing_about_who_else_has_applied_or_is_a_member() {
        String registration = "REG-" + UUID.randomUUID();
        String email = UUID.randomUUID() + "@example.org";
        Response unknown = Desk.apply(registration, email);
        Response applied = Desk.apply(registration, email);
        String member = unknown.jsonPath().getString("memberId");
        Desk.post("/members/" + member + "/admission", "{}").then().statusCode(200);
        Response admitted = Desk.apply(registration.toLowerCase(Locale.ROOT), email);
        Desk.buyIn(member, Desk.due(member)).then().statusCode(200);
        Response active = Desk.apply(registration, email);

        assertThat(List.of(unknown, applied, admitted, active))
                .extracting(AdmissionTest::apartFromItsOwnId)
                .as("what an applicant is told")
                .containsOnly(apartFromItsOwnId(unknown));
        String second = active.jsonPath().getString("memberId");
        Desk.post("/members/" + second + "/admission", "{}")
                .then()
                .statusCode(409)
                .body("code", equalTo("registration-taken"));
        String other = Desk.apply("REG-" + UUID.randomUUID(), email).jsonPath().getString("memberId");
        Desk.post("/members/" + other + "/admission", "{}")
                .then()
                .statusCode(409)
                .body("code", equalTo("email-taken"));
    }

    /** Status, headers and body, without what differs between any two applications. */
    private static String apartFromItsOwnId(Response answer) {
        String id = answer.jsonPath().getString("memberId");
        return (answer.statusCode() + answer.getHeader("Location") + answer.asString())
                .replace(id, "id")
                .replaceAll("\"appliedAt\":\"[^\"]+\"", "")
                .replaceAll("(?i)reg-[0-9a-f-]{36}", "reg");
    }

    @Test
    void an_application_is_on_no_topic_before_somebody_has_looked_at_it() {
        UUID ignored = UUID.fromString(Desk.apply());
        UUID refused = UUID.fromString(Desk.apply());
        UUID vetted = UUID.fromString(Desk.apply());
        Desk.post("/members/" + refused + "/refusal", "{\"reason\": \"no such firm\"}")
                .then()
                .statusCode(200);
        Desk.post("/members/" + vetted + "/vetting-notes", "{\"note\": \"has a workshop\"}")
                .then()
                .statusCode(201);
        Desk.post("/members/" + vetted + "/vetting-notes", "{\"note\": \"and a kiln\"}")
                .then()
                .statusCode(201);
        Desk.post("/members/" + vetted + "/refusal", "{\"reason\": \"no kiln\"}")
                .then()
                .statusCode(200);

        events.await(ApplicationRefused.class, event -> event.memberId().equals(vetted));
        assertThat(events.all(MemberApplied.class, event -> event.memberId().equals(vetted)))
                .hasSize(1);
        assertThat(events.all(
                        MemberApplied.class, event -> List.of(ignored, refused).contains(event.memberId())))
                .isEmpty();
        assertThat(events.all(
                        ApplicationRefused.class, event -> event.memberId().equals(refused)))
                .isEmpty();
    }

    @Test
    void a_share_costs_its_value_not_more_and_not_less() {
        String member = Desk.apply();
        Desk.buyIn(member, "1000.00").then().statusCode(409).body("code", equalTo("not-admitted"));
        Desk.post("/members/" + member + "/admission", "{}");

        Desk.buyIn(member, "999.99").then().statusCode(422).body("code", equalTo("wrong-amount"));
        Desk.buyIn(member, "1000.01").then().statusCode(422);
        Desk.post(
                        "/members/" + member + "/buy-in",
                        "{\"amount\": {\"amount\": \"1000.00\", \"currency\": \"EUR\"}, \"bankReference\": \"x\"}")
                .then()
                .statusCode(422)
                .body("code", equalTo("wrong-currency"));
    }

    @Test
    void a_price_that_is_entered_twice_at_once_issues_one_share() throws Exception {
        long before = Desk.shareValue().getLong("members");
        String member = Desk.apply();
        Desk.post("/members/" + member + "/admission", "{}");
        String due = Desk.due(member);
        Callable<Integer> buyIn = () -> Desk.buyIn(member, due).statusCode();

        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            List<Future<Integer>> answers = two.invokeAll(List.of(buyIn, buyIn));

            assertThat(List.of(answers.get(0).get(), answers.get(1).get())).containsExactlyInAnyOrder(200, 409);
        }
        assertThat(Desk.shareValue().getLong("members")).isEqualTo(before + 1);
        assertThat(Desk.check().getBoolean("onePerMember")).isTrue();
    }

    @Test
    void an_application_that_is_sent_again_with_its_key_is_one() {
        String body =
                "{\"name\": \"W\", \"registrationNumber\": \"%s\", \"kind\": \"BOTH\", \"email\": \"k@example.org\"}"
                        .formatted(UUID.randomUUID());
        String key = UUID.randomUUID().toString();
        Response first = given().header("Idempotency-Key", key)
                .contentType("application/json")
                .body(body)
                .post("/applications");
        Response second = given().header("Idempotency-Key", key)
                .contentType("application/json")
                .body(body)
                .post("/applications");

        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.asString()).isEqualTo(first.asString());
    }
}
