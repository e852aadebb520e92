package coop.parasol.membership.books.patronage;

import coop.parasol.membership.books.ledger.Journal;
import coop.parasol.membership.treasury.payment.PayableListener;
import coop.parasol.messaging.Cause;
import jakarta.enterprise.context.ApplicationScoped;

/** The cash part of a bonus has reached the member. */
@ApplicationScoped
class BonusPaid implements PayableListener {

    private final Journal journal;

    BonusPaid(Journal journal) {
        this.journal = journal;
    }

    @Override
    public String kind() {
        return Patronage.BONUS;
    }

    @Override
    public long paid(Payment payment, Cause cause) {
        return journal.post(Patronage.paid("PatronagePaid", payment, "Patronage bonus paid out"), cause);
    }
}
