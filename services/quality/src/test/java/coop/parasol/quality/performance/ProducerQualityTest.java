package coop.parasol.quality.performance;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import coop.parasol.quality.CertifiedBatches;
import coop.parasol.quality.TestDatabase;
import coop.parasol.testing.Events;
import coop.parasol.testing.MovableClock;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How a producer fares, next to others whom it does not get to know. */
@QuarkusTest
@TestSecurity(user = "fatima", roles = "producer")
@OidcSecurity(claims = @Claim(key = "member_id", value = ProducerQualityTest.MEMBER))
class ProducerQualityTest {

    static final String MEMBER = "0198c000-0000-7000-8000-00000000c301";
    private static final UUID OWN = UUID.fromString(MEMBER);
    private final LocalDate thisMonth = LocalDate.now(ZoneOffset.UTC).withDayOfMonth(1);
    private final LocalDate longOver = thisMonth.minusMonths(3);

    @Inject
    Events events;

    @Inject
    ComputeNetworkMedians computeNetworkMedians;

    @Inject
    MovableClock time;

    private final String product = "BOWL-" + UUID.randomUUID();

    @AfterEach
    void reset_the_clock() {
        time.reset();
    }

    @Test
    @TestSecurity(
            user = "dewi",
            roles = {"auditor", "quality-desk"})
    @OidcSecurity(claims = @Claim(key = "auditor_id", value = CertifiedBatches.AUDITOR_ID))
    void decisions_about_batches_are_counted_as_they_are_made() {
        CertifiedBatches certified = new CertifiedBatches(events);
        certified.batch();
        certified.rejected();

        JsonPath shown = given().get("/producers/" + certified.member + "/quality")
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(1), "next", nullValue())
                .extract()
                .jsonPath();

