package coop.parasol.quality.inspection;

import static coop.parasol.quality.Vases.ANITA;
import static coop.parasol.quality.Vases.ARUN;
import static coop.parasol.quality.Vases.shown;
import static coop.parasol.quality.Vases.units;
import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.messaging.Cause;
import coop.parasol.quality.Vases;
import coop.parasol.quality.inspection.rules.UnitResult;
import coop.parasol.testing.Events;
import coop.parasol.web.Problem;
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
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two auditors of one batch who hand in at the same moment. */
@QuarkusTest
@TestSecurity(user = "dewi", roles = "quality-desk")
class RacingAuditorsIT {

    @Inject
    Events events;

    @Inject
    SubmitInspection submitInspection;

    private Vases vases;

    @BeforeEach
    void product() {
        vases = new Vases(events);
    }

    @Test
    void two_auditors_who_hand_in_at_once_decide_once() throws Exception {
        vases.publish("\"auditors\": 2,");
        for (int i = 0; i < 5; i++) {
            UUID batch = vases.sampled();
            CyclicBarrier together = new CyclicBarrier(2);

            try (ExecutorService two = Executors.newFixedThreadPool(2)) {
                List<Future<Integer>> missing =
                        two.invokeAll(List.of(handingIn(batch, ARUN, together), handingIn(batch, ANITA, together)));
                assertThat(List.of(missing.get(0).get(), missing.get(1).get())).containsExactlyInAnyOrder(1, 0);
            }
            assertThat(shown(batch).getString("state")).isEqualTo("CERTIFIED");
            assertThat(Vases.count("select count(*) from certificate where batch_id = '" + batch + "'"))
                    .isEqualTo(1);
        }
        assertThat(Vases.count("select inspected from line where member_id = '" + vases.member + "'"))
                .isEqualTo(5);
    }

    @Test
    void of_two_auditors_who_hand_in_at_once_where_one_is_enough_the_second_is_told() throws Exception {
        vases.publish("");
        UUID batch = vases.sampled();
        CyclicBarrier together = new CyclicBarrier(2);
        List<Object> outcomes = new ArrayList<>();

        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            for (Future<Integer> each :
                    two.invokeAll(List.of(handingIn(batch, ARUN, together), handingIn(batch, ANITA, together)))) {
                try {
                    outcomes.add(each.get());
                } catch (ExecutionException e) {
                    outcomes.add(
                            e.getCause() instanceof Problem problem
                                    ? problem.document().code()
                                    : e);
                }
            }
        }

        assertThat(outcomes).containsExactlyInAnyOrder(0, "not-awaiting-inspection");
    }

    private Callable<Integer> handingIn(UUID batch, String auditor, CyclicBarrier together) {
        List<UnitResult> results = units(batch).stream()
                .map(unit -> new UnitResult(unit, Map.of("weight", new BigDecimal("2.0")), Map.of()))
                .toList();
        Inspection.Content found = new Inspection.Content(null, null, results, "A", null);
        return () -> {
            together.await();
            return QuarkusTransaction.requiringNew()
                    .call(() -> submitInspection
                            .submit(
                                    batch,
                                    new SubmitInspection.Who(UUID.fromString(auditor), null),
                                    UUID.randomUUID(),
                                    found,
                                    Cause.of("test"))
                            .auditorsMissing());
        };
    }
}
