package coop.parasol.membership.exit;

import coop.parasol.contracts.EquityEvent.InstalmentPaid;
import coop.parasol.firm.FirmClock;
import coop.parasol.membership.exit.rules.ExitPaymentState;
import coop.parasol.membership.treasury.payment.PaidPayable;
import coop.parasol.membership.treasury.payment.PayableListener;
import coop.parasol.membership.treasury.payment.rules.PayableKind;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Hears that a payment to a leaving member was made, or returned by the bank. */
@ApplicationScoped
class ExitPaymentListener implements PayableListener {

    private static final int MAX_DETAIL_LENGTH = 500;

    private final FirmClock clock;
    private final CompleteExit completeExit;
    private final ExitSteps steps;
    private final Outbox outbox;

    ExitPaymentListener(FirmClock clock, CompleteExit completeExit, ExitSteps steps, Outbox outbox) {
        this.clock = clock;
        this.completeExit = completeExit;
        this.steps = steps;
        this.outbox = outbox;
    }

    @Override
    public Set<PayableKind> kinds() {
        return Set.of(PayableKind.EXIT);
    }

    @Override
    public void paid(PaidPayable payment, Cause cause) {
        ExitPayment part = ExitPayment.lock(payment.sourceId()).orElseThrow();
        ExitCase exit = ExitCase.lock(part.exitId).orElseThrow();
        require(part, ExitPaymentState.DUE, payment);
        part.state = ExitPaymentState.PAID;
        part.paidAt = clock.now();
        part.bankReference = payment.bankReference();
        exit.paid += part.amount;
        exit.bankReference = payment.bankReference();
        ExitPayment.flush();
        steps.record(exit.id, ExitStep.PAID, detail(part, payment.bankReference()), part.amount, cause);
        outbox.append(
                new InstalmentPaid(
                        exit.memberId, exit.id, part.id, part.number, payment.amount(), payment.bankReference()),
                cause);
        completeExit.ifWhollyPaid(exit, cause);
    }

    @Override
    public void returned(PaidPayable payment, String reason, Cause cause) {
        ExitPayment part = ExitPayment.lock(payment.sourceId()).orElseThrow();
        ExitCase exit = ExitCase.lock(part.exitId).orElseThrow();
        require(part, ExitPaymentState.PAID, payment);
        part.state = ExitPaymentState.DUE;
        part.paidAt = null;
        part.bankReference = null;
        boolean wasOver = exit.returnPayment(part.amount);
        ExitPayment.flush();
        steps.record(exit.id, ExitStep.PAYMENT_RETURNED, detail(part, reason), part.amount, cause);
        if (wasOver) {
            completeExit.reopen(exit);
        }
    }

    private static String detail(ExitPayment part, String words) {
        String detail = "number " + part.number + ", " + words;
        return detail.substring(0, Math.min(detail.length(), MAX_DETAIL_LENGTH));
    }

    private static void require(ExitPayment part, ExitPaymentState state, PaidPayable payment) {
        if (part.state != state || part.amount != payment.amount().minor()) {
            throw new IllegalStateException("payment %s of %s is %s".formatted(part.id, payment.amount(), part.state));
        }
    }
}
