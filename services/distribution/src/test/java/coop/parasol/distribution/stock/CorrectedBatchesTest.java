package coop.parasol.distribution.stock;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.contracts.Period;
import coop.parasol.contracts.ProductionEvent.BatchCorrected;
import coop.parasol.contracts.ProductionEvent.BatchReported;
import coop.parasol.contracts.ProductionEvent.BatchWithdrawn;
import coop.parasol.contracts.ProductionEvent.CommitmentCounted;
import coop.parasol.contracts.ProductionEvent.QuantityCommitted;
import coop.parasol.contracts.Quantity;
import coop.parasol.distribution.UseCases;
import coop.parasol.messaging.Handler.Received;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What counts of a producer's commitments is in the batches that are made for them by the last correction. */
@QuarkusTest
class CorrectedBatchesTest {

    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");

    @Inject
    UseCases useCases;

    @Inject
    OnQuantityCommitted onQuantityCommitted;

    @Inject
    OnCommitmentCounted onCommitmentCounted;

    @Inject
    OnBatchReported onBatchReported;

    @Inject
    OnBatchCorrected onBatchCorrected;

    @Inject
    OnBatchWithdrawn onBatchWithdrawn;

    @Inject
    Jdbi jdbi;

    private final UUID producer = UUID.randomUUID();
    private final UUID one = UUID.randomUUID();
    private final UUID other = UUID.randomUUID();
    private final UUID early = UUID.randomUUID();
    private final UUID late = UUID.randomUUID();
    private String product = "";

    @BeforeEach
    void two_commitments_of_which_six_pieces_count_each_and_two_batches_of_ten_for_the_first() {
        product = useCases.product();
        for (UUID commitment : List.of(one, other)) {
            run(() -> onQuantityCommitted.on(
                    new QuantityCommitted(commitment, producer, product, week(commitment), pieces(20), "hand", "A"),
                    UseCases.envelope()));
            run(() -> onCommitmentCounted.on(
                    new CommitmentCounted(producer, product, "A", week(commitment), pieces(20), pieces(6)),
                    UseCases.envelope()));
        }
        useCases.batch(early, product, producer, 10, 30);
        useCases.batch(late, product, producer, 10, 31);
        reported(early, NOON);
        reported(late, NOON.plusSeconds(60));
        assertThat(counted(early)).isEqualTo(6);
        assertThat(counted(late)).isZero();
    }

    @Test
    void a_batch_that_is_made_for_another_commitment_counts_there_and_leaves_its_place_to_the_next() {
        corrected(early, other);

        assertThat(counted(early)).isEqualTo(6);
        assertThat(counted(late)).isEqualTo(6);
    }

    @Test
    void a_batch_that_is_made_for_none_counts_nothing() {
        corrected(early, null);

        assertThat(counted(early)).isZero();
        assertThat(counted(late)).isEqualTo(6);
    }

    @Test
    void of_several_corrections_the_last_holds() {
        run(() -> onBatchCorrected.onAll(List.of(
                new Received<>(correction(early, other), UseCases.envelope()),
                new Received<>(correction(early, null), UseCases.envelope()),
                new Received<>(correction(early, one), UseCases.envelope()))));

        assertThat(counted(early)).isEqualTo(6);
        assertThat(counted(late)).isZero();
    }

    @Test
    void a_withdrawn_batch_leaves_its_place() {
        run(() -> onBatchWithdrawn.on(new BatchWithdrawn(early, producer, product, "L"), UseCases.envelope()));

        assertThat(counted(early)).isZero();
        assertThat(counted(late)).isEqualTo(6);
    }

    private Period week(UUID commitment) {
        return Period.parse(commitment.equals(one) ? "2026-W48" : "2026-W49");
    }

    private void reported(UUID batch, Instant at) {
        run(() -> onBatchReported.on(
                new BatchReported(
                        batch, producer, product, "L", pieces(10), LocalDate.EPOCH, null, "hand", one, at, null),
                UseCases.envelope()));
    }

    private void corrected(UUID batch, @Nullable UUID commitment) {
        run(() -> onBatchCorrected.on(correction(batch, commitment), UseCases.envelope()));
    }

    private BatchCorrected correction(UUID batch, @Nullable UUID commitment) {
        return new BatchCorrected(
                batch, producer, product, "L", pieces(10), LocalDate.EPOCH, null, "hand", commitment, NOON, null);
    }

    private long counted(UUID batch) {
        return jdbi.withHandle(handle -> handle.createQuery("select counted from batch where batch_id = :batch")
                .bind("batch", batch)
                .mapTo(Long.class)
                .one());
    }

    private static Quantity pieces(long number) {
        return Quantity.of(number, UseCases.UNIT);
    }

    private static void run(Runnable work) {
        QuarkusTransaction.requiringNew().run(work);
    }
}
