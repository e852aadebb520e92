package coop.parasol.pricing.pool;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Producers' commitments, as the feature that keeps them knows them. */
public interface KnownCommitments {

    /**
     * A commitment.
     *
     * @param period the ISO week
     * @param grade that was committed; null where it was not told
     */
    record Known(
            UUID commitmentId,
            UUID memberId,
            String product,
            String period,
            @Nullable String grade) {}

    /** All commitments of the producers of these, for the products and weeks of these; they themselves included. */
    List<Known> ofTheSameWeeks(Collection<UUID> commitments);
}
