package coop.parasol.quality.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.contracts.ProductionEvent.BatchReported;
import coop.parasol.contracts.Quantity;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Envelope;
import coop.parasol.messaging.Ids;
import coop.parasol.quality.VaseScenario;
import coop.parasol.quality.auditor.Auditor;
import coop.parasol.quality.batch.Batch;
import coop.parasol.quality.batch.OnBatchReported;
import coop.parasol.quality.inspection.rules.InspectionContent;
import coop.parasol.quality.inspection.rules.UnitResult;
import coop.parasol.testing.Events;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Random histories on the real database: auditors come by an interest in producers and lose it, some own one; batches
 * of one auditor and of two are reported and inspected. Beside them stands a log of who had
 * an interest in whom, and what was decided is compared with it.
 */
@QuarkusTest
@TestSecurity(
        user = "dewi",
        roles = {"quality-desk"})
class ImpartialityTest {

    private static final int AUDITORS = 5;
    private static final int PRODUCERS = 4;
    private static final int STEPS = 250;

    @Inject
    Events events;

    @Inject
    OnBatchReported onBatchReported;

    @Inject
    SubmitInspection submitInspection;

    private final Random random = new Random(4);
    private final List<UUID> auditors = new ArrayList<>();
    private final List<UUID> producers = new ArrayList<>();
    private final Map<UUID, UUID> ownFirms = new HashMap<>();
    private final Map<UUID, Set<UUID>> interests = new HashMap<>();
    private final List<UUID> batches = new ArrayList<>();
    private int refused;

    @Test
    void no_auditor_ever_judges_a_batch_in_conflict_and_two_are_never_the_same() {
        Map<Integer, VaseScenario> byAuditors = Map.of(1, new VaseScenario(events), 2, new VaseScenario(events));
        byAuditors.forEach((asked, vases) -> vases.publish("\"auditors\": " + asked + ","));
        for (int i = 0; i < PRODUCERS; i++) {
            producers.add(UUID.randomUUID());
        }
        for (int i = 0; i < AUDITORS; i++) {
            UUID auditor = UUID.randomUUID();
            auditors.add(auditor);
            interests.put(auditor, new HashSet<>());
            VaseScenario.auditor(auditor.toString(), "[]");
        }
        ownFirms.put(auditors.getFirst(), producers.getFirst());
        int decided = 0;
        for (int step = 0; step < STEPS; step++) {
            switch (random.nextInt(6)) {
                case 0, 1 -> report(byAuditors.get(1 + random.nextInt(2)));
                case 2 -> interest();
                default -> decided += inspect() ? 1 : 0;
            }
        }
        assertThat(decided).as("batches decided").isGreaterThan(20);
        assertThat(refused).as("inspections refused for an interest").isGreaterThan(10);
    }

    private void report(@Nullable VaseScenario vases) {
        UUID batch = Ids.next();
        String product = vases == null ? "" : vases.product;
        QuarkusTransaction.requiringNew()
                .run(() -> onBatchReported.on(
                        new BatchReported(
                                batch,
                                any(producers),
                                product,
                                "L-" + batch,
                                Quantity.of(8, "C62"),
                                LocalDate.of(2026, 11, 1),
                                null,
                                "by hand",
                                null,
                                null,
                                null),
                        new Envelope(Ids.next(), "reported", batch.toString(), 1, Instant.now(), Cause.of("test"))));
        batches.add(batch);
    }

    private void interest() {
        UUID auditor = any(auditors);
        UUID producer = any(producers);
        Set<UUID> its = interests.getOrDefault(auditor, Set.of());
        if (!its.remove(producer)) {
            its.add(producer);
        }
        QuarkusTransaction.requiringNew().run(() -> {
            Auditor known = Auditor.findById(auditor);
            known.interests.clear();
            known.interests.addAll(its);
        });
    }

    /** Somebody tries to inspect something; returns whether that decided it. */
    private boolean inspect() {
        if (batches.isEmpty()) {
            return false;
        }
        UUID id = any(batches);
        UUID auditor = any(auditors);
        return QuarkusTransaction.requiringNew().call(() -> {
            Batch batch = Batch.<Batch>findByIdOptional(id).orElseThrow();
            boolean conflict = interests.getOrDefault(auditor, Set.of()).contains(batch.memberId)
                    || batch.memberId.equals(ownFirms.get(auditor));
            boolean awaited = batch.state.awaitsInspection();
            List<UnitResult> results = batch.state == Batch.State.HELD
                    ? List.of()
                    : batch.sampleUnits().stream()
                            .map(unit -> new UnitResult(
                                    unit,
                                    Map.of("weight", random.nextInt(40) == 0 ? BigDecimal.ZERO : BigDecimal.TEN),
                                    Map.of()))
                            .toList();
            return switch (submitInspection.submit(
                    new OpenInspection.Request(id, auditor, ownFirms.get(auditor), null),
                    null,
                    new InspectionContent(null, null, results, "A", null),
                    Cause.of("test"))) {
                case SubmitInspection.Submitted submitted -> {
                    assertThat(conflict).as("judged in a conflict").isFalse();
                    boolean decided = awaited && !submitted.batch().state.awaitsInspection();
                    if (decided) {
                        assertDecidedImpartially(submitted.batch());
                    }
                    yield decided;
                }
                case SubmitInspection.Refused refusal -> {
                    refused += conflict ? 1 : 0;
                    assertThat(conflict || !awaited || hasJudged(batch, auditor))
                            .as("refused without a reason: " + refusal)
                            .isTrue();
                    yield false;
                }
            };
        });
    }

    private void assertDecidedImpartially(Batch batch) {
        int asked = batch.standard().specification.auditors();
        List<UUID> impartial = Inspection.submitted(batch.id, batch.inspectionNumber).stream()
                .map(each -> each.auditorId)
                .filter(each -> !interests.getOrDefault(each, Set.of()).contains(batch.memberId)
                        && !batch.memberId.equals(ownFirms.get(each)))
                .toList();
        assertThat(impartial).hasSizeGreaterThanOrEqualTo(asked).doesNotHaveDuplicates();
    }

    private static boolean hasJudged(Batch batch, UUID auditor) {
        return Inspection.submitted(batch.id, batch.inspectionNumber).stream()
                .anyMatch(each -> each.auditorId.equals(auditor));
    }

    private UUID any(List<UUID> ids) {
        return ids.get(random.nextInt(ids.size()));
    }
}
