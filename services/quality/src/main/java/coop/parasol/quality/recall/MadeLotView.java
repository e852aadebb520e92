package coop.parasol.quality.recall;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A lot that was made of one in the scope of a decision.
 *
 * @param memberName of its producer, as long as it is known by one
 * @param brandLot the lot under which the firm sells it; absent before the sample is drawn
 * @param steps from the nearest lot in the scope: 1 for what was made of it
 */
public record MadeLotView(
        UUID batchId,
        UUID memberId,
        @Nullable String memberName,
        String product,
        String lot,
        @Nullable String brandLot,
        String state,
        int steps) {

    /** @param names of producers, by their ids */
    static List<MadeLotView> of(List<MadeOfBatches.MadeBatch> made, Map<UUID, String> names) {
        return made.stream()
                .map(each -> new MadeLotView(
                        each.batchId(),
                        each.memberId(),
                        names.get(each.memberId()),
                        each.product(),
                        each.lot(),
                        each.brandLot(),
                        each.state(),
                        each.steps()))
                .toList();
    }
}
