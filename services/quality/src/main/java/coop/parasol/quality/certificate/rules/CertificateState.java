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
 * expires once it is reinstated.
 */
public enum CertificateState {
    CERTIFIED,
    SUSPENDED,
    RECALLED,
    EXPIRED;

    public boolean canTransitionTo(CertificateState next) {
        return switch (this) {
            case CERTIFIED -> next == SUSPENDED || next == EXPIRED;
            case SUSPENDED -> next == CERTIFIED || next == RECALLED;
            case EXPIRED -> next == RECALLED;
            case RECALLED -> false;
        };
    }

    /**
     * The state at a moment: past its last day of sale a certificate is not in force, whether that is stored already or not.
     *
     * @param expiresAt first moment out of force, absent where goods do not age
     */
    public CertificateState at(Instant now, @Nullable Instant expiresAt) {
        return this == CERTIFIED && expiresAt != null && !now.isBefore(expiresAt) ? EXPIRED : this;
    }
}
