package coop.parasol.quality.inspection;

import coop.parasol.quality.worklist.InspectionClaims;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An auditor's claim of a batch.
 *
 * @param claimedUntil the first moment at which it does not hold any more
 * @param assignedBy the person of the quality desk that has assigned the auditor; absent if it claimed the batch itself
 */
public record ClaimView(
        UUID claimId,
        UUID batchId,
        UUID auditorId,
        Instant claimedAt,
        Instant claimedUntil,
        @Nullable String assignedBy) {

    static ClaimView of(InspectionClaims.Claim claim) {
        return new ClaimView(
                claim.id(),
                claim.batchId(),
                claim.auditorId(),
                claim.claimedAt(),
                claim.claimedUntil(),
                claim.assignedBy());
    }
}
