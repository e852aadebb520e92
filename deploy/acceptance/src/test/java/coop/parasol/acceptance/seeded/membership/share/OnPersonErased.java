package coop.parasol.acceptance.seeded.membership.share;

import coop.parasol.acceptance.seeded.messaging.Handler;
import coop.parasol.contracts.MembershipEvent.PersonErased;

/** A handler that writes to a read model, which declares its event. */
public final class OnPersonErased implements Handler<PersonErased> {

    private final CopiedNames names = new CopiedNames();

    @Override
    public void on(PersonErased event) {
        names.write();
    }
}
