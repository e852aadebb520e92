package coop.parasol.membership.patronage;

import coop.parasol.contracts.Money;
import coop.parasol.membership.ledger.Journal;
import coop.parasol.membership.payment.OnPaid;
import coop.parasol.messaging.Cause;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The cash part of a bonus has reached the member. */
@ApplicationScoped
class BonusPaid implements OnPaid {

    private final Journal journal;

    BonusPaid(Journal journal) {
        this.journal = journal;
    }

    @Override
    public String kind() {
        return Patronage.BONUS;
    }

    @Override
    public void paid(UUID sourceId, UUID memberId, Money amount, String bankReference, Cause cause) {
        journal.post(
                Patronage.paid(
                        "PatronagePaid", sourceId, memberId, amount.minor(), bankReference, "Patronage bonus paid out"),
                cause);
    }
}
