package coop.parasol.membership.exit;

import coop.parasol.contracts.EquityEvent.InstalmentPaid;
import coop.parasol.firm.FirmClock;
import coop.parasol.membership.books.ledger.Journal;
import coop.parasol.membership.books.ledger.rules.PostingRules;
import coop.parasol.membership.exit.rules.PaymentState;
import coop.parasol.membership.treasury.payment.PayableListener;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Outbox;
import jakarta.enterprise.context.ApplicationScoped;

/** A part of a leaving member's money has gone to its bank account. */
@ApplicationScoped
class OnExitPaymentPaid implements PayableListener {

    private static final int MOST_DETAIL = 500;

    private final FirmClock clock;
    private final Journal journal;
    private final EndExit endExit;
    private final Steps steps;
    private final Outbox outbox;

    OnExitPaymentPaid(FirmClock clock, Journal journal, EndExit endExit, Steps steps, Outbox outbox) {
        this.clock = clock;
        this.journal = journal;
        this.endExit = endExit;
        this.steps = steps;
        this.outbox = outbox;
    }

    @Override
    public String kind() {
        return Payments.PAYABLE;
    }

    @Override
    public long paid(Payment payment, Cause cause) {
        ExitPayment part = ExitPayment.lock(payment.sourceId()).orElseThrow();
        ExitCase exit = ExitCase.lock(part.exitId).orElseThrow();
        require(part, PaymentState.DUE, payment);
        part.state = PaymentState.PAID;
        part.paidAt = clock.now();
        part.bankReference = payment.bankReference();
        exit.paid += part.amount;
        exit.bankReference = payment.bankReference();
        ExitPayment.flush();
        long entry = journal.post(
                PostingRules.exitInstalmentPaid(payment.about(), exit.memberId, part.amount, payment.bankReference()),
                cause);
        steps.take(exit.id, Steps.Step.PAID, detail(part, payment.bankReference()), part.amount, cause);
        outbox.append(
                new InstalmentPaid(
                        exit.memberId, exit.id, part.id, part.number, payment.amount(), payment.bankReference()),
                cause);
        endExit.ifNothingIsLeft(exit, cause);
        return entry;
    }

    @Override
    public void returned(Payment payment, String reason, Cause cause) {
        ExitPayment part = ExitPayment.lock(payment.sourceId()).orElseThrow();
        ExitCase exit = ExitCase.lock(part.exitId).orElseThrow();
        require(part, PaymentState.PAID, payment);
        part.state = PaymentState.DUE;
        part.paidAt = null;
        part.bankReference = null;
        boolean wasOver = exit.takeBack(part.amount);
        ExitPayment.flush();
        steps.take(exit.id, Steps.Step.PAYMENT_RETURNED, detail(part, reason), part.amount, cause);
        if (wasOver) {
            endExit.openAgain(exit);
        }
    }

    private static String detail(ExitPayment part, String words) {
        String detail = "number " + part.number + ", " + words;
        return detail.substring(0, Math.min(detail.length(), MOST_DETAIL));
    }

    private static void require(ExitPayment part, PaymentState state, Payment payment) {
        if (part.state != state || part.amount != payment.amount().minor()) {
            throw new IllegalStateException("payment %s of %s is %s".formatted(part.id, payment.amount(), part.state));
        }
    }
}
