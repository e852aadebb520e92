package coop.parasol.production.batch;

import static coop.parasol.production.batch.BatchChangeScenario.code;
import static coop.parasol.production.batch.BatchChangeScenario.requested;
import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.contracts.QualityEvent.BatchChangeAnswer;
import coop.parasol.contracts.QualityEvent.BatchChangeAnswered;
import coop.parasol.contracts.QualityEvent.SampleDrawn;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Envelope;
import coop.parasol.messaging.Handler.Received;
import coop.parasol.production.MemberFixture;
import coop.parasol.production.member.Member;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Corrections and events of quality lock producers before batches, so that none waits for another in a circle. */
@QuarkusTest
class ParallelCorrectionsTest {

    private static final Envelope ENVELOPE =
            new Envelope(new UUID(0, 0), "", "", 0, Instant.EPOCH, Cause.of("quality"));
    private static final Duration UNTIL_THE_OTHER_WAITS = Duration.ofMillis(300);

    @Inject
    BatchChangeScenario scenario;

    @Inject
    OnSampleDrawn onSampleDrawn;

    @Inject
    ApplyBatchChange applyBatchChange;

    private final String product = "P-" + UUID.randomUUID();
    private UUID member = new UUID(0, 0);

    @BeforeEach
    void member_and_product_are_known() {
        member = MemberFixture.member(Member.State.ACTIVE);
        MemberFixture.product(product, null);
    }

    @Test
    void a_correction_does_not_wait_for_a_set_of_events_about_its_batch_and_another_of_its_producer() throws Exception {
        UUID drawn = report("DRAWN");
        UUID corrected = report("CORRECTED");
        UUID change = requested(scenario.correct(member, corrected, scenario.correction(9, null)));
        CountDownLatch sampleIsDrawn = new CountDownLatch(1);
        CompletableFuture<Void> events = CompletableFuture.runAsync(() -> QuarkusTransaction.requiringNew()
                .run(() -> {
                    sampleDrawn(drawn);
                    sampleIsDrawn.countDown();
                    pause();
                    applyBatchChange.answered(
                            new BatchChangeAnswered(change, corrected, member, BatchChangeAnswer.ACCEPTED),
                            Cause.of("quality"));
                }));
        sampleIsDrawn.await();

        assertThat(code(scenario.correct(member, drawn, scenario.correction(8, null))))
                .isEqualTo("sample-drawn");
        events.join();
        assertThat(scenario.batch(corrected).quantity).isEqualByComparingTo("9");
    }

    @Test
    void of_parallel_corrections_of_all_batches_of_a_producer_none_fails_while_samples_are_drawn() {
        List<UUID> batches =
                IntStream.range(0, 12).mapToObj(i -> report("L-" + i)).toList();
        List<CompletableFuture<String>> corrections = new ArrayList<>();
        for (int round = 0; round < 3; round++) {
            for (UUID batch : batches) {
                corrections.add(CompletableFuture.supplyAsync(
                        () -> code(scenario.correct(member, batch, scenario.correction(9, null)))));
            }
        }
        List<CompletableFuture<Void>> drawings = batches.stream()
                .map(batch -> CompletableFuture.runAsync(
                        () -> QuarkusTransaction.requiringNew().run(() -> sampleDrawn(batch))))
                .toList();

        drawings.forEach(CompletableFuture::join);
        assertThat(corrections.stream().map(CompletableFuture::join))
                .allMatch(code -> List.of("", "change-open", "sample-drawn").contains(code));
    }

    private void sampleDrawn(UUID batch) {
        onSampleDrawn.onAll(
                List.of(new Received<>(new SampleDrawn(batch, member, product, "L", "B", 5, "digest"), ENVELOPE)));
    }

    private static void pause() {
        try {
            Thread.sleep(UNTIL_THE_OTHER_WAITS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private UUID report(String lot) {
        return scenario.report(member, product, lot, 10, null).orElseThrow();
    }
}
