package coop.parasol.distribution.stock;

import java.util.UUID;

/** What producers have committed for a product and week, and what of theirs has been allocated; one row per producer. */
final class FairShares {

    /** Under this id stands the sum over all producers, so that a fair share is found without adding up. */
    static final UUID ALL_PRODUCERS = new UUID(0, 0);

    private FairShares() {}
}
