package coop.parasol.quality.inspection.rules;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;

/**
 * Who judges a batch (rules 3): nobody with an interest in its producer, and where two are asked two persons. An interest
 * that comes up before the batch is decided takes away what its auditor has found.
 *
 * @param producer whose batch it is
 * @param asked how many auditors the standard wants
 * @param judged auditors who have said what they found and have no interest in the producer
 */
public record Panel(UUID producer, int asked, Set<UUID> judged) {

    /** Whether somebody may say what it found. */
    public enum Answer {
        WELCOME,
        CONFLICT_OF_INTEREST,
        HAS_JUDGED
    }

    /**
     * @param said auditors who have said what they found
     * @param interested those who have an interest in the producer now
     */
    public static Panel of(UUID producer, int asked, Collection<UUID> said, Collection<UUID> interested) {
        Set<UUID> judged = new LinkedHashSet<>(said);
        judged.removeIf(interested::contains);
        return new Panel(producer, asked, judged);
    }

    /** @param interests members whose batches this auditor may not judge, the firm it speaks for itself included */
    public Answer answer(UUID auditor, Collection<UUID> interests) {
        if (interests.contains(producer)) {
            return Answer.CONFLICT_OF_INTEREST;
        }
        return judged.contains(auditor) ? Answer.HAS_JUDGED : Answer.WELCOME;
    }

    /** How many more have to judge before the plans decide. */
    public int missing() {
        return Math.max(0, asked - judged.size());
    }
}
