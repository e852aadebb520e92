package coop.parasol.quality.recall;

import coop.parasol.contracts.QualityEvent.RecallClass;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Ids;
import coop.parasol.quality.recall.rules.Action;
import coop.parasol.quality.recall.rules.Selection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The desk decides about the batches that it selects; a few are dealt with at once, many one after the other. */
@ApplicationScoped
class DecideRecall {

    private final Selections selections;
    private final CarryOut carryOut;
    private final Clock clock;

    DecideRecall(Selections selections, CarryOut carryOut, Clock clock) {
        this.selections = selections;
        this.carryOut = carryOut;
        this.clock = clock;
    }

    /** What came of it. */
    sealed interface Outcome permits Decided, NothingSelected, SelectionChanged {}

    record Decided(Recall recall) implements Outcome {}

    record NothingSelected() implements Outcome {}

    /** Meanwhile it would concern another number of batches than the desk has seen. */
    record SelectionChanged(long batches) implements Outcome {}

    /** @param expected how many batches the desk has seen that it concerns, if it has looked */
    Outcome decide(
            Action action,
            @Nullable RecallClass recallClass,
            String reason,
            Selection selection,
            @Nullable Long expected,
            Cause cause) {
        long batches = selections.preview(selection).stream()
                .mapToLong(Selections.Hit::batches)
                .sum();
        if (expected != null && expected != batches) {
            return new SelectionChanged(batches);
        }
        if (batches == 0) {
            return new NothingSelected();
        }
        Recall recall = new Recall();
        UUID id = Ids.next();
        recall.id = id;
        recall.action = action;
        recall.recallClass = recallClass;
        recall.reason = reason;
        recall.selection = selection;
        recall.decidedBy = cause.actor();
        recall.decidedAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
        recall.selected = Math.toIntExact(batches);
        recall.persistAndFlush();
        int fixed = selections.fix(id, selection);
        if (fixed != batches) {
            recall.selected = fixed;
        }
        carryOut.few(recall, cause);
        return new Decided(recall);
    }
}
