package coop.parasol.quality.recall;

import coop.parasol.contracts.QualityEvent.RecallClass;
import coop.parasol.firm.FirmClock;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Ids;
import coop.parasol.quality.recall.rules.RecallAction;
import coop.parasol.quality.recall.rules.RecallScope;
import coop.parasol.web.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The quality desk suspends, reinstates or recalls the batches of a scope. Their certificates are fixed at once and the
 * first of them changed; the others are changed by {@link ExecuteRecall}, some hundreds at a time.
 */
@ApplicationScoped
class InitiateRecall {

    private final CertificatesInScope certificatesInScope;
    private final RecalledCertificates recalledCertificates;
    private final ExecuteRecall executeRecall;
    private final FirmClock clock;

    InitiateRecall(
            CertificatesInScope certificatesInScope,
            RecalledCertificates recalledCertificates,
            ExecuteRecall executeRecall,
            FirmClock clock) {
        this.certificatesInScope = certificatesInScope;
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

    /** What came of a decision. */
    sealed interface Outcome permits Initiated, Refused {}

    /** The decision is stored, and its execution has begun. */
    record Initiated(Recall recall) implements Outcome {}

    /** The scope has no batches, or another number of them than the desk was shown. */
    record Refused(Refusal reason) implements Outcome {}

    Outcome initiate(Decision decision, Cause cause) {
        List<String> numbers = certificatesInScope.numbers(decision.scope());
        Long expected = decision.expectedBatches();
        if (expected != null && expected != numbers.size()) {
            return refused(
                    "scope-changed",
                    "The decision concerns " + numbers.size() + " batches by now; ask for another preview.");
        }
        if (numbers.isEmpty()) {
            return refused("scope-empty", "There is no certified batch to which all of this applies.");
        }
        Recall recall = new Recall();
        UUID id = Ids.next();
        recall.id = id;
        recall.action = decision.action();
        recall.recallClass = decision.recallClass();
        recall.reason = decision.reason();
        recall.scope = decision.scope();
        recall.decidedBy = cause.actor();
        recall.decidedAt = clock.now();
        recall.selected = numbers.size();
        recall.persistAndFlush();
        recalledCertificates.add(id, numbers);
        executeRecall.executeNext(recall, cause);
        return new Initiated(recall);
    }

    private static Refused refused(String code, String detail) {
        return new Refused(new Refusal.Conflict(code, detail));
    }
}
