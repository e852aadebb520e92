package coop.parasol.quality.recall.rules;

import java.util.List;
import java.util.UUID;

/**
 * Whom a suspension, reinstatement or recall concerns, and what of its scope does not exist.
 *
 * @param producers members that have made any of the batches
 * @param lotsNotFound lot numbers of the scope under which there is no batch that has or may get a certificate
 */
public record RecallReach(List<UUID> producers, List<String> lotsNotFound) {

    /** Of a decision that is not taken yet. */
    public static final RecallReach UNKNOWN = new RecallReach(List.of(), List.of());
}
