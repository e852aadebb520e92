package coop.parasol.distribution.forecast;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import coop.parasol.contracts.Period;
import coop.parasol.distribution.UseCases;
import coop.parasol.firm.FirmClock;
import coop.parasol.testing.MovableClock;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A partner's forecasts and standing needs over REST: its own alone, until the bylaws' day, each wrong line answered by itself. */
@QuarkusTest
@TestSecurity(user = "buyer", roles = "partner")
@OidcSecurity(claims = @Claim(key = "partner_id", value = ForecastsRestTest.OWN))
class ForecastsRestTest {

    static final String OWN = "0198c000-0000-7000-8000-0000000f0ca5";

    @Inject
    UseCases useCases;

    @Inject
    WriteStandingNeeds writeStandingNeeds;

    @Inject
    ForecastBylaw bylaw;

    @Inject
    FirmClock firm;

    @Inject
    MovableClock clock;

    @Inject
    Jdbi jdbi;

    private String product;

    @BeforeEach
    void the_partner_is_registered_and_a_product_made() {
        product = useCases.product();
        execute("insert into partner (partner_id, name, country, tier, credit_limit, exposure, version)" + " values ('"
                + OWN + "', 'Own Shops', 'IN', 'RETAIL', 0, 0, 0) on conflict do nothing");
        execute("delete from forecast_bylaw");
    }

    @AfterEach
    void the_clock_goes_back_for_other_tests() {
        clock.reset();
        execute("delete from forecast_bylaw");
        execute("delete from standing_need");
    }

    @Test
    void each_line_is_answered_by_itself_and_a_wrong_one_is_named_and_costs_no_other() {
        String good = line(product, week(3), "120");
        String unknown = line("NO-SUCH-THING", week(3), "120");
        String closed = line(product, week(0), "120");
        String unreadable = "{\"product\": \"" + product + "\", \"period\": \"next week\"}";

        change(good, unknown, closed, unreadable, line(product, week(4), "7"))
                .statusCode(200)
                .body("position", contains(1, 2, 3, 4, 5))
                .body("status", contains(200, 422, 409, 400, 200))
                .body("[0].result.quantity.value", equalTo("120"))
                .body("[0].result.grade", equalTo("A"))
                .body("[1].problem.code", equalTo("unknown-product"))
                .body("[2].problem.code", equalTo("forecast-closed"));

        assertThat(told()).containsExactlyInAnyOrder(week(3) + " 120", week(4) + " 7");
    }

    @Test
    void what_is_said_again_replaces_what_was_said_and_only_changes_are_told() {
        change(line(product, week(3), "120")).statusCode(200);
        change(line(product, week(3), "120")).statusCode(200);
        change(line(product, week(3), "80"), line(product, week(3), "90")).statusCode(200);
        change(line(product, week(3), "0")).statusCode(200);

        assertThat(told()).containsExactlyInAnyOrder(week(3) + " 120", week(3) + " 90", week(3) + " 0");
        list().body("items.find { it.product == '" + product + "' }.quantity.value", equalTo("0"));
    }

    @Test
    void a_forecast_is_changed_until_the_end_of_the_bylaws_day_in_the_firms_zone_and_not_after() {
        change(line(product, week(3), "120")).statusCode(200).body("[0].status", equalTo(200));
        Period week = Period.parse(week(3));
        clock.setTo(firm.startOfDay(week.monday().minusDays(6)).minus(Duration.ofSeconds(30)));
        change(line(product, week.toString(), "130")).body("[0].status", equalTo(200));
        clock.setTo(firm.startOfDay(week.monday().minusDays(6)));

        change(line(product, week.toString(), "140"))
                .body("[0].problem.code", equalTo("forecast-closed"))
                .body(
                        "[0].problem.detail",
                        equalTo("What you expect for " + week + " could be changed until "
                                + week.monday().minusDays(7) + "."));

        QuarkusTransaction.requiringNew().run(() -> bylaw.change(900, firm.now(), 2));
        change(line(product, week.toString(), "150")).body("[0].status", equalTo(200));
    }

    @Test
    void a_standing_need_is_a_forecast_of_each_week_and_what_is_said_for_one_week_stands_instead() {
        change(line(product, week(4), "5")).statusCode(200);
        need("{\"product\": \"%s\", \"from\": \"%s\", \"quantity\": {\"value\": \"40\", \"unit\": \"C62\"}}"
                        .formatted(product, week(3)))
                .statusCode(201)
                .body("quantity.value", equalTo("40"));

        list().body("items.findAll { it.product == '" + product + "' && it.standing }.quantity.value", hasSize(10))
                .body("items.findAll { it.product == '" + product + "' && it.standing }.period", not(hasItem(week(4))))
                .body(
                        "items.find { it.product == '" + product + "' && it.period == '" + week(4)
                                + "' }.quantity.value",
                        equalTo("5"));
        assertThat(told()).hasSize(11).contains(week(3) + " 40", week(13) + " 40", week(4) + " 5");
    }

    @Test
    void with_each_week_that_comes_near_a_standing_need_becomes_its_forecast_once() {
        need(standing(40)).statusCode(201);
        int before = told().size();
        clock.setTo(firm.now().plus(Duration.ofDays(14)));
        writeStandingNeeds.run();
        writeStandingNeeds.run();

        assertThat(told()).hasSize(before + 2);
    }

