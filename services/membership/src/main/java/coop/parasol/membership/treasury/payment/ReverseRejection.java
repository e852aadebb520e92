package coop.parasol.membership.treasury.payment;

import coop.parasol.contracts.Money;
import coop.parasol.membership.treasury.payment.rules.PayableState;
import coop.parasol.messaging.Cause;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/**
 * Somebody has entered that the bank rejected a transfer, and the bank's statement says that it was paid: the bank is right, and
 * the payable must not go out once more. A draft that holds it is withdrawn, because its two persons would approve a sum that is
 * no longer owed.
 */
@ApplicationScoped
class ReverseRejection {

    private static final String PAID_BEFORE_SET_OFF =
            "the bank has paid the whole amount, and a claim has settled a part of it since its rejection was entered";

    private final WithdrawPaymentRun withdrawPaymentRun;
    private final PayableHistory history;
    private final Jdbi jdbi;

    /** @param remainder the amount without what a claim has settled */
    private record Rejected(Money amount, Money remainder) {}

    ReverseRejection(WithdrawPaymentRun withdrawPaymentRun, PayableHistory history, Jdbi jdbi) {
        this.withdrawPaymentRun = withdrawPaymentRun;
        this.history = history;
        this.jdbi = jdbi;
    }

    /**
     * Puts it back into the run in which it was sent; nothing happens unless it was rejected from one, or if another amount was
     * paid. Where a claim of the firm has settled a part since the rejection, the remainder is held: that it is paid as well would be
     * paying twice, and people have to look into it. The books are locked.
     */
    void of(UUID id, Money amount, Cause cause) {
        Optional<Rejected> rejected = rejected(id)
                .filter(found ->
                        found.amount().equals(amount) || found.remainder().equals(amount));
        if (rejected.isEmpty()) {
            return;
        }
        boolean isSetOffSince = !rejected.get().remainder().equals(amount);
        draftWith(id)
                .flatMap(PaymentRun::lock)
                .filter(run -> run.state == PaymentRun.State.DRAFT)
                .ifPresent(run -> withdrawPaymentRun.withdraw(run, cause.actor()));
        Payable payable = Payable.lock(id).orElseThrow();
        if (payable.state == PayableState.HELD) {
            payable.transitionTo(PayableState.OPEN);
            payable.heldBecause = null;
        }
        if (payable.state != PayableState.OPEN) {
            return;
        }
        if (isSetOffSince) {
            payable.transitionTo(PayableState.HELD);
            payable.heldBecause = PAID_BEFORE_SET_OFF;
            Payable.flush();
            history.add(id, PayableState.HELD.name(), PAID_BEFORE_SET_OFF, cause.actor());
            return;
        }
        payable.transitionTo(PayableState.IN_RUN);
        payable.runId = payable.rejectedIn;
        payable.creditor = payable.rejectedCreditor;
        payable.iban = payable.rejectedIban;
        Payable.flush();
        history.add(id, "IN_RUN", "the bank has not rejected it", cause.actor());
    }

    /** Not by the entity: the withdrawal of a run changes the row behind it. */
    private Optional<Rejected> rejected(UUID id) {
        return jdbi.withHandle(handle ->
                handle.createQuery("""
                        select amount, amount - set_off as remainder from payable where id = :id and rejected_in is not null
                        """).bind("id", id).mapTo(Rejected.class).findOne());
    }

    private Optional<UUID> draftWith(UUID id) {
        return jdbi.withHandle(handle ->
                handle.createQuery("""
                        select r.id from payable p join payment_run r on r.id = p.run_id
                         where p.id = :id and r.state = 'DRAFT'
                        """).bind("id", id).mapTo(UUID.class).findOne());
    }
}
