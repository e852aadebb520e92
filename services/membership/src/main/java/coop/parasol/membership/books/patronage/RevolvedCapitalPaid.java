package coop.parasol.membership.books.patronage;

import coop.parasol.membership.books.ledger.Journal;
import coop.parasol.membership.treasury.payment.PayableListener;
import coop.parasol.messaging.Cause;
import jakarta.enterprise.context.ApplicationScoped;

/** Revolved capital has reached the member. */
@ApplicationScoped
class RevolvedCapitalPaid implements PayableListener {

    private final Journal journal;

    RevolvedCapitalPaid(Journal journal) {
        this.journal = journal;
    }

    @Override
    public String kind() {
        return Patronage.REVOLVED;
    }

    @Override
    public long paid(Payment payment, Cause cause) {
        return journal.post(
                Patronage.paid("RevolvedCapitalPaid", payment, "Revolved patronage capital paid out"), cause);
    }
}
