package coop.parasol.pricing.settlement;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The bylaw on the firm's margin, setting {@code parasol.bylaws.margin-share}: what it keeps of a pool's receipts. */
@ApplicationScoped
class MarginBylaw {

    private static final int WHOLE = 10_000;

    private final int marginShare;

    /** @throws IllegalArgumentException unless the share is between 0 and 10000 basis points */
    MarginBylaw(@ConfigProperty(name = "parasol.bylaws.margin-share") int marginShare) {
        if (marginShare < 0 || marginShare > WHOLE) {
            throw new IllegalArgumentException(
                    "parasol.bylaws.margin-share is in basis points, from 0 to 10000; it is " + marginShare);
        }
        this.marginShare = marginShare;
    }

    /** Basis points of the receipts: 800 for 8 %. */
    int marginShare() {
        return marginShare;
    }
}
