package coop.parasol.membership.treasury.payment;

import coop.parasol.contracts.EquityEvent.PaymentReturned;
import coop.parasol.contracts.Money;
import coop.parasol.firm.FirmClock;
import coop.parasol.firm.FirmCurrency;
import coop.parasol.membership.treasury.payment.rules.PayableState;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Ids;
import coop.parasol.messaging.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Money that the bank had paid has come back: the payment is reversed in the books, and owed again by another payable, so that the
 * next transfer has an end-to-end id of its own and neither can be taken for the other. Returned once, however often it is said.
 */
@ApplicationScoped
class ReturnPayment {

    private static final int MAX_DETAIL_LENGTH = 500;

    private final FirmClock clock;
    private final FirmCurrency currency;
    private final PaymentLedger ledger;
    private final Payables payables;
    private final PayableHistory history;
    private final PayableListeners listeners;
    private final Outbox outbox;

    ReturnPayment(
            FirmClock clock,
            FirmCurrency currency,
            PaymentLedger ledger,
            Payables payables,
            PayableHistory history,
            PayableListeners listeners,
            Outbox outbox) {
        this.clock = clock;
        this.currency = currency;
        this.ledger = ledger;
        this.payables = payables;
        this.history = history;
        this.listeners = listeners;
        this.outbox = outbox;
    }

    /** The outcome of recording that the bank has returned a payment. */
    sealed interface Outcome permits Returned, AlreadyReturned, OtherAmount, NotPaid, UnknownPayable {}

    record Returned(Payable payable) implements Outcome {}

    /** By the same or another bank reference; nothing is posted again. */
    record AlreadyReturned(Payable payable) implements Outcome {}

    /** Part of it, or more than it: what the bank has kept or added is looked into by people. */
    record OtherAmount(Money paid) implements Outcome {}

    /** What was never paid does not come back. */
    record NotPaid(PayableState state) implements Outcome {}

    record UnknownPayable() implements Outcome {}

    /**
     * @param amount what has come back, if it is said how much
     * @param reason in the bank's words, such as {@code AC04} (ISO 20022: closed account number)
     */
    Outcome returned(UUID id, @Nullable Money amount, String bankReference, String reason, Cause cause) {
        ledger.lock();
        Optional<Payable> found = Payable.lock(id);
        if (found.isEmpty()) {
            return new UnknownPayable();
        }
        Payable payable = found.get();
        if (payable.state == PayableState.RETURNED) {
            return new AlreadyReturned(payable);
        }
        if (payable.state != PayableState.PAID) {
            return new NotPaid(payable.state);
        }
        Money paid = currency.money(payable.remainder());
        if (amount != null && !amount.equals(paid)) {
            return new OtherAmount(paid);
        }
        PaidPayable payment = payable.asPaid(paid, Objects.requireNonNull(payable.bankReference));
        ledger.postReturn(payment, Objects.requireNonNull(payable.entry), bankReference, reason, cause);
        UUID replacement = Ids.next();
        end(payable, replacement, bankReference, reason, cause);
        payables.createReplacement(payable, replacement, cause.actor());
        listeners.returned(payment, reason, cause);
        ledger.owedAgain(payable.memberId, cause);
        outbox.append(
                new PaymentReturned(
                        payable.memberId, id, replacement, payable.kind.name(), payable.sourceId, paid, bankReference),
                cause);
        return new Returned(payable);
    }

    private void end(Payable payable, UUID replacement, String bankReference, String reason, Cause cause) {
        payable.transitionTo(PayableState.RETURNED);
        payable.returnedAt = clock.now();
        payable.returnedBy = cause.actor();
        payable.returnReference = bankReference;
        payable.returnReason = reason;
        payable.replacedBy = replacement;
        Payable.flush();
        String detail = bankReference + ": " + reason;
        history.add(
                payable.id,
                "RETURNED",
                detail.substring(0, Math.min(detail.length(), MAX_DETAIL_LENGTH)),
                cause.actor());
    }
}
