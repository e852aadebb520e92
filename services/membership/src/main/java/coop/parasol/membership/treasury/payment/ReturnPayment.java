package coop.parasol.membership.treasury.payment;

import coop.parasol.contracts.EquityEvent.PaymentReturned;
import coop.parasol.contracts.Money;
import coop.parasol.membership.Firm;
import coop.parasol.membership.books.ledger.Journal;
import coop.parasol.membership.books.ledger.rules.PostingRules;
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
 * Money that the bank had paid has come back: it is booked back, and owed again by another payable, so that the next transfer has
 * an end-to-end id of its own and neither can be taken for the other. Returned once, whoever says it how often.
 */
@ApplicationScoped
class ReturnPayment {

    private static final int MOST_HISTORY = 500;

    private final Firm firm;
    private final Payables payables;
    private final PayableHistory history;
    private final PayableListeners features;
    private final Journal journal;
    private final Outbox outbox;

    ReturnPayment(
            Firm firm,
            Payables payables,
            PayableHistory history,
            PayableListeners features,
            Journal journal,
            Outbox outbox) {
        this.firm = firm;
        this.payables = payables;
        this.history = history;
        this.features = features;
        this.journal = journal;
        this.outbox = outbox;
    }

    /** What saying so leads to. */
    sealed interface Outcome permits Returned, ReturnedBefore, AnotherAmount, NotPaid, Unknown {}

    record Returned(Payable payable) implements Outcome {}

    /** By the same or another reference; nothing is booked again. */
    record ReturnedBefore(Payable payable) implements Outcome {}

    /** Part of it, or more than it: what the bank has kept or added is looked into by people. */
    record AnotherAmount(Money paid) implements Outcome {}

    /** What was never paid does not come back. */
    record NotPaid(PayableState state) implements Outcome {}

    record Unknown() implements Outcome {}

    /** @param amount what has come back, if the bank says how much */
    Outcome returned(UUID id, @Nullable Money amount, String bankReference, String reason, Cause cause) {
        firm.lock();
        Optional<Payable> known = Payable.lock(id);
        if (known.isEmpty()) {
            return new Unknown();
        }
        Payable payable = known.get();
        Money paid = firm.money(payable.amount);
        if (payable.state == PayableState.RETURNED) {
            return new ReturnedBefore(payable);
        }
        if (payable.state != PayableState.PAID) {
            return new NotPaid(payable.state);
        }
        if (amount != null && !amount.equals(paid)) {
            return new AnotherAmount(paid);
        }
        bookBack(payable, bankReference, reason, cause);
        UUID again = Ids.next();
        end(payable, again, bankReference, reason, cause);
        payables.dueAgain(payable, again, cause.actor());
        PayableListener.Payment payment = new PayableListener.Payment(
                payable.sourceId,
                payable.attempt,
                payable.memberId,
                paid,
                Objects.requireNonNull(payable.bankReference));
        features.of(payable.kind).returned(payment, reason, cause);
        outbox.append(
                new PaymentReturned(
                        payable.memberId, id, again, payable.kind, payable.sourceId, paid, bankReference, reason),
                cause);
        return new Returned(payable);
    }

    private void bookBack(Payable payable, String bankReference, String reason, Cause cause) {
        long entry = Objects.requireNonNull(payable.entry);
        journal.post(
                PostingRules.paymentReturned(
                        payable.id, payable.memberId, entry, journal.lines(entry), bankReference, reason),
                cause);
    }

    private void end(Payable payable, UUID again, String bankReference, String reason, Cause cause) {
        payable.become(PayableState.RETURNED);
        payable.returnedAt = firm.now();
        payable.returnedBy = cause.actor();
        payable.returnReference = bankReference;
        payable.returnReason = reason;
        payable.replacedBy = again;
        Payable.flush();
        String detail = bankReference + ": " + reason;
        history.add(
                payable.id, "RETURNED", detail.substring(0, Math.min(detail.length(), MOST_HISTORY)), cause.actor());
    }
}
