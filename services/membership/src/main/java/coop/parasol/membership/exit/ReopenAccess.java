package coop.parasol.membership.exit;

import coop.parasol.membership.treasury.payment.PaidPayable;
import coop.parasol.membership.treasury.payment.PayableListener;
import coop.parasol.membership.treasury.payment.rules.PayableKind;
import coop.parasol.messaging.Cause;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.Set;

/**
 * Money that a former member had of a pool, a bonus or goods bought in has come back: it signs in again to see what it is owed and to
 * name another bank account. {@link AdvanceExits} closes the account when that is paid. {@link ExitPaymentListener} does the same for
 * what was paid of the exit itself.
 */
@ApplicationScoped
class ReopenAccess implements PayableListener {

    private static final int MAX_DETAIL_LENGTH = 500;

    private final CompleteExit completeExit;
    private final ExitSteps steps;

    ReopenAccess(CompleteExit completeExit, ExitSteps steps) {
        this.completeExit = completeExit;
        this.steps = steps;
    }

    @Override
    public Set<PayableKind> kinds() {
        return EnumSet.complementOf(EnumSet.of(PayableKind.EXIT));
    }

    @Override
    public void returned(PaidPayable payment, String reason, Cause cause) {
        ExitCase.lockOf(payment.memberId()).filter(completeExit::reopenAccess).ifPresent(exit -> {
            String detail = payment.kind() + ", " + reason;
            steps.record(
                    exit.id,
                    ExitStep.PAYMENT_RETURNED,
                    detail.substring(0, Math.min(detail.length(), MAX_DETAIL_LENGTH)),
                    payment.amount().minor(),
                    cause);
        });
    }
}
