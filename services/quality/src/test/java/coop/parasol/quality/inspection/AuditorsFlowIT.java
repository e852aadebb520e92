package coop.parasol.quality.inspection;

import static coop.parasol.quality.VaseScenario.ANITA;
import static coop.parasol.quality.VaseScenario.ARUN;
import static coop.parasol.quality.VaseScenario.graded;
import static coop.parasol.quality.VaseScenario.inspect;
import static coop.parasol.quality.VaseScenario.results;
import static coop.parasol.quality.VaseScenario.submit;
import static coop.parasol.quality.VaseScenario.units;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import coop.parasol.contracts.MembershipEvent.MemberAdmitted;
import coop.parasol.contracts.MembershipEvent.MemberMoved;
import coop.parasol.contracts.Money;
import coop.parasol.quality.ActingAs;
import coop.parasol.quality.TestDatabase;
import coop.parasol.quality.VaseScenario;
import coop.parasol.testing.Events;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who inspects, and what waits for whom, on a real Kafka and a real PostgreSQL. */
@QuarkusTest
@TestSecurity(
        user = "arun",
        roles = {"auditor", "quality-desk"})
@OidcSecurity(claims = @Claim(key = "auditor_id", value = ARUN))
class AuditorsFlowIT {

    private static final UUID ANITAS = UUID.fromString(ANITA);

    @Inject
    Events events;

    private VaseScenario vases;

    @BeforeEach
    void publish_a_standard() {
        vases = new VaseScenario(events);
    }

    @Test
    void two_auditors_inspect_where_the_standard_says_so_and_a_unit_is_defective_if_either_says_so() {
        vases.publish("\"auditors\": 2,");
        UUID batch = vases.sampled();
        List<Long> units = units(batch);

        assertThat(inspect(batch, 0).jsonPath().getString("code")).isEqualTo("unit-results-required");
        ActingAs.auditor(ANITAS, () -> submit(batch, graded(results(units, "0.5"))))
                .then()
                .statusCode(201)
                .body("outcome", equalTo("SAMPLED"));
        Response second = submit(batch, graded(results(units, "2.0")));

        assertThat(second.jsonPath().getString("outcome")).isEqualTo("REJECTED");
        assertThat(second.jsonPath().getString("reason")).contains("13 defective in 13");
    }

    @Test
    void the_first_of_two_auditors_decides_nothing_and_cannot_be_the_second() {
        vases.publish("\"auditors\": 2,");
        UUID batch = vases.sampled();
        List<Long> units = units(batch);

        Response first = submit(batch, graded(results(units, "2.0")));
        Response again = submit(batch, graded(results(units, "2.0")));

        assertThat(first.jsonPath().getString("outcome")).isEqualTo("SAMPLED");
        assertThat(first.jsonPath().getInt("auditorsMissing")).isEqualTo(1);
        assertThat(again.jsonPath().getString("code")).isEqualTo("already-submitted");
        assertThat(workList("")).doesNotContain(batch.toString());
    }

    @Test
    void what_the_first_of_two_found_does_not_count_once_it_has_an_interest_in_the_producer() {
        vases.publish("\"auditors\": 2,");
        UUID batch = vases.sampled();
        List<Long> units = units(batch);
        ActingAs.auditor(ANITAS, () -> submit(batch, graded(results(units, "2.0"))));
        VaseScenario.auditor(ANITA, "[\"" + vases.member + "\"]");

        Response second = submit(batch, graded(results(units, "2.0")));

        assertThat(second.jsonPath().getString("outcome")).isEqualTo("SAMPLED");
        assertThat(second.jsonPath().getInt("auditorsMissing")).isEqualTo(1);
        UUID third = UUID.randomUUID();
        VaseScenario.auditor(third.toString(), "[]");
        ActingAs.auditor(third, () -> submit(batch, graded(results(units, "2.0"))))
                .then()
                .body("outcome", equalTo("CERTIFIED"));
    }

    @Test
    void nobody_inspects_what_its_own_firm_has_made_whether_or_not_the_desk_knows_of_the_firm() {
        vases.publish("");
        UUID batch = vases.sampled();

        Response refused = ActingAs.auditorWhoOwns(vases.member, ANITAS, () -> inspect(batch, 0));
        Response saved = ActingAs.auditorWhoOwns(
                vases.member, ANITAS, () -> VaseScenario.save(batch, UUID.randomUUID(), results(units(batch), "2.0")));

        refused.then().statusCode(409).body("code", equalTo("conflict-of-interest"));
        saved.then().statusCode(409).body("code", equalTo("conflict-of-interest"));
        assertThat(ActingAs.auditorWhoOwns(vases.member, ANITAS, () -> workList("")))
                .isEmpty();
        assertThat(ActingAs.auditorWhoOwns(UUID.randomUUID(), ANITAS, () -> workList("")))
                .containsExactly(batch.toString());
    }

