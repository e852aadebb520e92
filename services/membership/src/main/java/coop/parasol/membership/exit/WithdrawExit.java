package coop.parasol.membership.exit;

import coop.parasol.contracts.MembershipEvent.ExitWithdrawn;
import coop.parasol.firm.FirmClock;
import coop.parasol.membership.exit.rules.ExitKind;
import coop.parasol.membership.exit.rules.ExitState;
import coop.parasol.membership.member.Member;
import coop.parasol.membership.member.rules.MemberState;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Outbox;
import jakarta.enterprise.context.ApplicationScoped;

/** A member that has asked to leave stays after all; possible until its share is valued. */
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

    sealed interface Outcome permits Withdrawn, NotVoluntary, AlreadyValued {}

    record Withdrawn() implements Outcome {}

    /** A death, a dissolution or an expulsion is not the member's to withdraw. */
    record NotVoluntary(ExitKind kind) implements Outcome {}

    record AlreadyValued() implements Outcome {}

    /** @param exit locked; one that is withdrawn already stays so */
    Outcome withdraw(ExitCase exit, Cause cause) {
        if (exit.state == ExitState.WITHDRAWN) {
            return new Withdrawn();
        }
        if (!exit.kind.isVoluntary()) {
            return new NotVoluntary(exit.kind);
        }
        if (!exit.state.canBeWithdrawn()) {
            return new AlreadyValued();
        }
        Member member = Member.lock(exit.memberId).orElseThrow();
        exit.state = ExitState.WITHDRAWN;
        exit.withdrawnAt = clock.now();
        member.become(MemberState.ACTIVE);
        ExitCase.flush();
        steps.record(exit.id, ExitStep.WITHDRAWN, null, null, cause);
        outbox.append(new ExitWithdrawn(member.id, exit.id), cause);
        return new Withdrawn();
    }
}
