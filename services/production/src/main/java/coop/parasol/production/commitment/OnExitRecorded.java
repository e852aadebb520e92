package coop.parasol.production.commitment;

import coop.parasol.contracts.MembershipEvent.EndKind;
import coop.parasol.contracts.MembershipEvent.ExitRecorded;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Envelope;
import coop.parasol.messaging.Handler;
import coop.parasol.production.member.Member;
import jakarta.enterprise.context.ApplicationScoped;

/** A firm that is no more makes nothing: what it has committed lapses. One that is expelled keeps or releases its own. */
@ApplicationScoped
public class OnExitRecorded implements Handler<ExitRecorded> {

    private final ChangeCommitments commitments;

    OnExitRecorded(ChangeCommitments commitments) {
        this.commitments = commitments;
    }

    @Override
    public void on(ExitRecorded event, Envelope envelope) {
        if (event.kind() == EndKind.EXPULSION) {
            return;
        }
        Member member = Member.lock(event.memberId()).orElseThrow();
        Commitment.openOf(member.id).forEach(open -> commitments.release(member, open, Cause.by(envelope)));
    }
}
