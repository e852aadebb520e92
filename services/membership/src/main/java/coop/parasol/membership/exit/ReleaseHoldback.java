package coop.parasol.membership.exit;

import coop.parasol.contracts.EquityEvent.HoldbackReleased;
import coop.parasol.firm.FirmClock;
import coop.parasol.firm.FirmCurrency;
import coop.parasol.membership.books.ledger.Journal;
import coop.parasol.membership.books.ledger.rules.PostingRules;
import coop.parasol.membership.exit.rules.ExitState;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;

/** When the months of a holdback are over, or recalls have used it up, what is left is the member's. */
@ApplicationScoped
class ReleaseHoldback {

    private final FirmClock clock;
    private final FirmCurrency currency;
    private final Journal journal;
    private final ExitPaymentQueue paymentQueue;
    private final CompleteExit completeExit;
    private final ExitSteps steps;
    private final Outbox outbox;

    ReleaseHoldback(
            FirmClock clock,
            FirmCurrency currency,
            Journal journal,
            ExitPaymentQueue paymentQueue,
            CompleteExit completeExit,
            ExitSteps steps,
            Outbox outbox) {
        this.clock = clock;
        this.currency = currency;
        this.journal = journal;
        this.paymentQueue = paymentQueue;
        this.completeExit = completeExit;
        this.steps = steps;
        this.outbox = outbox;
    }

    /** Releases the holdback if it is due. The share count and the exit are locked, in this order. */
    void releaseIfDue(ExitCase exit, Cause cause) {
        if (exit.state != ExitState.VALUED || exit.holdbackReleased != null) {
            return;
        }
        long left = exit.holdbackLeft();
        if (left > 0 && Objects.requireNonNull(exit.holdbackUntil).isAfter(clock.today())) {
            return;
        }
        exit.holdbackReleased = left;
        ExitCase.flush();
        if (left > 0) {
            paymentQueue.addHoldback(exit, left);
            journal.post(PostingRules.holdbackReleased(exit.id, exit.memberId, left), cause);
            steps.record(exit.id, ExitStep.HOLDBACK_RELEASED, null, left, cause);
            outbox.append(new HoldbackReleased(exit.memberId, exit.id, currency.money(left)), cause);
        }
        completeExit.ifWhollyPaid(exit, cause);
    }
}
