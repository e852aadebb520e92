package coop.parasol.production.member;

import coop.parasol.contracts.MembershipEvent.MemberActivated;
import coop.parasol.messaging.Envelope;
import coop.parasol.messaging.Handler;
import jakarta.enterprise.context.ApplicationScoped;

/** From now on the firm may commit and report. */
@ApplicationScoped
public class OnMemberActivated implements Handler<MemberActivated> {

    @Override
    public void on(MemberActivated event, Envelope envelope) {
        Member member = new Member();
        member.id = event.memberId();
        member.state = Member.State.ACTIVE;
        member.persist();
    }
}
