package coop.parasol.production.member;

import coop.parasol.contracts.MembershipEvent.MemberActivatedV2;
import coop.parasol.messaging.Envelope;
import coop.parasol.messaging.Handler;
import jakarta.enterprise.context.ApplicationScoped;

/** A new member firm may commit and report. */
@ApplicationScoped
public class OnMemberActivated implements Handler<MemberActivatedV2> {

    @Override
    public void on(MemberActivatedV2 event, Envelope envelope) {
        Member member = new Member();
        member.id = event.memberId();
        member.ownerId = event.memberId();
        member.name = event.name();
        member.state = Member.State.ACTIVE;
        member.persist();
    }
}
