package coop.parasol.quality.recall;

import coop.parasol.messaging.Cause;
import coop.parasol.quality.recall.rules.RecallAction;
import coop.parasol.quality.recall.rules.RecallScope;
import coop.parasol.web.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Suspends one lot of a producer, as the quality desk does by a scope of its own. */
@ApplicationScoped
public class SuspendLot {

    private final InitiateRecall initiateRecall;

    SuspendLot(InitiateRecall initiateRecall) {
        this.initiateRecall = initiateRecall;
    }

    /** A lot by its producer's number. */
    public record Lot(UUID memberId, String product, String number) {}

    /** The outcome of suspending a lot. */
    public sealed interface Outcome permits Suspended, Refused {}

    /** @param recallId the decision by which the lot is suspended */
    public record Suspended(UUID recallId) implements Outcome {}

    /** Nothing of the lot can be suspended. */
    public record Refused(Refusal reason) implements Outcome {}

    /** One person suspends it at once, with what was sorted out of it. */
    public Outcome suspend(Lot lot, String reason, Cause cause) {
        RecallScope scope = new RecallScope(List.of(lot.number()), lot.memberId(), lot.product(), null, null, null);
        InitiateRecall.Decision decision =
                new InitiateRecall.Decision(RecallAction.SUSPENSION, null, reason, scope, null);
        return switch (initiateRecall.initiate(decision, cause)) {
            case InitiateRecall.Initiated(Recall recall) -> new Suspended(recall.id);
            case InitiateRecall.Refused refused -> new Refused(refused.reason());
        };
    }
}
