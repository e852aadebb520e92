package coop.parasol.production.batch;

import coop.parasol.contracts.ProductionEvent;
import coop.parasol.contracts.ProductionEvent.BatchCorrected;
import coop.parasol.contracts.ProductionEvent.BatchWithdrawn;
import coop.parasol.contracts.QualityEvent.BatchChangeAnswer;
import coop.parasol.contracts.QualityEvent.BatchChangeAnswered;
import coop.parasol.firm.FirmClock;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Outbox;
import coop.parasol.production.commitment.ReportedCommitments;
import coop.parasol.production.member.ClearExit;
import coop.parasol.production.member.Member;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Does what quality has answered to a producer that wanted to correct or withdraw a batch. What was taken counts from now on: the
 * commitments that the batch was and is made for are counted anew from all their batches, by which one that was fulfilled may be open
 * again.
 */
@ApplicationScoped
class ApplyBatchChange {

    private final BatchRepository batches;
    private final ReportedCommitments.Repository commitments;
    private final ClearExit clearExit;
    private final Outbox outbox;
    private final FirmClock clock;

    ApplyBatchChange(
            BatchRepository batches,
            ReportedCommitments.Repository commitments,
            ClearExit clearExit,
            Outbox outbox,
            FirmClock clock) {
        this.batches = batches;
        this.commitments = commitments;
        this.clearExit = clearExit;
        this.outbox = outbox;
        this.clock = clock;
    }

    void answered(BatchChangeAnswered event, Cause cause) {
        Member member = Member.lock(event.memberId()).orElseThrow();
        BatchChange change =
                BatchChange.<BatchChange>findByIdOptional(event.changeId()).orElseThrow();
        Batch batch = Batch.lock(change.batchId).orElseThrow();
        if (change.answer != null) {
            return;
        }
        change.answer = event.answer();
        change.answeredAt = clock.now();
        batch.openChange = null;
        member.openChanges--;
        if (event.answer() == BatchChangeAnswer.ACCEPTED) {
            take(member, batch, change.content, cause);
        }
        Batch.flush();
        clearExit.clearIfNoCommitmentIsOpen(member, cause);
    }

    private void take(Member member, Batch batch, BatchChange.@Nullable Content content, Cause cause) {
        Set<UUID> ids = new TreeSet<>();
        if (batch.commitmentId != null) {
            ids.add(batch.commitmentId);
        }
        if (content != null && content.commitmentId() != null) {
            ids.add(content.commitmentId());
        }
        ReportedCommitments named = commitments.lock(member, ids);
        if (content == null) {
            batch.state = Batch.State.WITHDRAWN;
        } else {
            correct(batch, content, named);
        }
        Batch.flush();
        List<ProductionEvent> events = new ArrayList<>();
        events.add(content == null ? withdrawn(batch) : corrected(batch));
        Map<UUID, BigDecimal> made = batches.madeFor(ids);
        for (UUID id : ids) {
            if (named.canCount(id)) {
                named.recount(id, Objects.requireNonNullElse(made.get(id), BigDecimal.ZERO))
                        .ifPresent(events::add);
            }
        }
        commitments.store(named);
        outbox.append(events, cause);
    }

    /** A commitment that was released meanwhile is none any more: the batch is made for none then. */
    private static void correct(Batch batch, BatchChange.Content content, ReportedCommitments named) {
        UUID commitmentId = content.commitmentId();
        batch.quantity = content.quantity();
        batch.unit = content.unit();
        batch.madeOn = content.madeOn();
        batch.bestBefore = content.bestBefore();
        batch.route = content.route();
        batch.steps = content.steps();
        batch.commitmentId = commitmentId != null && named.canCount(commitmentId) ? commitmentId : null;
        batch.inputs = content.inputs();
        batch.measurements = content.measurements();
    }

    private static BatchCorrected corrected(Batch batch) {
        return new BatchCorrected(
                batch.id,
                batch.memberId,
                batch.product,
                batch.lot,
                batch.made(),
                batch.madeOn,
                batch.bestBefore,
                batch.route,
                batch.commitmentId,
                batch.reportedAt,
                batch.toldInputs());
    }

    private static BatchWithdrawn withdrawn(Batch batch) {
        return new BatchWithdrawn(batch.id, batch.memberId, batch.product, batch.lot);
    }
}
