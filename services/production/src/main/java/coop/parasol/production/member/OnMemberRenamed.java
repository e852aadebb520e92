package coop.parasol.production.member;

import coop.parasol.contracts.MembershipEvent.MemberRenamed;
import coop.parasol.messaging.Envelope;
import coop.parasol.messaging.Handler;
import jakarta.enterprise.context.ApplicationScoped;

/** Stores the name by which a member goes from now on. */
@ApplicationScoped
public class OnMemberRenamed implements Handler<MemberRenamed> {

    private final MemberNames names;

    OnMemberRenamed(MemberNames names) {
        this.names = names;
    }

    @Override
    public void on(MemberRenamed event, Envelope envelope) {
        names.change(event.memberId(), event.name());
    }
}
