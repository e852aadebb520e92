package coop.parasol.quality.recall;

import coop.parasol.contracts.QualityEvent.RecallClass;
import coop.parasol.quality.directory.ProducerNames;
import coop.parasol.quality.recall.rules.RecallAction;
import coop.parasol.quality.recall.rules.RecallReach;
import coop.parasol.quality.recall.rules.RecallScope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A decision and how far it is executed.
 *
 * @param state of a recall PROPOSED until a second person approves it, or WITHDRAWN; other decisions are DECIDED at once
 * @param decidedBy the second person of a recall, who took another decision, or who has withdrawn the proposal
 * @param reach which producers it hits, and which of the lots named do not exist
 * @param producers of its scope or whom it hits, with their names, as long as they are known by one
 * @param undecidedBatches batches without a certificate that it has suspended or released
 * @param selected batches that it is about
 * @param changed of these, those whose certificate it has changed
 * @param unchanged of these, those whose certificate was in no state that it changes
 * @param finishedAt absent as long as changed + unchanged is less than selected
 */
public record RecallView(
        UUID recallId,
        RecallAction action,
        @Nullable RecallClass recallClass,
        String reason,
        RecallScope scope,
        Recall.State state,
        String proposedBy,
        Instant proposedAt,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        RecallReach reach,
        List<ProducerNames.Named> producers,
        int undecidedBatches,
        int selected,
        int changed,
        int unchanged,
        @Nullable Instant finishedAt) {

    static RecallView of(Recall recall, ProducerNames names) {
        List<UUID> producers = new ArrayList<>(recall.reach.producers());
        if (recall.scope.memberId() != null) {
            producers.add(recall.scope.memberId());
        }
        return new RecallView(
                recall.id,
                recall.action,
                recall.recallClass,
                recall.reason,
                recall.scope,
                recall.state,
                recall.proposedBy,
                recall.proposedAt,
                recall.decidedBy,
                recall.decidedAt,
                recall.reach,
                names.named(producers),
                recall.undecidedBatches,
                recall.selected,
                recall.changed,
                recall.unchanged,
                recall.finishedAt);
    }
}