    @Test
    void the_work_list_leaves_out_producers_the_auditor_has_an_interest_in() {
        vases.publish("");
        UUID batch = vases.sampled();
        assertThat(workList("")).containsExactly(batch.toString());

        VaseScenario.auditor(ARUN, "[\"" + vases.member + "\"]");

        assertThat(workList("")).isEmpty();
        VaseScenario.auditor(ARUN, "[]");
    }

    @Test
    void the_work_list_shows_the_places_of_batches_and_those_in_one_place() {
        String town = "Town " + vases.product;
        vases.publish("");
        UUID batch = vases.sampled();
        given().queryParam("product", vases.product)
                .queryParam("place", "UNKNOWN")
                .get("/work-list")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].place", equalTo("unknown"));

        events.publish(
                new MemberAdmitted(vases.member, "Asha", Money.of("1000.00", "INR"), LocalDate.of(2026, 11, 2), town));

        Awaitility.await()
                .atMost(Events.PATIENCE)
                .until(() -> workList("&place=" + town.toLowerCase(Locale.ROOT)).equals(List.of(batch.toString())));
        assertThat(workList("&place=unknown")).isEmpty();
        given().queryParam("product", vases.product)
                .get("/work-list/places")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].place", equalTo(town))
                .body("items[0].batches", equalTo(1));
    }

    @Test
    void the_work_list_follows_a_member_that_moves() {
        String before = "Old " + vases.product;
        String after = "New " + vases.product;
        vases.publish("");
        UUID batch = vases.sampled();
        events.publish(new MemberAdmitted(
                vases.member, "Asha", Money.of("1000.00", "INR"), LocalDate.of(2026, 11, 2), before));
        events.publish(new MemberMoved(vases.member, after));

        Awaitility.await()
                .atMost(Events.PATIENCE)
                .until(() -> given().queryParam("place", after)
                        .queryParam("product", vases.product)
                        .get("/work-list")
                        .jsonPath()
                        .getList("items.batchId")
                        .equals(List.of(batch.toString())));
        given().queryParam("product", vases.product)
                .get("/work-list/places")
                .then()
                .body("items", hasSize(1))
                .body("items[0].place", equalTo(after));
    }

    @Test
    void a_member_admitted_without_an_address_has_no_known_place() {
        vases.publish("");
        vases.sampled();
        events.publish(
                new MemberAdmitted(vases.member, "Asha", Money.of("1000.00", "INR"), LocalDate.of(2026, 11, 2), null));
        vases.sampled();

        assertThat(workList("&place=unknown")).hasSize(2);
    }

    @Test
    void the_work_list_is_ordered_by_when_batches_are_due_page_by_page() {
        vases.publish("");
        UUID second = vases.sampled();
        UUID third = vases.sampled();
        UUID first = vases.sampled();
        TestDatabase.sql(
                "update work_list set reported_at = now() - interval '6 days' where batch_id = '" + first + "'");
        LocalDate tomorrow = LocalDate.now(ZoneOffset.UTC).plusDays(1);

        Response page = given().get("/work-list?limit=2&product=" + vases.product);
        String next = page.jsonPath().getString("next");

        assertThat(page.jsonPath().getList("items.batchId")).containsExactly(first.toString(), second.toString());
        assertThat(workList("&after=" + next)).containsExactly(third.toString());
        assertThat(workList("&dueBy=" + tomorrow)).containsExactly(first.toString());
        assertThat(workList("&dueBy=" + tomorrow.plusDays(7))).hasSize(3);
        for (String wrong : List.of("2026-02-30", "soon", "0000-01-01", "-2026-01-01")) {
            given().get("/work-list?dueBy=" + wrong).then().statusCode(422);
        }
    }

    @Test
    void the_work_list_goes_on_after_a_batch_that_was_decided_meanwhile() {
        vases.publish("");
        UUID first = vases.sampled();
        UUID second = vases.sampled();
        String next = given().get("/work-list?limit=1&product=" + vases.product)
                .jsonPath()
                .getString("next");
        inspect(first, 0).then().statusCode(201);

        assertThat(workList("&after=" + next)).containsExactly(second.toString());
        assertThat(workList("")).containsExactly(second.toString());
        given().get("/work-list?after=" + second).then().statusCode(422).body("code", equalTo("malformed-cursor"));
    }

    private List<String> workList(String filter) {
        return given().get("/work-list?product=" + vases.product + filter)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.batchId");
    }
}
