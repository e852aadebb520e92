package coop.parasol.quality.batch;

import coop.parasol.contracts.QualityEvent.BatchRejected;
import coop.parasol.contracts.QualityEvent.BatchScrapped;
import coop.parasol.contracts.QualityEvent.DefectClass;
import coop.parasol.contracts.QualityEvent.SupportReason;
import coop.parasol.contracts.Quantity;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Outbox;
import coop.parasol.quality.certificate.IssueCertificate;
import coop.parasol.quality.exit.Producers;
import coop.parasol.quality.sampling.rules.Judgement;
import coop.parasol.quality.switching.Line;
import coop.parasol.quality.switching.Lines;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was found is all there: the batch's plans decide what follows from it. */
@ApplicationScoped
public class DecideBatch {

    private final IssueCertificate issueCertificate;
    private final Lines lines;
    private final SampleWaiting sampleWaiting;
    private final Producers producers;
    private final Results results;
    private final Outbox outbox;

    DecideBatch(
            IssueCertificate issueCertificate,
            Lines lines,
            SampleWaiting sampleWaiting,
            Producers producers,
            Results results,
            Outbox outbox) {
        this.issueCertificate = issueCertificate;
        this.lines = lines;
        this.sampleWaiting = sampleWaiting;
        this.producers = producers;
        this.results = results;
        this.outbox = outbox;
    }

    /**
     * What was found in the whole sample, by all auditors that the standard asks for.
     *
     * @param by the auditor who completed it
     * @param counts per class what its plan counts
     * @param defects the same per characteristic, as far as it was said
     */
    public record Findings(
            UUID by,
            Map<DefectClass, Integer> counts,
            Map<String, Integer> defects,
            String grade,
            @Nullable String remarks) {}

    /** The line and then the batch are locked, and the batch awaits this inspection. */
    public void decide(Batch batch, Line line, Findings findings, Instant now, Cause cause) {
        boolean original = batch.state == Batch.State.SAMPLED;
        batch.inspectedBy = findings.by();
        batch.inspectedAt = now;
        batch.defectives = new Batch.Defectives(Map.copyOf(findings.counts()));
        batch.remarks = findings.remarks();
        switch (judge(batch, findings)) {
            case Judgement.Accepted() -> certify(batch, findings.grade(), now, cause);
            case Judgement.Rejected(String reason) -> {
                if (original) {
                    reject(batch, reason, cause);
                } else {
                    scrap(batch, line, reason, cause);
                }
            }
        }
        results.decided(batch, line, original, findings.defects());
        producers.decided(batch.memberId, batch.state == Batch.State.CERTIFIED, cause);
        if (original && lines.inspected(line, batch.id, batch.requirePlans(), findings.counts(), cause)) {
            sampleWaiting.follow(line, cause);
        }
    }

    private static Judgement.Outcome judge(Batch batch, Findings findings) {
        Judgement.Outcome outcome = Judgement.decide(batch.requirePlans(), findings.counts());
        return outcome instanceof Judgement.Accepted && sellable(batch).signum() <= 0
                ? new Judgement.Rejected("The destructive inspection has used up the whole lot.")
                : outcome;
    }

    /** What is left after inspections that destroy the units they look at. */
    private static BigDecimal sellable(Batch batch) {
        return batch.standard().content.destructive() ? batch.withoutSample() : batch.quantity;
    }

    private void certify(Batch batch, String grade, Instant now, Cause cause) {
        batch.become(Batch.State.CERTIFIED);
        batch.grade = grade;
        batch.certificateNumber = issueCertificate.issue(
                new IssueCertificate.Accepted(
                        batch.id,
                        batch.memberId,
                        batch.product,
                        batch.lot,
                        grade,
                        new Quantity(sellable(batch), batch.unit),
                        batch.bestBefore,
                        Objects.requireNonNull(batch.standardVersion)),
                now,
                cause);
        batch.persistAndFlush();
    }

    private void reject(Batch batch, String reason, Cause cause) {
        batch.become(Batch.State.REJECTED);
        batch.reason = reason;
        batch.persistAndFlush();
        outbox.append(new BatchRejected(batch.id, batch.memberId, batch.product, batch.lot, reason), cause);
    }

    private void scrap(Batch batch, Line line, String reason, Cause cause) {
        batch.become(Batch.State.SCRAPPED);
        batch.reason = reason;
        batch.persistAndFlush();
        outbox.append(new BatchScrapped(batch.id, batch.memberId, batch.product, batch.lot, reason), cause);
        lines.openSupportCase(
                line,
                SupportReason.REJECTED_TWICE,
                batch.id,
                "Lot " + batch.lot + " was rejected again: " + reason,
                cause);
    }
}
