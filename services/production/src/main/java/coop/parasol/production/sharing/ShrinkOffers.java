package coop.parasol.production.sharing;

import coop.parasol.firm.FirmClock;
import coop.parasol.production.commitment.OpenParts;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.UUID;

/**
 * Nobody offers more than it has committed and not made: where a commitment is lowered its newest offers give way first, and where it is
 * released they are withdrawn. They stay so where it is raised again.
 */
@ApplicationScoped
class ShrinkOffers implements OpenParts {

    private final SharedOffers offers;
    private final FirmClock clock;

    ShrinkOffers(SharedOffers offers, FirmClock clock) {
        this.offers = offers;
        this.clock = clock;
    }

    @Override
    public void lowered(UUID commitmentId, BigDecimal outstanding) {
        BigDecimal tooMuch = offers.openOf(commitmentId).subtract(outstanding);
        if (tooMuch.signum() <= 0) {
            return;
        }
        for (SharedOffer offer : SharedOffer.lockOpen(commitmentId)) {
            BigDecimal open = offer.offered.subtract(offer.taken);
            BigDecimal less = open.min(tooMuch).max(BigDecimal.ZERO);
            if (less.compareTo(open) == 0) {
                offer.end(SharedOffer.State.WITHDRAWN, clock.now());
            } else {
                offer.offered = offer.offered.subtract(less);
            }
            tooMuch = tooMuch.subtract(less);
            if (tooMuch.signum() == 0) {
                break;
            }
        }
        SharedOffer.flush();
    }
}
