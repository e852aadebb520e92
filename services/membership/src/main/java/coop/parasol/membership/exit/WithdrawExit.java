package coop.parasol.membership.exit;

import coop.parasol.contracts.MembershipEvent.ExitWithdrawn;
import coop.parasol.firm.FirmClock;
import coop.parasol.membership.exit.rules.ExitKind;
import coop.parasol.membership.exit.rules.ExitSettlement;
import coop.parasol.membership.exit.rules.ExitState;
import coop.parasol.membership.member.Member;
import coop.parasol.membership.member.rules.MemberState;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** A member that has asked to leave stays after all; possible until its notice is over, never after. */
@ApplicationScoped
class WithdrawExit {

    private final FirmClock clock;
    private final ExitSteps steps;
    private final Outbox outbox;

    WithdrawExit(FirmClock clock, ExitSteps steps, Outbox outbox) {
        this.clock = clock;
        this.steps = steps;
        this.outbox = outbox;
    }

    sealed interface Outcome permits Withdrawn, NotVoluntary, AlreadyBinding {}

    record Withdrawn(ExitCase exit) implements Outcome {}

    /** A death, a dissolution or an expulsion is not the member's to withdraw. */
    record NotVoluntary(ExitKind kind) implements Outcome {}

    /** Refused: the notice is over, so the exit is binding. */
    record AlreadyBinding() implements Outcome {}

    /** @param exitId of an exit that exists; one that is withdrawn already stays so */
    Outcome withdraw(UUID exitId, Cause cause) {
        ExitCase exit = ExitCase.lock(exitId).orElseThrow();
        if (exit.state == ExitState.WITHDRAWN) {
            return new Withdrawn(exit);
        }
        if (!exit.kind.isVoluntary()) {
            return new NotVoluntary(exit.kind);
        }
        if (exit.state != ExitState.REQUESTED || ExitSettlement.isBinding(exit.noticeUntil, clock.today())) {
            return new AlreadyBinding();
        }
        Member member = Member.lock(exit.memberId).orElseThrow();
        exit.state = ExitState.WITHDRAWN;
        exit.withdrawnAt = clock.now();
        member.transitionTo(MemberState.ACTIVE);
        ExitCase.flush();
        steps.record(exit.id, ExitStep.WITHDRAWN, null, null, cause);
        outbox.append(new ExitWithdrawn(member.id, exit.id), cause);
        return new Withdrawn(exit);
    }
}
