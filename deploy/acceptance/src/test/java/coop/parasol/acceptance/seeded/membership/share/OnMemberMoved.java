package coop.parasol.acceptance.seeded.membership.share;

import coop.parasol.acceptance.seeded.messaging.Handler;
import coop.parasol.contracts.MembershipEvent.MemberMoved;

/** A handler that writes to a read model, which declares another event in its place. */
public final class OnMemberMoved implements Handler<MemberMoved> {

    private final CopiedNames names = new CopiedNames();

    @Override
    public void on(MemberMoved event) {
        names.write();
    }
}
