package coop.parasol.membership.exit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import coop.parasol.contracts.QualityEvent.BatchRecalled;
import coop.parasol.contracts.QualityEvent.RecallClass;
import coop.parasol.firm.FirmClock;
import coop.parasol.membership.Desk;
import coop.parasol.messaging.Envelope;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is held back is held back for recalls within its months, however late it is looked at. */
@QuarkusTest
@TestSecurity(
        user = "tara",
        roles = {"treasurer", "registrar"})
class LateRecallTest {

    @Inject
    ExitScenario exits;

    @Inject
    FirmClock firmClock;

    @Inject
    OnBatchRecalled onBatchRecalled;

    @Test
    void a_batch_that_is_recalled_when_the_holdbacks_time_is_over_is_not_charged_to_it() {
        exits.bylaws(1, 1_000, 12, 10_000);
        exits.join();
        UUID member = exits.join();
        UUID exit = exits.requestAndValue(member);
        LocalDate until = Objects.requireNonNull(exits.exit(exit).holdbackUntil);
        long held = exits.exit(exit).holdback;
        exits.advanceClock(Math.toIntExact(firmClock.today().until(until, ChronoUnit.DAYS)) + 1);

        for (int days = 0; days < 2; days++) {
            charge(exit, recalled(member, firmClock.now().minus(Duration.ofDays(days))))
                    .then()
                    .statusCode(409)
                    .body("code", equalTo("recalled-too-late"));
        }
        assertThat(exits.exit(exit).holdbackLeft()).isEqualTo(held);

        charge(exit, recalled(member, firmClock.now().minus(Duration.ofDays(2))))
                .then()
                .statusCode(201);
        exits.advanceDays(0);
        assertThat(exits.exit(exit).holdbackReleased).isEqualTo(held - 100);
    }

    private UUID recalled(UUID maker, Instant at) {
        UUID batch = UUID.randomUUID();
        ExitScenario.inTransaction(() -> {
            onBatchRecalled.on(
                    new BatchRecalled(
                            batch, "PC-1", maker, "LAMP", "L-1", UUID.randomUUID(), RecallClass.I, "cracks", at),
                    new Envelope(UUID.randomUUID(), "", "", 0, at, ExitScenario.CAUSE));
            return true;
        });
        return batch;
    }

    private static Response charge(UUID exit, UUID batch) {
        return Desk.post(
                "/exits/" + exit + "/recall-charges",
                "{\"batchId\": \"%s\", \"amount\": {\"amount\": \"1.00\", \"currency\": \"INR\"}, \"narrative\": \"returns\"}"
                        .formatted(batch));
    }
}
