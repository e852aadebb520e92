package coop.parasol.acceptance.seeded.membership.exit;

import coop.parasol.acceptance.seeded.quality.batch.SomeBatch;

/** A service that looks into another, and half of a cycle between features. */
public final class KnowsAnotherService {

    public SomeBatch batch() {
        return new SomeBatch();
    }

    public coop.parasol.acceptance.seeded.membership.share.OtherHalfOfACycle share() {
        return new coop.parasol.acceptance.seeded.membership.share.OtherHalfOfACycle(this);
    }
}
