package coop.parasol.membership.treasury.payment;

import coop.parasol.contracts.Money;
import coop.parasol.membership.Firm;
import coop.parasol.membership.treasury.payment.rules.PayableState;
import coop.parasol.messaging.Cause;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The bank has paid a payable, or has refused to. Paid once, whoever says it how often. */
@ApplicationScoped
class ConfirmPayment {

    private final Firm firm;
    private final PayableHistory history;
    private final PayableListeners features;
    private final ReverseRejection takeBackRefusal;

    ConfirmPayment(Firm firm, PayableHistory history, PayableListeners features, ReverseRejection takeBackRefusal) {
        this.firm = firm;
        this.history = history;
        this.features = features;
        this.takeBackRefusal = takeBackRefusal;
    }

    /** What saying so leads to. */
    sealed interface Outcome permits Paid, PaidBefore, AnotherAmount, NotSent, Unknown {}

    /** What its refusal by the bank leads to. */
    sealed interface Rejection permits Reopened, PaidBefore, NotSent, Unknown {}

    record Paid(Payable payable) implements Outcome {}

    record Reopened(Payable payable) implements Rejection {}

    /** By the same or another reference; nothing is booked again. */
    record PaidBefore(Payable payable) implements Outcome, Rejection {}

    record AnotherAmount(Money owed) implements Outcome {}

    /** It is in no run that two persons have agreed on. */
    record NotSent(PayableState state) implements Outcome, Rejection {}

    record Unknown() implements Outcome, Rejection {}

    /** As the bank itself says, whatever somebody may have entered before. */
    Outcome paidByBank(UUID id, Money amount, String bankReference, Cause cause) {
        firm.lock();
        takeBackRefusal.of(id, amount, cause);
        return paid(id, amount, bankReference, cause);
    }

    /** @param amount what has gone, if it is said how much */
    Outcome paid(UUID id, @Nullable Money amount, String bankReference, Cause cause) {
        firm.lock();
        Optional<Payable> known = Payable.lock(id);
        if (known.isEmpty()) {
            return new Unknown();
        }
        Payable payable = known.get();
        Money owed = firm.money(payable.amount);
        if (payable.state.wasPaid()) {
            return new PaidBefore(payable);
        }
        if (!isSent(payable)) {
            return new NotSent(payable.state);
        }
        if (amount != null && !amount.equals(owed)) {
            return new AnotherAmount(owed);
        }
        payable.entry = features.of(payable.kind)
                .paid(
                        new PayableListener.Payment(
                                payable.sourceId, payable.attempt, payable.memberId, owed, bankReference),
                        cause);
        payable.become(PayableState.PAID);
        payable.bankReference = bankReference;
        payable.paidAt = firm.now();
        payable.paidBy = cause.actor();
        Payable.flush();
        history.add(id, "PAID", bankReference, cause.actor());
        return new Paid(payable);
    }

    /** The bank has refused it: it is open again, and due as before. */
    Rejection rejected(UUID id, String reason, Cause cause) {
        firm.lock(); // a statement that is read at the same time finds it refused, or not refused yet and sent
        Optional<Payable> known = Payable.lock(id);
        if (known.isEmpty()) {
            return new Unknown();
        }
        Payable payable = known.get();
        if (payable.state.wasPaid()) {
            return new PaidBefore(payable);
        }
        if (!isSent(payable)) {
            return new NotSent(payable.state);
        }
        payable.become(PayableState.OPEN);
        payable.refusedIn = payable.runId;
        payable.refusedCreditor = payable.creditor;
        payable.refusedIban = payable.iban;
        payable.runId = null;
        payable.creditor = null;
        payable.iban = null;
        Payable.flush();
        history.add(id, "REJECTED", reason, cause.actor());
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
