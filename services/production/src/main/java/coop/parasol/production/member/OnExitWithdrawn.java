package coop.parasol.production.member;

import coop.parasol.contracts.MembershipEvent.ExitWithdrawn;
import coop.parasol.messaging.Envelope;
import coop.parasol.messaging.Handler;
import jakarta.enterprise.context.ApplicationScoped;

/** A member that stays after all may commit again. */
@ApplicationScoped
public class OnExitWithdrawn implements Handler<ExitWithdrawn> {

    @Override
    public void on(ExitWithdrawn event, Envelope envelope) {
        Member member = Member.lock(event.memberId()).orElseThrow();
        member.state = Member.State.ACTIVE;
        member.exitId = null;
    }
}
