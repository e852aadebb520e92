package coop.parasol.acceptance.seeded.membership.exit;

import coop.parasol.acceptance.seeded.messaging.Handler;
import coop.parasol.contracts.MembershipEvent.MemberActivated;

/** A handler for a version that has a later one. */
public final class OnEarlierVersion implements Handler<MemberActivated> {

    @Override
    public void on(MemberActivated activated) {}
}
