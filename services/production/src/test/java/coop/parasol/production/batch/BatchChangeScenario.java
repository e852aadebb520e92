package coop.parasol.production.batch;

import coop.parasol.contracts.Identifier;
import coop.parasol.contracts.QualityEvent.BatchChangeAnswer;
import coop.parasol.contracts.QualityEvent.BatchChangeAnswered;
import coop.parasol.contracts.Quantity;
import coop.parasol.firm.FirmClock;
import coop.parasol.messaging.Cause;
import coop.parasol.web.Refusal;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a producer reports and changes, and what quality answers, each in a transaction of its own. */
@ApplicationScoped
class BatchChangeScenario {

    private static final Cause CAUSE = Cause.of("test");

    private final ReportBatch reportBatch;
    private final ChangeBatch changeBatch;
    private final ApplyBatchChange applyBatchChange;
    private final BatchRepository batches;
    private final FirmClock clock;

    BatchChangeScenario(
            ReportBatch reportBatch,
            ChangeBatch changeBatch,
            ApplyBatchChange applyBatchChange,
            BatchRepository batches,
            FirmClock clock) {
        this.reportBatch = reportBatch;
        this.changeBatch = changeBatch;
        this.applyBatchChange = applyBatchChange;
        this.batches = batches;
        this.clock = clock;
    }

    /** The batch, if the report was taken. */
    Optional<UUID> report(
            UUID member, String product, String lot, long pieces, @Nullable UUID commitment, NamedInput... inputs) {
        ReportBatch.Report report = new ReportBatch.Report(
                product,
                Identifier.of(lot),
                Quantity.of(pieces, "C62"),
                clock.today(),
                null,
                "hand",
                commitment,
                List.of(inputs),
                List.of());
        return QuarkusTransaction.requiringNew().call(() -> switch (reportBatch
                .reportAll(member, List.of(report), CAUSE)
                .getFirst()) {
            case ReportBatch.Reported reported -> Optional.of(reported.batch().id);
            case ReportBatch.AlreadyReported known -> Optional.of(known.batch().id);
            case ReportBatch.Refused refused -> Optional.empty();
        });
    }

    ChangeBatch.Correction correction(long pieces, @Nullable UUID commitment, NamedInput... inputs) {
        return new ChangeBatch.Correction(
                Quantity.of(pieces, "C62"),
                clock.today(),
                null,
                "hand",
                List.of(),
                commitment,
                List.of(inputs),
                List.of());
    }

    ChangeBatch.Outcome correct(UUID member, UUID batch, ChangeBatch.Correction correction) {
        return QuarkusTransaction.requiringNew().call(() -> changeBatch.correct(member, batch, correction, CAUSE));
    }

    ChangeBatch.Outcome withdraw(UUID member, UUID batch) {
        return QuarkusTransaction.requiringNew().call(() -> changeBatch.withdraw(member, batch, CAUSE));
    }

    void answer(UUID member, UUID batch, UUID change, BatchChangeAnswer answer) {
        QuarkusTransaction.requiringNew()
                .run(() -> applyBatchChange.answered(new BatchChangeAnswered(change, batch, member, answer), CAUSE));
    }

    void sampleDrawn(UUID batch) {
        QuarkusTransaction.requiringNew().run(() -> batches.samplesDrawn(List.of(batch)));
    }

    Batch batch(UUID id) {
        return QuarkusTransaction.requiringNew().call(() -> Batch.reported(id));
    }

    static UUID requested(ChangeBatch.Outcome outcome) {
        return switch (outcome) {
            case ChangeBatch.Requested requested -> requested.change().id;
            case ChangeBatch.Refused refused -> throw new AssertionError(refused.reason());
        };
    }

    /** The code of the refusal; empty if quality is asked. */
    static String code(ChangeBatch.Outcome outcome) {
        return switch (outcome) {
            case ChangeBatch.Requested requested -> "";
            case ChangeBatch.Refused(Refusal.Conflict conflict) -> conflict.code();
            case ChangeBatch.Refused(Refusal.InvalidField field) -> field.code();
            case ChangeBatch.Refused refused -> refused.toString();
        };
    }
}