        assertThat(shown.getString("items[0].product")).isEqualTo(certified.product);
        assertThat(shown.getInt("items[0].inspected")).isEqualTo(2);
        assertThat(shown.getInt("items[0].acceptedFirst")).isEqualTo(1);
        assertThat(shown.getFloat("items[0].firstPassYield")).isEqualTo(0.5f);
        assertThat(shown.getString("items[0].rejectsByDefect[0].defect")).isEqualTo("MAJOR");
        assertThat(shown.getInt("items[0].rejectsByDefect[0].batches")).isEqualTo(1);
        assertThat(shown.getString("items[0].switching[0].state")).isEqualTo("NORMAL");
        assertThat(shown.getString("items[0].trend[0].month")).isEqualTo(thisMonth.toString());
        assertThat(shown.getFloat("items[0].trend[0].firstPassYield")).isEqualTo(0.5f);
        assertThat(shown.getString("items[0].networkMedian")).isNull();
    }

    @Test
    void the_yield_of_a_producer_is_shown_next_to_the_networks_median_unless_there_are_fewer_than_three_others() {
        yieldOf(OWN, 10, 8);
        yieldOf(UUID.randomUUID(), 1000, 1000);
        yieldOf(UUID.randomUUID(), 10, 6);
        yieldOf(UUID.randomUUID(), 0, 0);
        assertThat(own().getString("networkMedian")).as("two others").isNull();

        yieldOf(UUID.randomUUID(), 100, 90);

        assertThat(own().getFloat("firstPassYield")).isEqualTo(0.8f);
        assertThat(own().getFloat("networkMedian")).as("of 0.6, 0.8, 0.9 and 1").isEqualTo(0.85f);
        assertThat(own().getString("networkAsOf")).isNotNull();
    }

    @Test
    void the_trend_of_a_producer_is_shown_next_to_that_of_the_network() {
        yieldOf(OWN, 20, 15);
        for (LocalDate month : new LocalDate[] {longOver, thisMonth}) {
            month(OWN, month, 10, 5);
            month(UUID.randomUUID(), month, 10, 6);
            month(UUID.randomUUID(), month, 10, 7);
            month(UUID.randomUUID(), month, 10, 9);
        }
        month(OWN, thisMonth.minusMonths(2), 3, 3);
        month(OWN, thisMonth.minusYears(3), 3, 3);

        JsonPath shown = own();

        assertThat(shown.getList("trend.month", String.class))
                .containsExactly(longOver.toString(), thisMonth.minusMonths(2).toString(), thisMonth.toString());
        assertThat(shown.getFloat("trend[0].firstPassYield")).isEqualTo(0.5f);
        assertThat(shown.getFloat("trend[0].networkMedian")).isEqualTo(0.65f);
        assertThat(shown.getString("trend[1].networkMedian")).as("nobody else").isNull();
        assertThat(shown.getFloat("trend[2].networkMedian")).isEqualTo(0.65f);
    }

    @Test
    void medians_of_many_producers_are_those_last_computed_and_a_month_that_is_over_is_computed_once() {
        yieldOf(OWN, 20, 15);
        month(OWN, longOver, 10, 5);
        month(OWN, thisMonth, 10, 5);
        otherProducers(NetworkMedians.MAX_LIVE_PRODUCERS, 6);
        assertThat(own().getString("networkMedian")).as("not computed yet").isNull();

        computeNetworkMedians.compute();
        JsonPath first = own();
        otherProducers(2 * NetworkMedians.MAX_LIVE_PRODUCERS, 9);
        JsonPath meanwhile = own();
        time.forward(Duration.ofMinutes(5));
        computeNetworkMedians.compute();
        JsonPath then = own();

        assertThat(first.getFloat("networkMedian")).isEqualTo(0.6f);
        assertThat(first.getFloat("trend[0].networkMedian")).isEqualTo(0.6f);
        assertThat(first.getFloat("trend[1].networkMedian")).isEqualTo(0.6f);
        assertThat(meanwhile.getFloat("networkMedian")).isEqualTo(0.6f);
        assertThat(meanwhile.getString("networkAsOf")).isEqualTo(first.getString("networkAsOf"));
        assertThat(then.getFloat("networkMedian")).isEqualTo(0.9f);
        assertThat(then.getString("networkAsOf")).isGreaterThan(first.getString("networkAsOf"));
        assertThat(then.getFloat("trend[0].networkMedian")).as("over").isEqualTo(0.6f);
        assertThat(then.getFloat("trend[1].networkMedian")).isEqualTo(0.9f);
    }

    @Test
    void a_producer_sees_how_severely_each_class_is_inspected_and_why() {
        TestDatabase.sql(
                "insert into inspection_series (id, member_id, product, switching, discontinued)"
                        + " values (gen_random_uuid(), :p1, :p2, cast(:p3 as jsonb), true)",
                OWN,
                product,
                """
                {"classes": {"MAJOR": {"state": "DISCONTINUED", "score": 0, "recent": "", "acceptedInARow": 0, "rejectedOnTightened": 0},
                             "MINOR": {"state": "NORMAL", "score": 12, "recent": "aaaa", "acceptedInARow": 0, "rejectedOnTightened": 0}}}
                """);
        change(1, "NORMAL", "TIGHTENED", "2 of the last 3 lots");
        change(2, "TIGHTENED", "DISCONTINUED", "5 lots were rejected");
        UUID held = TestDatabase.sampled(OWN, product);
        TestDatabase.sql("update batch set state = 'HELD' where id = :p1", held);

        JsonPath shown = own();

        assertThat(shown.getBoolean("discontinued")).isTrue();
        assertThat(shown.getInt("held")).isEqualTo(1);
        assertThat(shown.getList("switching.defectClass", String.class)).containsExactly("MAJOR", "MINOR");
        assertThat(shown.getString("switching[0].state")).isEqualTo("DISCONTINUED");
        assertThat(shown.getString("switching[0].reason")).isEqualTo("5 lots were rejected");
        assertThat(shown.getList("switching[0].changes.to", String.class)).containsExactly("DISCONTINUED", "TIGHTENED");
        assertThat(shown.getString("switching[1].reason")).isNull();
        assertThat(shown.getInt("switching[1].switchingScore")).isEqualTo(12);
    }

    @Test
    void a_producer_sees_its_own_only_product_by_product() {
        UUID another = UUID.randomUUID();
        yieldOf(another, 10, 10);
        yieldOf(OWN, 10, 10);
        TestDatabase.sql(
                "insert into inspection_series (id, member_id, product, switching) values (gen_random_uuid(), :p1, :p2, '{\"classes\":{}}')",
                OWN,
                product + "-2");

        given().get("/producers/" + another + "/quality").then().statusCode(403).body("code", equalTo("not-yours"));
        JsonPath page = given().get("/producers/" + MEMBER + "/quality?limit=1&after=BOWL")
                .jsonPath();
        assertThat(page.getList("items")).hasSize(1);
        assertThat(page.getString("next")).isEqualTo(page.getString("items[0].product"));
    }

    @Test
    @TestSecurity(user = "arun", roles = "auditor")
    void auditors_do_not_see_how_a_producer_fares() {
        given().get("/producers/" + MEMBER + "/quality").then().statusCode(403);
    }

    private JsonPath own() {
        JsonPath page = given().get("/producers/" + MEMBER + "/quality?limit=200")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        return page.setRootPath("items.find { it.product == '" + product + "' }");
    }

    /** @param accepted of the ten batches that each has had this month and in one that is over */
    private void otherProducers(int producers, int accepted) {
        TestDatabase.sql("insert into product (code, version) values (:p1, 0) on conflict do nothing", product);
        TestDatabase.sql(
                "insert into producer_yield (member_id, product, inspected, accepted_first)"
                        + " select gen_random_uuid(), :p1, 10, :p2 from generate_series(1, :p3)",
                product,
                accepted,
                producers);
        TestDatabase.sql(
                "insert into producer_yield_month (member_id, product, month, inspected, accepted_first)"
                        + " select gen_random_uuid(), :p1, month, 10, :p2"
                        + " from generate_series(1, :p3), unnest(cast(:p4 as date[])) month",
                product,
                accepted,
                producers,
                "{" + longOver + "," + thisMonth + "}");
    }

    private void yieldOf(UUID member, int inspected, int acceptedFirst) {
        TestDatabase.sql(
                "insert into inspection_series (id, member_id, product, switching)"
                        + " values (gen_random_uuid(), :p1, :p2, '{\"classes\": {}}')",
                member,
                product);
        TestDatabase.sql(
                "insert into producer_yield (member_id, product, inspected, accepted_first) values (:p1, :p2, :p3, :p4)",
                member,
                product,
                inspected,
                acceptedFirst);
    }

    private void month(UUID member, LocalDate month, int inspected, int acceptedFirst) {
        TestDatabase.sql(
                "insert into producer_yield_month (member_id, product, month, inspected, accepted_first)"
                        + " values (:p1, :p2, :p3, :p4, :p5)",
                member,
                product,
                month,
                inspected,
                acceptedFirst);
    }

    private void change(int number, String from, String to, String why) {
        TestDatabase.sql(
                "insert into switching_change (id, member_id, product, defect_class, batch_id, from_state, to_state, reason,"
                        + " changed_at, changed_by) values (:p1, :p2, :p3, 'MAJOR', :p1, :p4, :p5, :p6, now(), 'arun')",
                new UUID(number, UUID.randomUUID().getLeastSignificantBits()),
                OWN,
                product,
                from,
                to,
                why);
    }
}
