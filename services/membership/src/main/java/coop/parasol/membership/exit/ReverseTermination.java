package coop.parasol.membership.exit;

import coop.parasol.contracts.MembershipEvent.ExitWithdrawn;
import coop.parasol.firm.FirmClock;
import coop.parasol.membership.exit.rules.ExitState;
import coop.parasol.membership.exit.rules.TerminationReversal;
import coop.parasol.membership.member.Member;
import coop.parasol.membership.member.rules.MemberState;
import coop.parasol.membership.share.ShareCount;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Outbox;
import coop.parasol.web.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * Reverses a death or dissolution that was recorded by mistake: one person proposes it, a second agrees, and the member stays.
 * What it had requested itself before stands, and what it had chosen for its goods: it goes on as an exit of its own, which the other
 * services clear anew.
 */
@ApplicationScoped
class ReverseTermination {

    private final FirmClock clock;
    private final ShareCount shareCount;
    private final RequestExit requestExit;
    private final DecideBankAccountProposal bankAccountProposals;
    private final ExitSteps steps;
    private final Outbox outbox;

    ReverseTermination(
            FirmClock clock,
            ShareCount shareCount,
            RequestExit requestExit,
            DecideBankAccountProposal bankAccountProposals,
            ExitSteps steps,
            Outbox outbox) {
        this.clock = clock;
        this.shareCount = shareCount;
        this.requestExit = requestExit;
        this.bankAccountProposals = bankAccountProposals;
        this.steps = steps;
        this.outbox = outbox;
    }

    sealed interface Outcome permits Done, Refused {}

    record Done(ExitCase exit) implements Outcome {}

    record Refused(Refusal reason) implements Outcome {}

    /** Replaces a proposal that is pending. */
    Outcome propose(UUID exitId, String reason, Cause cause) {
        Optional<ExitCase> locked = lock(exitId);
        if (locked.isEmpty()) {
            return unknown(exitId);
        }
        ExitCase exit = locked.get();
        if (TerminationReversal.propose(exit.kind, exit.state) instanceof TerminationReversal.Refused refused) {
            return refused(refused);
        }
        exit.reversalReason = reason;
        exit.reversalProposedBy = cause.actor();
        exit.reversalProposedAt = clock.now();
        ExitCase.flush();
        steps.record(exit.id, ExitStep.REVERSAL_PROPOSED, reason, null, cause);
        return new Done(exit);
    }

    /** Withdraws the pending proposal, if there is one; the exit goes on. */
    Outcome withdrawProposal(UUID exitId, Cause cause) {
        Optional<ExitCase> locked = lock(exitId);
        if (locked.isEmpty()) {
            return unknown(exitId);
        }
        ExitCase exit = locked.get();
        if (TerminationReversal.propose(exit.kind, exit.state) instanceof TerminationReversal.Refused refused) {
            return refused(refused);
        }
        if (exit.reversalProposedBy != null) {
            exit.reversalReason = null;
            exit.reversalProposedBy = null;
            exit.reversalProposedAt = null;
            ExitCase.flush();
            steps.record(exit.id, ExitStep.REVERSAL_WITHDRAWN, null, null, cause);
        }
        return new Done(exit);
    }

    /** The second person agrees: the recorded termination is reversed. */
    Outcome approve(UUID exitId, Cause cause) {
        Optional<ExitCase> locked = lock(exitId);
        if (locked.isEmpty()) {
            return unknown(exitId);
        }
        ExitCase exit = locked.get();
        if (TerminationReversal.approve(exit.kind, exit.state, exit.reversalProposedBy, cause.actor())
                instanceof TerminationReversal.Refused refused) {
            return refused(refused);
        }
        Member member = Member.lock(exit.memberId).orElseThrow();
        exit.state = ExitState.WITHDRAWN;
        exit.withdrawnAt = clock.now();
        exit.reversalApprovedBy = cause.actor();
        member.transitionTo(MemberState.ACTIVE);
        ExitCase.flush();
        steps.record(exit.id, ExitStep.REVERSED, Objects.requireNonNull(exit.reversalReason), null, cause);
        outbox.append(new ExitWithdrawn(member.id, exit.id), cause);
        bankAccountProposals.reverse(exit.id, member, cause.actor());
        if (exit.voluntaryNoticeUntil != null) {
            requestExit.requestAgain(member, exit, exit.voluntaryNoticeUntil, cause);
        }
        return new Done(exit);
    }

    private Optional<ExitCase> lock(UUID exitId) {
        shareCount.lock();
        return ExitCase.lock(exitId);
    }

    private static Outcome unknown(UUID exitId) {
        return new Refused(new Refusal.NotFound("exit", exitId));
    }

    private static Outcome refused(TerminationReversal.Refused refused) {
        return new Refused(
                refused.code().equals("same-person")
                        ? new Refusal.Forbidden(refused.code(), refused.detail())
                        : new Refusal.Conflict(refused.code(), refused.detail()));
    }
}
