package coop.parasol.production.member;

import coop.parasol.contracts.MembershipEvent.ExitRequested;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Envelope;
import coop.parasol.messaging.Handler;
import jakarta.enterprise.context.ApplicationScoped;

/** A leaving member commits nothing new. If it has no open commitment it is cleared at once. */
@ApplicationScoped
public class OnExitRequested implements Handler<ExitRequested> {

    private final ClearExit clearExit;

    OnExitRequested(ClearExit clearExit) {
        this.clearExit = clearExit;
    }

    @Override
    public void on(ExitRequested event, Envelope envelope) {
        Member member = Member.lock(event.memberId()).orElseThrow();
        member.state = Member.State.LEAVING;
        member.exitId = event.exitId();
        clearExit.clearIfNoCommitmentIsOpen(member, Cause.by(envelope));
    }
}
