package coop.parasol.quality.exit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import coop.parasol.contracts.MembershipEvent.ExitWithdrawn;
import coop.parasol.contracts.ProductionEvent.ProductionCleared;
import coop.parasol.contracts.QualityEvent.QualityCleared;
import coop.parasol.quality.TestDatabase;
import coop.parasol.quality.VaseScenario;
import coop.parasol.testing.Events;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import jakarta.inject.Inject;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When nothing of a leaving member awaits a decision any more, on a real Kafka and a real PostgreSQL. */
@QuarkusTest
@TestSecurity(
        user = "arun",
        roles = {"auditor", "quality-desk"})
@OidcSecurity(claims = @Claim(key = "auditor_id", value = VaseScenario.ARUN))
class ClearanceFlowIT {

    @Inject
    Events events;

    private final UUID exit = UUID.randomUUID();
    private VaseScenario vases;

    @BeforeEach
    void publish_a_standard() {
        vases = new VaseScenario(events);
        vases.publish("");
    }

    @Test
    void a_leaving_member_is_cleared_when_every_batch_it_reported_is_decided() {
        events.publish(new ProductionCleared(vases.member, exit, 2));
        UUID first = vases.sampled();
        UUID second = vases.sampled();
        VaseScenario.inspect(first, 0);
        VaseScenario.inspect(second, 1);

        assertThat(cleared().batchesCertified()).isEqualTo(1);
        assertClearedOnce();
    }

    @Test
    void a_leaving_member_without_batches_is_cleared_at_once() {
        events.publish(new ProductionCleared(vases.member, exit, 0));

        assertThat(cleared().batchesCertified()).isZero();
    }

    @Test
    void a_leaving_member_with_a_batch_in_rework_is_cleared_when_that_is_judged_and_reworks_nothing_afterwards() {
        UUID reworked = vases.rejected();
        UUID left = vases.rejected();
        vases.rework(reworked).then().statusCode(200);
        events.publish(new ProductionCleared(vases.member, exit, 2));
        Awaitility.await()
                .atMost(Events.PATIENCE)
                .until(() -> TestDatabase.count("producer_clearance where exit_id = '" + exit + "'") == 1);
        assertThat(events.all(QualityCleared.class, event -> event.exitId().equals(exit)))
                .as("one is in rework")
                .isEmpty();

        assertThat(VaseScenario.inspect(reworked, 0).jsonPath().getString("outcome"))
                .isEqualTo("CERTIFIED");

        assertThat(cleared().batchesCertified()).isEqualTo(1);
        vases.rework(left).then().statusCode(409).body("code", equalTo("exit-cleared"));
        vases.scrap(left).then().statusCode(200);
        assertClearedOnce();
    }

    @Test
    void a_member_that_stays_after_all_reworks_again() {
        UUID batch = vases.rejected();
        events.publish(new ProductionCleared(vases.member, exit, 1));
        cleared();
        vases.rework(batch).then().statusCode(409).body("code", equalTo("exit-cleared"));

        events.publish(new ExitWithdrawn(vases.member, exit));

        Awaitility.await()
                .atMost(Events.PATIENCE)
                .until(() -> vases.rework(batch).statusCode() == 200);
        assertThat(VaseScenario.inspect(batch, 0).jsonPath().getString("outcome"))
                .isEqualTo("CERTIFIED");
        UUID another = UUID.randomUUID();
        events.publish(new ProductionCleared(vases.member, another, 1));
        assertThat(events.await(QualityCleared.class, event -> event.exitId().equals(another))
                        .batchesCertified())
                .isEqualTo(1);
    }

    private QualityCleared cleared() {
        return events.await(QualityCleared.class, event -> event.exitId().equals(exit));
    }

    private void assertClearedOnce() {
        assertThat(events.all(QualityCleared.class, event -> event.exitId().equals(exit)))
                .hasSize(1);
    }
}
