package coop.parasol.quality.recall;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Batches that were made of others, as their producers have told it (forward closure of the genealogy). The feature batch implements it,
 * since the tables are its own.
 */
public interface MadeOfBatches {

    /**
     * A batch that was made of one of the others, of a batch that was, and so on.
     *
     * @param brandLot the lot under which the firm sells it; absent before the sample is drawn
     * @param state of the batch
     * @param steps from the nearest of the others: 1 for what was made of it
     */
    record MadeBatch(
            UUID batchId,
            UUID memberId,
            String product,
            String lot,
            @Nullable String brandLot,
            String state,
            int steps) {}

    /** The nearest first, without those themselves and without withdrawn ones; so many steps far as goods go in practice. */
    List<MadeBatch> madeOf(Collection<UUID> batches, int maxRows);
}
