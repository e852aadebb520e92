package coop.parasol.quality.inspection.rules;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;

/**
 * The auditors whose inspections of a batch count: none with an interest in its producer, and two different persons where
 * the standard asks for two. An interest that comes up before the batch is decided takes away what its auditor has found.
 *
 * @param producer whose batch it is
 * @param required how many auditors the standard asks for
 * @param counted auditors who have submitted an inspection and have no interest in the producer
 */
public record AuditorPanel(UUID producer, int required, Set<UUID> counted) {

    /** Whether an auditor may submit an inspection. */
    public enum Admission {
        ADMITTED,
        CONFLICT_OF_INTEREST,
        HAS_SUBMITTED
    }

    /**
     * @param submitted auditors who have submitted an inspection
     * @param interested those of them who have an interest in the producer now
     */
    public static AuditorPanel of(
            UUID producer, int required, Collection<UUID> submitted, Collection<UUID> interested) {
        Set<UUID> counted = new LinkedHashSet<>(submitted);
        counted.removeIf(interested::contains);
        return new AuditorPanel(producer, required, counted);
    }

    /** @param interests members whose batches this auditor may not inspect, the firm it speaks for included */
    public Admission admission(UUID auditor, Collection<UUID> interests) {
        if (interests.contains(producer)) {
            return Admission.CONFLICT_OF_INTEREST;
        }
        return counted.contains(auditor) ? Admission.HAS_SUBMITTED : Admission.ADMITTED;
    }

    /** How many more auditors have to submit an inspection before the plans decide. */
    public int missing() {
        return Math.max(0, required - counted.size());
    }
}
