package coop.parasol.production.batch;

import coop.parasol.contracts.ProductionEvent.BatchReported;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Ids;
import coop.parasol.messaging.Outbox;
import coop.parasol.production.commitment.ChangeCommitments;
import coop.parasol.production.member.Member;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A producer says what it has made; the batch counts towards the commitment it was made for. */
@ApplicationScoped
class ReportBatch {

    private final ChangeCommitments commitments;
    private final Outbox outbox;
    private final Clock clock;

    ReportBatch(ChangeCommitments commitments, Outbox outbox, Clock clock) {
        this.commitments = commitments;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** @param member locked by the caller, so that a lot number is given once */
    Batch report(Member member, BatchResource.Report report, @Nullable LocalDate bestBefore, Cause cause) {
        Batch batch = new Batch();
        batch.id = Ids.next();
        batch.memberId = member.id;
        batch.product = report.product();
        batch.lot = report.lot();
        batch.quantity = report.quantity().value();
        batch.unit = report.quantity().unit();
        batch.madeOn = report.madeOn();
        batch.bestBefore = bestBefore;
        batch.route = report.route();
        batch.commitmentId = report.commitmentId();
        batch.state = Batch.State.REPORTED;
        batch.reportedAt = clock.instant();
        batch.persistAndFlush();
        member.batchesReported++;
        outbox.append(
                new BatchReported(
                        batch.id,
                        member.id,
                        batch.product,
                        batch.lot,
                        report.quantity(),
                        batch.madeOn,
                        bestBefore,
                        batch.route,
                        batch.commitmentId),
                cause);
        if (batch.commitmentId != null) {
            commitments.report(member, batch.commitmentId, report.quantity(), cause);
        }
        return batch;
    }

    static boolean sameContent(Batch batch, BatchResource.Report report, @Nullable LocalDate bestBefore) {
        return batch.product.equals(report.product())
                && batch.made().equals(report.quantity())
                && batch.madeOn.equals(report.madeOn())
                && Objects.equals(batch.bestBefore, bestBefore)
                && batch.route.equals(report.route())
                && Objects.equals(batch.commitmentId, report.commitmentId());
    }
}
