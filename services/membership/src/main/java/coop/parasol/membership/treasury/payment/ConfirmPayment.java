package coop.parasol.membership.treasury.payment;

import coop.parasol.contracts.EquityEvent.PaymentPurpose;
import coop.parasol.contracts.EquityEvent.PaymentSent;
import coop.parasol.contracts.Money;
import coop.parasol.firm.FirmClock;
import coop.parasol.firm.FirmCurrency;
import coop.parasol.membership.treasury.payment.rules.PayableState;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Records that the bank has paid a payable, or has rejected its transfer. A payable is paid once, however often it is said; only
 * what stands in an approved payment run can be.
 */
@ApplicationScoped
class ConfirmPayment {

    private final FirmClock clock;
    private final FirmCurrency currency;
    private final PaymentLedger ledger;
    private final PayableHistory history;
    private final PayableListeners listeners;
    private final ReverseRejection reverseRejection;
    private final Outbox outbox;

    ConfirmPayment(
            FirmClock clock,
            FirmCurrency currency,
            PaymentLedger ledger,
            PayableHistory history,
            PayableListeners listeners,
            ReverseRejection reverseRejection,
            Outbox outbox) {
        this.clock = clock;
        this.currency = currency;
        this.ledger = ledger;
        this.history = history;
        this.listeners = listeners;
        this.reverseRejection = reverseRejection;
        this.outbox = outbox;
    }

    /** The outcome of confirming a payment. */
    sealed interface Outcome permits Paid, AlreadyPaid, OtherAmount, NotSent, UnknownPayable {}

    /** The outcome of recording that the bank has rejected a transfer. */
    sealed interface Rejection permits Reopened, AlreadyPaid, NotSent, UnknownPayable {}

    record Paid(Payable payable) implements Outcome {}

    record Reopened(Payable payable) implements Rejection {}

    /** By the same or another bank reference; nothing is posted again. */
    record AlreadyPaid(Payable payable) implements Outcome, Rejection {}

    /** The bank has paid more or less than is owed. */
    record OtherAmount(Money owed) implements Outcome {}

    /** It is in no approved payment run. */
    record NotSent(PayableState state) implements Outcome, Rejection {}

    record UnknownPayable() implements Outcome, Rejection {}

    /** As the bank's statement says; it counts more than a rejection that somebody has entered before, and what followed from it. */
    Outcome paidByBank(UUID id, Money amount, String bankReference, Cause cause) {
        ledger.lock();
        Optional<UUID> claimOpenAgain = reverseRejection.of(id, amount, bankReference, cause);
        Outcome outcome = paid(id, amount, bankReference, cause);
        claimOpenAgain.ifPresent(memberId -> ledger.owedAgain(memberId, cause));
        return outcome;
    }

    /** @param amount what has gone, if it is said how much */
    Outcome paid(UUID id, @Nullable Money amount, String bankReference, Cause cause) {
        ledger.lock();
        Optional<Payable> found = Payable.lock(id);
        if (found.isEmpty()) {
            return new UnknownPayable();
        }
        Payable payable = found.get();
        Money owed = currency.money(payable.remainder());
        if (payable.state.wasPaid()) {
            return new AlreadyPaid(payable);
        }
        if (!isSent(payable)) {
            return new NotSent(payable.state);
        }
        if (amount != null && !amount.equals(owed)) {
            return new OtherAmount(owed);
        }
        PaidPayable paid = payable.asPaid(owed, bankReference);
        payable.entry = ledger.postPayment(paid, cause);
        payable.transitionTo(PayableState.PAID);
        payable.bankReference = bankReference;
        payable.paidAt = clock.now();
        payable.paidBy = cause.actor();
        Payable.flush();
        if (payable.rejectedIn != null) {
            HoldDecision.lapse(id, cause.actor(), clock.now());
        }
        listeners.paid(paid, cause);
        outbox.append(
                new PaymentSent(
                        paid.memberId(),
                        paid.payableId(),
                        PaymentPurpose.valueOf(paid.kind().name()),
                        paid.amount(),
                        bankReference),
                cause);
        history.add(id, "PAID", bankReference, cause.actor());
        return new Paid(payable);
    }

    /** The bank has rejected the transfer: the payable is open again, and due as before. */
    Rejection rejected(UUID id, String reason, Cause cause) {
        ledger.lock(); // a statement that is read at the same time finds it rejected, or not rejected yet and sent
        Optional<Payable> found = Payable.lock(id);
        if (found.isEmpty()) {
            return new UnknownPayable();
        }
        Payable payable = found.get();
        if (payable.state.wasPaid()) {
            return new AlreadyPaid(payable);
        }
        if (!isSent(payable)) {
            return new NotSent(payable.state);
        }
        payable.transitionTo(PayableState.OPEN);
        payable.rejectedIn = payable.runId;
        payable.rejectedCreditor = payable.creditor;
        payable.rejectedIban = payable.iban;
        payable.runId = null;
        payable.creditor = null;
        payable.iban = null;
        Payable.flush();
        history.add(id, "REJECTED", reason, cause.actor());
        ledger.owedAgain(payable.memberId, cause);
        Payable.getEntityManager().refresh(payable); // a claim may have settled it
        return new Reopened(payable);
    }

    private static boolean isSent(Payable payable) {
        if (payable.state != PayableState.IN_RUN) {
            return false;
        }
        PaymentRun run = Objects.requireNonNull(PaymentRun.findById(payable.runId));
        return run.state == PaymentRun.State.APPROVED;
    }
}
