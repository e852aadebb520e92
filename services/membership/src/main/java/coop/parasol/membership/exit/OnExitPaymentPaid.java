package coop.parasol.membership.exit;

import coop.parasol.contracts.MembershipEvent.InstalmentPaid;
import coop.parasol.contracts.Money;
import coop.parasol.membership.Firm;
import coop.parasol.membership.exit.rules.PaymentState;
import coop.parasol.membership.ledger.Journal;
import coop.parasol.membership.ledger.rules.Bookings;
import coop.parasol.membership.payment.OnPaid;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** A part of a leaving member's money has gone to its bank account. */
@ApplicationScoped
class OnExitPaymentPaid implements OnPaid {

    private final Firm firm;
    private final Journal journal;
    private final EndExit endExit;
    private final Steps steps;
    private final Outbox outbox;

    OnExitPaymentPaid(Firm firm, Journal journal, EndExit endExit, Steps steps, Outbox outbox) {
        this.firm = firm;
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
    public void paid(UUID paymentId, UUID memberId, Money amount, String bankReference, Cause cause) {
        ExitPayment payment = ExitPayment.lock(paymentId).orElseThrow();
        ExitCase exit = ExitCase.lock(payment.exitId).orElseThrow();
        if (payment.state != PaymentState.DUE || payment.amount != amount.minor()) {
            throw new IllegalStateException("payment %s of %s is %s".formatted(paymentId, amount, payment.state));
        }
        payment.state = PaymentState.PAID;
        payment.paidAt = firm.now();
        payment.bankReference = bankReference;
        exit.paid += payment.amount;
        exit.bankReference = bankReference;
        ExitPayment.flush();
        journal.post(Bookings.exitPaid(payment.id, memberId, payment.amount, bankReference), cause);
        steps.take(exit.id, Steps.Step.PAID, "number " + payment.number + ", " + bankReference, payment.amount, cause);
        outbox.append(new InstalmentPaid(memberId, exit.id, payment.id, payment.number, amount, bankReference), cause);
        endExit.ifNothingIsLeft(exit, cause);
    }
}
