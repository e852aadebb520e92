package coop.parasol.membership.exit;

import coop.parasol.contracts.EquityEvent.ExitPaid;
import coop.parasol.contracts.MembershipEvent.MemberLeft;
import coop.parasol.firm.FirmClock;
import coop.parasol.firm.FirmCurrency;
import coop.parasol.membership.exit.rules.ExitState;
import coop.parasol.membership.login.Logins;
import coop.parasol.membership.member.Member;
import coop.parasol.membership.member.rules.MemberState;
import coop.parasol.membership.share.ShareCount;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;

/**
 * The leaving member has all its money; its membership is over and its account closed. Money that comes back afterwards is owed
 * again and the exit goes on until it is paid, but the membership stays over: the firm may have joined again meanwhile.
 */
@ApplicationScoped
class CompleteExit {

    private final FirmClock clock;
    private final FirmCurrency currency;
    private final ShareCount shareCount;
    private final RedemptionBudget redemptionBudget;
    private final Logins logins;
    private final ExitSteps steps;
    private final Outbox outbox;

    CompleteExit(
            FirmClock clock,
            FirmCurrency currency,
            ShareCount shareCount,
            RedemptionBudget redemptionBudget,
            Logins logins,
            ExitSteps steps,
            Outbox outbox) {
        this.clock = clock;
        this.currency = currency;
        this.shareCount = shareCount;
        this.redemptionBudget = redemptionBudget;
        this.logins = logins;
        this.steps = steps;
        this.outbox = outbox;
    }

    /** Ends the exit if everything is paid. The share count and the exit are locked, in this order. */
    void ifWhollyPaid(ExitCase exit, Cause cause) {
        if (exit.state != ExitState.VALUED || !exit.isWhollyPaid()) {
            return;
        }
        Member member = Member.lock(exit.memberId).orElseThrow();
        exit.state = ExitState.PAID;
        exit.paidAt = clock.now();
        boolean isOver = member.leftAt != null;
        if (!isOver) {
            if (member.state != MemberState.EXPELLED) {
                member.transitionTo(MemberState.LEFT);
            }
            member.leftAt = clock.now();
        }
        ExitCase.flush();
        redemptionBudget.removeSettlement(Objects.requireNonNull(exit.payable) + exit.holdback);
        logins.disable(member.id, member.email, member.name);
        steps.record(exit.id, ExitStep.ENDED, null, exit.paid, cause);
        if (exit.bankReference != null) {
            outbox.append(new ExitPaid(member.id, exit.id, currency.money(exit.paid), exit.bankReference), cause);
        }
        if (!isOver) {
            outbox.append(new MemberLeft(member.id, exit.id, clock.today(), shareCount.total()), cause);
        }
    }

    /**
     * The exit is not over after all: money has come back. The account is opened again, so that the member can read what it is owed and name another
     * bank account; not if its name belongs to a newer membership. The share count and the exit are locked, in this order.
     */
    void reopen(ExitCase exit) {
        Member member = Member.lock(exit.memberId).orElseThrow();
        redemptionBudget.addSettlement(Objects.requireNonNull(exit.payable) + exit.holdback);
        if (!member.hasSuccessor()) {
            logins.enable(member.id, member.email, member.name);
        }
    }
}
