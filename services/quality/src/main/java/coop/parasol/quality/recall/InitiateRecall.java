package coop.parasol.quality.recall;

import coop.parasol.contracts.QualityEvent.RecallClass;
import coop.parasol.firm.FirmClock;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Ids;
import coop.parasol.quality.recall.rules.RecallAction;
import coop.parasol.quality.recall.rules.RecallReach;
import coop.parasol.quality.recall.rules.RecallScope;
import coop.parasol.web.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The quality desk suspends, reinstates or recalls the batches of a scope; a recall takes two persons. Batches that are not
 * decided yet are not inspected as long as they are suspended. The certificates are fixed at once and the first of them
 * changed; the others are changed by {@link ExecuteRecall}, some hundreds at a time.
 */
@ApplicationScoped
class InitiateRecall {

    private final BatchesInScope batchesInScope;
    private final RecalledCertificates recalledCertificates;
    private final ExecuteRecall executeRecall;
    private final FirmClock clock;

    InitiateRecall(
            BatchesInScope batchesInScope,
            RecalledCertificates recalledCertificates,
            ExecuteRecall executeRecall,
            FirmClock clock) {
        this.batchesInScope = batchesInScope;
        this.recalledCertificates = recalledCertificates;
        this.executeRecall = executeRecall;
        this.clock = clock;
    }

    /**
     * What is decided.
     *
     * @param recallClass of a RECALL only
     * @param expectedBatches how many batches the desk was shown in a preview, if it has asked for one
     */
    record Decision(
            RecallAction action,
            @Nullable RecallClass recallClass,
            String reason,
            RecallScope scope,
            @Nullable Long expectedBatches) {}

    /** The outcome of deciding. */
    sealed interface Outcome permits Initiated, Refused {}

    /** The decision is proposed, withdrawn, or stored and its execution begun. */
    record Initiated(Recall recall) implements Outcome {}

    /** The scope has no batches, or another number of them than the desk was shown; or the recall is decided already. */
    record Refused(Refusal reason) implements Outcome {}

    /** A recall is proposed; a suspension or reinstatement takes effect at once. */
    Outcome initiate(Decision decision, Cause cause) {
        Optional<Refusal> refusal = refuseOtherScope(decision);
        if (refusal.isPresent()) {
            return new Refused(refusal.get());
        }
        Instant now = clock.now();
        Recall recall = new Recall();
        recall.id = Ids.next();
        recall.action = decision.action();
        recall.recallClass = decision.recallClass();
        recall.reason = decision.reason();
        recall.scope = decision.scope();
        recall.state = Recall.State.PROPOSED;
        recall.proposedBy = cause.actor();
        recall.proposedAt = now;
        recall.reach = batchesInScope.reach(decision.scope());
        recall.persistAndFlush();
        if (!decision.action().needsApproval()) {
            takeEffect(recall, now, cause);
        }
        return new Initiated(recall);
    }

    /** A second person approves a recall: it concerns what is in its scope now. */
    Outcome approve(Recall recall, Cause cause) {
        if (recall.state != Recall.State.PROPOSED) {
            return alreadyDecided(recall);
        }
        takeEffect(recall, clock.now(), cause);
        return new Initiated(recall);
    }

    Outcome withdraw(Recall recall, String by) {
        if (recall.state != Recall.State.PROPOSED) {
            return alreadyDecided(recall);
        }
        recall.state = Recall.State.WITHDRAWN;
        recall.decidedBy = by;
        recall.decidedAt = clock.now();
        recall.persistAndFlush();
        return new Initiated(recall);
    }

    private Optional<Refusal> refuseOtherScope(Decision decision) {
        int found = batchesInScope.certificateNumbers(decision.scope()).size()
                + batchesInScope
                        .undecided(decision.scope(), isReleased(decision.action()))
                        .size();
        Long expected = decision.expectedBatches();
        if (expected != null && expected != found) {
            return Optional.of(new Refusal.Conflict(
                    "scope-changed", "The decision concerns " + found + " batches by now; ask for another preview."));
        }
        return found > 0
                ? Optional.empty()
                : Optional.of(new Refusal.Conflict(
                        "scope-empty",
                        "There is no batch, certified or still to be decided, to which all of this applies."));
    }

    private static boolean isReleased(RecallAction action) {
        return switch (action) {
            case REINSTATEMENT -> true;
            case SUSPENSION, RECALL -> false;
        };
    }

    /**
     * Batches without a certificate come first: one that is certified at this moment is waited for and is then found by its
     * certificate.
     */
    private void takeEffect(Recall recall, Instant now, Cause cause) {
        boolean released = isReleased(recall.action);
        List<UUID> undecided = batchesInScope.undecided(recall.scope, released);
        if (released) {
            batchesInScope.reinstate(undecided);
        } else {
            batchesInScope.suspend(undecided, recall.id);
        }
        List<String> numbers = batchesInScope.certificateNumbers(recall.scope);
        // queries flush the entity, so that it is changed only after the last of them
        RecallReach reach = batchesInScope.reach(recall.scope);
        recall.state = Recall.State.DECIDED;
        recall.decidedBy = cause.actor();
        recall.decidedAt = now;
        recall.reach = reach;
        recall.undecidedBatches = undecided.size();
        recall.selected = numbers.size();
        recall.finishedAt = numbers.isEmpty() ? now : null;
        recall.persistAndFlush();
        if (!numbers.isEmpty()) {
            recalledCertificates.add(recall.id, numbers);
            executeRecall.executeNext(recall, cause);
        }
    }

    private static Refused alreadyDecided(Recall recall) {
        return refused("already-decided", "The recall is " + recall.state + " already.");
    }

    private static Refused refused(String code, String detail) {
        return new Refused(new Refusal.Conflict(code, detail));
    }
}
