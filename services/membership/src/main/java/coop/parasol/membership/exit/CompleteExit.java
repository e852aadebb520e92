package coop.parasol.membership.exit;

import coop.parasol.contracts.EquityEvent.ExitPaid;
import coop.parasol.contracts.MembershipEvent.MemberLeft;
import coop.parasol.firm.FirmClock;
import coop.parasol.firm.FirmCurrency;
import coop.parasol.membership.exit.rules.ExitState;
import coop.parasol.membership.exit.rules.LastStatement;
import coop.parasol.membership.login.Logins;
import coop.parasol.membership.member.Member;
import coop.parasol.membership.member.rules.MemberState;
import coop.parasol.membership.pool.MemberPools;
import coop.parasol.membership.share.ShareCount;
import coop.parasol.membership.treasury.payment.PayeeNames;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;

/**
 * The leaving member has all its money of the exit; when the statement of its last pool is there, its membership is over, and when
 * its last pool is closed and paid its account is closed. Money that comes back afterwards is owed again and the exit goes on until it
 * is paid, but the membership stays over: the firm may have joined again meanwhile.
 */
@ApplicationScoped
class CompleteExit {

    private final FirmClock clock;
    private final FirmCurrency currency;
    private final ShareCount shareCount;
    private final RedemptionBudget redemptionBudget;
    private final MemberPools pools;
    private final PayeeNames payeeNames;
    private final Logins logins;
    private final ExitSteps steps;
    private final Outbox outbox;

    CompleteExit(
            FirmClock clock,
            FirmCurrency currency,
            ShareCount shareCount,
            RedemptionBudget redemptionBudget,
            MemberPools pools,
            PayeeNames payeeNames,
            Logins logins,
            ExitSteps steps,
            Outbox outbox) {
        this.clock = clock;
        this.currency = currency;
        this.shareCount = shareCount;
        this.redemptionBudget = redemptionBudget;
        this.pools = pools;
        this.payeeNames = payeeNames;
        this.logins = logins;
        this.steps = steps;
        this.outbox = outbox;
    }

    /** The exit is paid if everything is; it ends with it unless a statement is waited for. The share count and the exit are locked, in this order. */
    void ifWhollyPaid(ExitCase exit, Cause cause) {
        if (exit.state != ExitState.VALUED || !exit.isWhollyPaid()) {
            return;
        }
        exit.state = ExitState.PAID;
        exit.paidAt = clock.now();
        ExitCase.flush();
        redemptionBudget.removeSettlement(Objects.requireNonNull(exit.payable) + exit.holdback);
        steps.record(exit.id, ExitStep.ALL_PAID, null, exit.paid, cause);
        if (exit.bankReference != null) {
            outbox.append(new ExitPaid(exit.memberId, exit.id, currency.money(exit.paid), exit.bankReference), cause);
        }
        endIfDue(exit, cause);
    }

    /**
     * Ends a paid exit, and with it the membership, if no statement is waited for any more. The share count and the exit are locked,
     * in this order.
     */
    void endIfDue(ExitCase exit, Cause cause) {
        Member member = Member.lock(exit.memberId).orElseThrow();
        boolean isOver = member.leftAt != null;
        if (exit.state != ExitState.PAID
                || !(isOver
                        || LastStatement.isOver(
                                pools.awaitsStatement(member.id),
                                Objects.requireNonNull(exit.lastStatementUntil),
                                clock.today()))) {
            return;
        }
        exit.state = ExitState.ENDED;
        exit.endedAt = clock.now();
        if (!isOver) {
            if (member.state != MemberState.EXPELLED) {
                member.transitionTo(MemberState.LEFT);
            }
            member.leftAt = clock.now();
        }
        ExitCase.flush();
        steps.record(exit.id, ExitStep.ENDED, null, null, cause);
        if (!isOver) {
            outbox.append(new MemberLeft(member.id, exit.id, clock.today(), shareCount.total()), cause);
        }
        endAccessIfDue(exit, cause);
    }

    /**
     * Closes the account of a member that has left, with which it reads its statements, when its last pool is closed and paid, or its
     * name belongs to a newer membership. The share count and the exit are locked, in this order.
     */
    void endAccessIfDue(ExitCase exit, Cause cause) {
        Member member = Member.lock(exit.memberId).orElseThrow();
        if (exit.state != ExitState.ENDED
                || exit.accessEndedAt != null
                || (!member.hasSuccessor() && (pools.isOpen(member.id) || payeeNames.countUnpaid(member.id) > 0))) {
            return;
        }
        exit.accessEndedAt = clock.now();
        ExitCase.flush();
        logins.disable(member.id, member.email, member.name);
        steps.record(exit.id, ExitStep.ACCESS_ENDED, null, null, cause);
    }

    /**
     * The exit is not over after all: money has come back. The account is opened again, so that the member can read what it is owed and name another
     * bank account; not if its name belongs to a newer membership, or was erased. The share count and the exit are locked, in this order.
     */
    void reopen(ExitCase exit) {
        redemptionBudget.addSettlement(Objects.requireNonNull(exit.payable) + exit.holdback);
        openAccount(exit);
    }

    /**
     * Opens the account again that was closed when all was paid: money of a pool, a bonus or the like has come back, which is no part
     * of the exit. It is closed again as it was, when that is paid. The share count and the exit are locked, in this order.
     *
     * @return whether it was closed
     */
    boolean reopenAccess(ExitCase exit) {
        if (exit.accessEndedAt == null) {
            return false;
        }
        exit.accessEndedAt = null;
        ExitCase.flush();
        openAccount(exit);
        return true;
    }

    private void openAccount(ExitCase exit) {
        Member member = Member.lock(exit.memberId).orElseThrow();
        if (!member.hasSuccessor() && member.erasedAt == null) {
            logins.enable(member.id, member.email, member.name);
        }
    }
}
