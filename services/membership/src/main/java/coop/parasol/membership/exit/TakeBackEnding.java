package coop.parasol.membership.exit;

import coop.parasol.contracts.MembershipEvent.ExitWithdrawn;
import coop.parasol.firm.FirmClock;
import coop.parasol.membership.exit.rules.ExitState;
import coop.parasol.membership.member.Member;
import coop.parasol.membership.member.rules.MemberState;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;

/**
 * A member that is said to be dead or dissolved and is not stays. What it had asked itself before stands: it goes on as an exit of
 * its own, which the other services clear anew.
 */
@ApplicationScoped
class TakeBackEnding {

    private final FirmClock clock;
    private final RequestExit requestExit;
    private final DecideBankAccountProposal nameAccount;
    private final Steps steps;
    private final Outbox outbox;

    TakeBackEnding(
            FirmClock clock,
            RequestExit requestExit,
            DecideBankAccountProposal nameAccount,
            Steps steps,
            Outbox outbox) {
        this.clock = clock;
        this.requestExit = requestExit;
        this.nameAccount = nameAccount;
        this.steps = steps;
        this.outbox = outbox;
    }

    /** @param exit locked; a proposal that stands is replaced */
    void propose(ExitCase exit, String reason, Cause cause) {
        exit.reversalReason = reason;
        exit.reversalProposedBy = cause.actor();
        exit.reversalProposedAt = clock.now();
        ExitCase.flush();
        steps.take(exit.id, Steps.Step.TAKING_BACK_PROPOSED, reason, null, cause);
    }

    /** @param exit locked */
    void drop(ExitCase exit, Cause cause) {
        exit.reversalReason = null;
        exit.reversalProposedBy = null;
        exit.reversalProposedAt = null;
        ExitCase.flush();
        steps.take(exit.id, Steps.Step.TAKING_BACK_DROPPED, null, null, cause);
    }

    /** @param exit locked, after the firm; proposed by another person, and not valued */
    void approve(ExitCase exit, Cause cause) {
        Member member = Member.lock(exit.memberId).orElseThrow();
        exit.state = ExitState.WITHDRAWN;
        exit.withdrawnAt = clock.now();
        exit.reversalApprovedBy = cause.actor();
        member.become(MemberState.ACTIVE);
        ExitCase.flush();
        steps.take(exit.id, Steps.Step.TAKEN_BACK, Objects.requireNonNull(exit.reversalReason), null, cause);
        outbox.append(new ExitWithdrawn(member.id, exit.id), cause);
        nameAccount.takeBack(exit.id, member, cause.actor());
        if (exit.voluntaryNoticeUntil != null) {
            requestExit.askAgain(member, exit, exit.voluntaryNoticeUntil, cause);
        }
    }
}