    @Test
    void a_need_that_is_changed_holds_from_its_week_on_and_one_that_is_revoked_ends_where_it_may_still_be_changed() {
        String id = need(standing(40)).statusCode(201).extract().path("standingNeedId");
        need("{\"product\": \"%s\", \"from\": \"%s\", \"quantity\": {\"value\": \"60\", \"unit\": \"C62\"}}"
                        .formatted(product, week(6)))
                .statusCode(200)
                .body("standingNeedId", equalTo(id));
        list().body(ofWeek(5), equalTo("40")).body(ofWeek(6), equalTo("60")).body(ofWeek(13), equalTo("60"));

        clock.setTo(firm.startOfDay(Period.parse(week(4)).monday().minusDays(6)));
        given().delete("/standing-needs/" + id).then().statusCode(204);

        list().body(ofWeek(4), equalTo("40")).body(ofWeek(5), equalTo("0")).body(ofWeek(13), equalTo("0"));
        given().get("/standing-needs").then().body("items.standingNeedId", not(hasItem(id)));
        given().delete("/standing-needs/" + id).then().statusCode(404);
    }

    @Test
    void a_need_is_more_than_nothing_of_a_product_that_is_made_and_begins_within_a_quarter() {
        need(standing(0)).statusCode(422).body("code", equalTo("not-positive"));
        need(standing(40).replace(product, "NO-SUCH-THING")).statusCode(422).body("code", equalTo("unknown-product"));
        need("{\"product\": \"%s\", \"from\": \"%s\", \"quantity\": {\"value\": \"60\", \"unit\": \"C62\"}}"
                        .formatted(product, week(14)))
                .statusCode(422)
                .body("code", equalTo("too-far-ahead"));
    }

    @Test
    void another_partners_forecasts_and_needs_are_neither_seen_nor_revoked() {
        UUID other = useCases.partner("0.00");
        execute("insert into forecasting_partner (partner_id) values ('" + other + "')");
        execute(
                "insert into forecast (partner_id, product, grade, period, quantity, unit, standing, changed_at) values ('"
                        + other + "', '" + product + "', 'A', '" + week(3) + "', 9, 'C62', false, now())");
        execute("insert into standing_need (id, partner_id, product, grade, quantity, unit, from_period, written_until)"
                + " values ('" + other + "', '" + other + "', '" + product + "', 'A', 9, 'C62', '" + week(3) + "', '"
                + week(13) + "')");

        list().body("items.product", everyItem(not(equalTo(product))));
        given().get("/standing-needs")
                .then()
                .statusCode(200)
                .body("items.standingNeedId", not(hasItem(other.toString())));
        given().delete("/standing-needs/" + other).then().statusCode(403).body("code", equalTo("not-yours"));
    }

    @Test
    @TestSecurity(user = "stranger", roles = "partner")
    @OidcSecurity(claims = @Claim(key = "partner_id", value = "0198c000-0000-7000-8000-0000000f0ca6"))
    void one_that_is_not_registered_forecasts_nothing() {
        change(line(product, week(3), "120")).body("[0].problem.code", equalTo("unknown-partner"));
        need(standing(40)).statusCode(409).body("code", equalTo("unknown-partner"));
    }

    private String week(int ahead) {
        return Period.of(firm.today().plusWeeks(ahead)).toString();
    }

    private String ofWeek(int ahead) {
        return "items.find { it.product == '" + product + "' && it.period == '" + weekAtFirst(ahead)
                + "' }.quantity.value";
    }

    /** As {@link #week}, whatever the clock has been put to. */
    private String weekAtFirst(int ahead) {
        clock.reset();
        return week(ahead);
    }

    private static String line(String product, String week, String value) {
        return "{\"product\": \"%s\", \"period\": \"%s\", \"quantity\": {\"value\": \"%s\", \"unit\": \"C62\"}}"
                .formatted(product, week, value);
    }

    private String standing(long pieces) {
        return "{\"product\": \"%s\", \"quantity\": {\"value\": \"%d\", \"unit\": \"C62\"}}".formatted(product, pieces);
    }

    private static ValidatableResponse change(String... lines) {
        return given().contentType("application/json")
                .body("[" + String.join(", ", lines) + "]")
                .post("/forecasts")
                .then();
    }

    private static ValidatableResponse need(String body) {
        return given().contentType("application/json")
                .body(body)
                .post("/standing-needs")
                .then();
    }

    private static ValidatableResponse list() {
        return given().queryParam("limit", 200).get("/forecasts").then().statusCode(200);
    }

    private List<String> told() {
        return QuarkusTransaction.requiringNew()
                .call(() -> jdbi.withHandle(handle -> handle.createQuery("""
                        select payload::jsonb ->> 'period' || ' ' || (payload::jsonb -> 'quantity' ->> 'value')
                          from (select type, payload from outbox union all select type, payload from sent_event) as event
                         where type like '%ForecastChanged%' and payload::jsonb ->> 'product' = :product
                        """)
                        .bind("product", product)
                        .mapTo(String.class)
                        .list()));
    }

    private void execute(String sql) {
        QuarkusTransaction.requiringNew().run(() -> jdbi.useHandle(handle -> handle.execute(sql)));
    }
}
