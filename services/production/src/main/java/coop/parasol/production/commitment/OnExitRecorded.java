package coop.parasol.production.commitment;

import coop.parasol.contracts.MembershipEvent.EndKind;
import coop.parasol.contracts.MembershipEvent.ExitRecorded;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Envelope;
import coop.parasol.messaging.Handler;
import coop.parasol.production.member.Member;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;

/**
 * A firm that is no more makes nothing: what it has committed lapses. One that is expelled may still report for weeks that have begun,
 * and for no other.
 */
@ApplicationScoped
public class OnExitRecorded implements Handler<ExitRecorded> {

    private final ChangeCommitments commitments;
    private final Clock clock;

    OnExitRecorded(ChangeCommitments commitments, Clock clock) {
        this.commitments = commitments;
        this.clock = clock;
    }

    @Override
    public void on(ExitRecorded event, Envelope envelope) {
        LocalDate today = LocalDate.now(clock);
        Member member = Member.lock(event.memberId()).orElseThrow();
        Commitment.openOf(member.id).stream()
                .filter(open -> event.kind() != EndKind.EXPULSION
                        || open.week().monday().isAfter(today))
                .forEach(open -> commitments.release(member, open, Cause.by(envelope)));
    }
}
