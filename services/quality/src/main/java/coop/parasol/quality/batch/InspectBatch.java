package coop.parasol.quality.batch;

import coop.parasol.contracts.QualityEvent.BatchRejected;
import coop.parasol.contracts.QualityEvent.DefectClass;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Outbox;
import coop.parasol.quality.auditor.Auditor;
import coop.parasol.quality.certificate.IssueCertificate;
import coop.parasol.quality.exit.Producers;
import coop.parasol.quality.sampling.rules.Judgement;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Takes what an auditor has found; the batch's plans decide what follows from it. */
@ApplicationScoped
class InspectBatch {

    private final IssueCertificate issueCertificate;
    private final Producers producers;
    private final Outbox outbox;
    private final Clock clock;

    InspectBatch(IssueCertificate issueCertificate, Producers producers, Outbox outbox, Clock clock) {
        this.issueCertificate = issueCertificate;
        this.producers = producers;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** The batch is locked and SAMPLED, the auditor without an interest in its producer. */
    void inspect(
            Batch batch,
            Auditor auditor,
            Map<DefectClass, Integer> defectives,
            String grade,
            @Nullable String remarks,
            Cause cause) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        batch.inspectedBy = auditor.id;
        batch.inspectedAt = now;
        batch.defectives = new Batch.Defectives(Map.copyOf(defectives));
        batch.remarks = remarks;
        switch (Judgement.decide(Objects.requireNonNull(batch.plans).plans(), defectives)) {
            case Judgement.Accepted() -> certify(batch, grade, now, cause);
            case Judgement.Rejected(String reason) -> reject(batch, reason, cause);
        }
        producers.decided(batch.memberId, batch.state == Batch.State.CERTIFIED, cause);
    }

    private void certify(Batch batch, String grade, Instant now, Cause cause) {
        batch.state = Batch.State.CERTIFIED;
        batch.grade = grade;
        batch.certificateNumber = issueCertificate.issue(
                new IssueCertificate.Accepted(
                        batch.id,
                        batch.memberId,
                        batch.product,
                        batch.lot,
                        grade,
                        batch.reported(),
                        batch.bestBefore,
                        Objects.requireNonNull(batch.standardVersion)),
                now,
                cause);
        batch.persistAndFlush();
    }

    private void reject(Batch batch, String reason, Cause cause) {
        batch.state = Batch.State.REJECTED;
        batch.reason = reason;
        batch.persistAndFlush();
        outbox.append(new BatchRejected(batch.id, batch.memberId, batch.product, batch.lot, reason), cause);
    }
}
