package coop.parasol.membership.treasury.payment;

import coop.parasol.contracts.Money;
import coop.parasol.membership.Firm;
import coop.parasol.membership.treasury.payment.rules.PayableState;
import coop.parasol.messaging.Cause;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/**
 * Somebody has entered that the bank refused a transfer, and the bank's statement says that it was paid: the bank is right, and
 * the payable must not go out once more. A draft that holds it is withdrawn, because its two persons would approve a sum that is
 * no longer owed.
 */
@ApplicationScoped
class ReverseRejection {

    private final DraftPaymentRun collectPayables;
    private final PayableHistory history;
    private final Firm firm;
    private final Session database;

    ReverseRejection(DraftPaymentRun collectPayables, PayableHistory history, Firm firm, Session database) {
        this.collectPayables = collectPayables;
        this.history = history;
        this.firm = firm;
        this.database = database;
    }

    /**
     * Puts it back into the run in which it was sent; nothing happens unless it was taken from one, or if another amount was
     * paid. The firm is locked.
     */
    void of(UUID id, Money amount, Cause cause) {
        if (!isRefused(id, amount)) {
            return;
        }
        draftOf(id)
                .flatMap(PaymentRun::lock)
                .filter(run -> run.state == PaymentRun.State.DRAFT)
                .ifPresent(run -> collectPayables.release(run, cause.actor()));
        Payable payable = Payable.lock(id).orElseThrow();
        if (payable.state == PayableState.HELD) {
            payable.become(PayableState.OPEN);
            payable.heldBecause = null;
        }
        if (payable.state != PayableState.OPEN) {
            return;
        }
        payable.become(PayableState.IN_RUN);
        payable.runId = payable.refusedIn;
        payable.creditor = payable.refusedCreditor;
        payable.iban = payable.refusedIban;
        Payable.flush();
        history.add(id, "IN_RUN", "the bank has not refused it", cause.actor());
    }

    private boolean isRefused(UUID id, Money amount) {
        return database.createNativeQuery(
                        "select amount from payable where id = ?1 and refused_in is not null", Long.class)
                .setParameter(1, id)
                .getResultStream()
                .findFirst()
                .filter(owed -> firm.money(Objects.requireNonNull(owed)).equals(amount))
                .isPresent();
    }

    private Optional<UUID> draftOf(UUID id) {
        return database.createNativeQuery(
                        "select r.id from payable p join payment_run r on r.id = p.run_id where p.id = ?1 and r.state = 'DRAFT'",
                        UUID.class)
                .setParameter(1, id)
                .getResultStream()
                .findFirst();
    }
}
