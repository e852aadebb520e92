package coop.parasol.production.member;

import coop.parasol.contracts.MembershipEvent.MemberLeft;
import coop.parasol.messaging.Envelope;
import coop.parasol.messaging.Handler;
import jakarta.enterprise.context.ApplicationScoped;

/** A firm whose membership has ended may neither commit nor report. */
@ApplicationScoped
public class OnMemberLeft implements Handler<MemberLeft> {

    @Override
    public void on(MemberLeft event, Envelope envelope) {
        Member.lock(event.memberId()).orElseThrow().state = Member.State.LEFT;
    }
}
