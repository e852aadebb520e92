package coop.parasol.pricing.pool;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import coop.parasol.contracts.GovernanceEvent.BylawsChanged;
import coop.parasol.contracts.Money;
import coop.parasol.pricing.PricingDesk;
import coop.parasol.testing.Events;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The members decide the firm's margin and the least supplement; pricing keeps what membership publishes of them. */
@QuarkusTest
@TestSecurity(user = "priya", roles = "pricing-desk")
class PoolBylawsIT extends PricingDesk {

    @Inject
    PoolBylaws bylaws;

    @AfterEach
    void restore_the_margin_of_the_other_tests() {
        execute("delete from pool_bylaw where bylaws_version > 1");
    }

    @Test
    void the_latest_version_of_the_bylaws_that_names_a_margin_counts() {
        events.publish(marginOf(2, 800));
        events.publish(new BylawsChanged(3, null, Instant.now(), Map.of("noticePeriod", "P30D")));

        Awaitility.await().atMost(Events.PATIENCE).until(() -> margin() == 800);
        events.publish(marginOf(1, 5000));
        events.publish(marginOf(4, 10_000));
        Awaitility.await().atMost(Events.PATIENCE).until(() -> margin() == 10_000);
    }

    @Test
    void the_least_supplement_is_as_the_members_have_decided() {
        events.publish(new BylawsChanged(
                5, null, Instant.now(), Map.of("leastSupplement", "{\"amount\":\"25.00\",\"currency\":\"INR\"}")));

        Awaitility.await()
                .atMost(Events.PATIENCE)
                .until(() -> bylaws.leastSupplement().equals(Money.of("25.00", "INR")));
    }

    @Test
    void no_pool_is_settled_before_the_bylaws_are_known() {
        // again until it holds: the bylaws that were published before this test may still arrive
        Awaitility.await().atMost(Events.PATIENCE).untilAsserted(() -> {
            execute("delete from pool_bylaw");

            given().contentType("application/json")
                    .body("""
                            {"product": "%s", "period": "2026-W48"}
                            """.formatted(product))
                    .post("/settlements")
                    .then()
                    .statusCode(409)
                    .body("code", equalTo("margin-unknown"));
        });
    }

    private int margin() {
        return bylaws.marginShare().orElse(-1);
    }
}
