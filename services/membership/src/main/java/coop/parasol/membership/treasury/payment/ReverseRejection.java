package coop.parasol.membership.treasury.payment;

import coop.parasol.contracts.Money;
import coop.parasol.firm.FirmCurrency;
import coop.parasol.membership.treasury.payment.rules.PayableKind;
import coop.parasol.membership.treasury.payment.rules.PayableState;
import coop.parasol.messaging.Cause;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/**
 * Somebody has entered that the bank rejected a transfer, and the bank's statement says that it was paid: the bank is right, and
 * the payable must not go out once more. A draft that holds it is withdrawn, because its two persons would approve a sum that is
 * no longer owed. A claim of the firm that was settled by it meanwhile is open again.
 */
@ApplicationScoped
class ReverseRejection {

    private static final String PAID_BEFORE_SET_OFF =
            "the bank has paid more than is left of it, and that is not what a claim has settled since its rejection was entered";

    private final WithdrawPaymentRun withdrawPaymentRun;
    private final PaymentLedger ledger;
    private final PayableHistory history;
    private final FirmCurrency currency;
    private final Jdbi jdbi;

    ReverseRejection(
            WithdrawPaymentRun withdrawPaymentRun,
            PaymentLedger ledger,
            PayableHistory history,
            FirmCurrency currency,
            Jdbi jdbi) {
        this.withdrawPaymentRun = withdrawPaymentRun;
        this.ledger = ledger;
        this.history = history;
        this.currency = currency;
        this.jdbi = jdbi;
    }

    /**
     * A payable that was last taken out of a run as rejected.
     *
     * @param setOff what a claim has settled of the amount, before and since; minor units
     * @param rejectedAt when that was entered
     */
    private record Rejected(
            PayableKind kind, UUID sourceId, UUID memberId, long amount, long setOff, Instant rejectedAt) {

        long remainder() {
            return amount - setOff;
        }
    }

    /**
     * Puts it back into the run in which it was sent; nothing happens unless it was rejected from one, or if another amount was
     * paid. The books are locked.
     *
     * @return the member whose claim is open again, which what else it is owed settles once this is paid; empty for none
     */
    Optional<UUID> of(UUID id, Money paid, String bankReference, Cause cause) {
        Optional<Rejected> found = rejected(id).filter(rejected -> wasPaid(rejected, paid));
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Rejected rejected = found.get();
        draftWith(id)
                .flatMap(PaymentRun::lock)
                .filter(run -> run.state == PaymentRun.State.DRAFT)
                .ifPresent(run -> withdrawPaymentRun.withdraw(run, cause.actor()));
        Payable payable = Payable.lock(id).orElseThrow();
        if (payable.state == PayableState.IN_RUN) {
            return Optional.empty(); // what was left was sent once more: people look into it
        }
        boolean isSetOffSince = paid.minor() > rejected.remainder();
        if (isSetOffSince) {
            if (!reverseSetOff(id, rejected, paid.minor() - rejected.remainder(), cause)) {
                hold(payable, paid, bankReference, cause);
                return Optional.empty();
            }
            Payable.getEntityManager().refresh(payable);
        }
        if (payable.state == PayableState.HELD) {
            payable.liftHold();
        }
        if (payable.state != PayableState.OPEN) {
            return Optional.empty();
        }
        payable.returnToRun();
        Payable.flush();
        history.add(id, "IN_RUN", "the bank has not rejected it", cause.actor());
        return isSetOffSince ? Optional.of(rejected.memberId()) : Optional.empty();
    }

    /** Whether the bank has paid what is left of it, or that and something of what a claim has settled. */
    private boolean wasPaid(Rejected rejected, Money paid) {
        return currency.matches(paid)
                && paid.minor() >= Math.max(1, rejected.remainder())
                && paid.minor() <= rejected.amount();
    }

    private boolean reverseSetOff(UUID id, Rejected rejected, long amount, Cause cause) {
        return ledger.reverseSetOff(
                new SettlePayables.Unpaid(id, rejected.kind(), rejected.sourceId(), rejected.remainder()),
                rejected.memberId(),
                amount,
                rejected.rejectedAt(),
                cause);
    }

    /**
     * What is left of it is not paid before people have looked into it ({@link DecideHold}). Where nothing is left they look into it
     * all the same, for money has left the bank.
     */
    private void hold(Payable payable, Money paid, String bankReference, Cause cause) {
        boolean isReported =
                Objects.equals(payable.reportedPaid, paid.minor()) && bankReference.equals(payable.reportedReference);
        if (!isReported) {
            payable.reportedPaid = paid.minor();
            payable.reportedReference = bankReference;
            Payable.flush();
            history.add(payable.id, "REPORTED_PAID", paid + " by " + bankReference, cause.actor());
        }
        if (payable.state == PayableState.OPEN) {
            payable.transitionTo(PayableState.HELD);
            payable.heldBecause = PAID_BEFORE_SET_OFF;
            Payable.flush();
            history.add(payable.id, PayableState.HELD.name(), PAID_BEFORE_SET_OFF, cause.actor());
        }
    }

    /** Not by the entity: the withdrawal of a run and a reversed set-off change the row behind it. */
    private Optional<Rejected> rejected(UUID id) {
        return jdbi.withHandle(handle ->
                handle.createQuery("""
                        select p.kind, p.source_id, p.member_id, p.amount, p.set_off,
                               (select max(h.changed_at) from payable_history h
                                 where h.payable_id = p.id and h.change = 'REJECTED') as rejected_at
                          from payable p
                         where p.id = :id and p.rejected_in is not null and p.state not in ('PAID', 'RETURNED')
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
