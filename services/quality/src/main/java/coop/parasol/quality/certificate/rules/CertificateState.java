package coop.parasol.quality.certificate.rules;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether a certificate is in force, and if not, why. Only a CERTIFIED batch may be sold.
 *
 * <pre>
 *   CERTIFIED ──> SUSPENDED ──> RECALLED
 *     │   ^           │
 *     │   └───────────┘
 *     v
 *   EXPIRED ──────────────────> RECALLED
 * </pre>
 *
 * A batch in force is recalled by way of its suspension, one that has expired at once. What is suspended does not expire, so that it can still be recalled; it
 * expires once it is reinstated. TAKEN_BACK is never stored: it is what a certificate shows once its producer, which leaves the firm, has taken back every
 * unit of the batch; until then those that were sold stay certified.
 */
public enum CertificateState {
    CERTIFIED,
    SUSPENDED,
    RECALLED,
    EXPIRED,
    TAKEN_BACK;

    public boolean canTransitionTo(CertificateState next) {
        return switch (this) {
            case CERTIFIED -> next == SUSPENDED || next == EXPIRED;
            case SUSPENDED -> next == CERTIFIED || next == RECALLED;
            case EXPIRED -> next == RECALLED;
            case RECALLED, TAKEN_BACK -> false;
        };
    }

    /**
     * The state at a moment: past its last day of sale a certificate is not in force, whether that is stored already or not.
     *
     * @param expiresAt first moment out of force, absent where goods do not age
     * @param allTakenBack whether the producer has taken back every unit
     */
    public CertificateState at(Instant now, @Nullable Instant expiresAt, boolean allTakenBack) {
        CertificateState aged = this == CERTIFIED && expiresAt != null && !now.isBefore(expiresAt) ? EXPIRED : this;
        return switch (aged) {
            case CERTIFIED, EXPIRED -> allTakenBack ? TAKEN_BACK : aged;
            case SUSPENDED, RECALLED, TAKEN_BACK -> aged;
        };
    }
}
