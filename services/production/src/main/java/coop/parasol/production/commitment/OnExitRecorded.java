package coop.parasol.production.commitment;

import coop.parasol.contracts.MembershipEvent.EndKind;
import coop.parasol.contracts.MembershipEvent.ExitRecorded;
import coop.parasol.firm.FirmClock;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Envelope;
import coop.parasol.messaging.Handler;
import coop.parasol.production.member.Member;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;

/**
 * Releases what a firm has committed whose owner has died or that is dissolved, for it makes nothing any more. An expelled firm
 * may still report for weeks that have begun, and for no other.
 */
@ApplicationScoped
public class OnExitRecorded implements Handler<ExitRecorded> {

    private final ChangeCommitment changeCommitment;
    private final FirmClock clock;

    OnExitRecorded(ChangeCommitment changeCommitment, FirmClock clock) {
        this.changeCommitment = changeCommitment;
        this.clock = clock;
    }

    @Override
    public void on(ExitRecorded event, Envelope envelope) {
        Member member = Member.lock(event.memberId()).orElseThrow();
        Commitment.lockOpen(member.id).stream()
                .filter(commitment -> !mayStillBeMade(event.kind(), commitment))
                .forEach(commitment -> changeCommitment.release(member, commitment, Cause.by(envelope)));
    }

    private boolean mayStillBeMade(EndKind kind, Commitment commitment) {
        LocalDate today = clock.today();
        return switch (kind) {
            case DEATH, DISSOLUTION -> false;
            case EXPULSION -> !commitment.week().monday().isAfter(today);
        };
    }
}
