package coop.parasol.quality.inspection;

import static coop.parasol.quality.VaseScenario.ANITA;
import static coop.parasol.quality.VaseScenario.ARUN;
import static coop.parasol.quality.VaseScenario.shown;
import static coop.parasol.quality.VaseScenario.units;
import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.messaging.Cause;
import coop.parasol.quality.TestDatabase;
import coop.parasol.quality.VaseScenario;
import coop.parasol.quality.inspection.rules.InspectionContent;
import coop.parasol.quality.inspection.rules.UnitResult;
import coop.parasol.testing.Events;
import coop.parasol.web.Refusal;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two auditors of one batch who submit at the same moment. */
@QuarkusTest
@TestSecurity(user = "dewi", roles = "quality-desk")
class ConcurrentAuditorsIT {

    @Inject
    Events events;

    @Inject
    SubmitInspection submitInspection;

    private VaseScenario vases;

    @BeforeEach
    void publish_a_standard() {
        vases = new VaseScenario(events);
    }

    @Test
    void two_auditors_who_submit_at_once_decide_once() throws Exception {
        vases.publish("\"auditors\": 2,");
        for (int i = 0; i < 5; i++) {
            UUID batch = vases.sampled();
            CyclicBarrier together = new CyclicBarrier(2);

            try (ExecutorService two = Executors.newFixedThreadPool(2)) {
                List<Future<Object>> missing =
                        two.invokeAll(List.of(submitting(batch, ARUN, together), submitting(batch, ANITA, together)));
                assertThat(List.of(missing.get(0).get(), missing.get(1).get())).containsExactlyInAnyOrder(1, 0);
            }
            assertThat(shown(batch).getString("state")).isEqualTo("CERTIFIED");
            assertThat(TestDatabase.count("certificate where batch_id = '" + batch + "'"))
                    .isEqualTo(1);
        }
        assertThat(TestDatabase.text("select inspected from producer_yield where member_id = '" + vases.member + "'"))
                .isEqualTo("5");
    }

    @Test
    void of_two_auditors_who_submit_at_once_where_one_is_enough_the_second_is_refused() throws Exception {
        vases.publish("");
        UUID batch = vases.sampled();
        CyclicBarrier together = new CyclicBarrier(2);
        List<Object> outcomes = new ArrayList<>();

        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            for (Future<Object> each :
                    two.invokeAll(List.of(submitting(batch, ARUN, together), submitting(batch, ANITA, together)))) {
                outcomes.add(each.get());
            }
        }

        assertThat(outcomes).containsExactlyInAnyOrder(0, "not-awaiting-inspection");
    }

    /** @return how many auditors are missing, or the code of the refusal */
    private Callable<Object> submitting(UUID batch, String auditor, CyclicBarrier together) {
        List<UnitResult> results = units(batch).stream()
                .map(unit -> new UnitResult(unit, Map.of("weight", new BigDecimal("2.0")), Map.of()))
                .toList();
        InspectionContent found = new InspectionContent(null, null, results, "A", null);
        return () -> {
            together.await();
            SubmitInspection.Outcome outcome = QuarkusTransaction.requiringNew()
                    .call(() -> submitInspection.submit(
                            new OpenInspection.Request(batch, UUID.fromString(auditor), null, UUID.randomUUID()),
                            null,
                            found,
                            Cause.of("test")));
            return switch (outcome) {
                case SubmitInspection.Submitted submitted -> submitted.auditorsMissing();
                case SubmitInspection.Refused refused ->
                    refused.reason() instanceof Refusal.Conflict conflict ? conflict.code() : refused;
            };
        };
    }
}
