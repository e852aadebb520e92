package coop.parasol.membership.patronage;

import coop.parasol.contracts.Money;
import coop.parasol.membership.ledger.Journal;
import coop.parasol.membership.payment.OnPaid;
import coop.parasol.messaging.Cause;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Revolved capital has reached the member. */
@ApplicationScoped
class RevolvedCapitalPaid implements OnPaid {

    private final Journal journal;

    RevolvedCapitalPaid(Journal journal) {
        this.journal = journal;
    }

    @Override
    public String kind() {
        return Patronage.REVOLVED;
    }

    @Override
    public void paid(UUID sourceId, UUID memberId, Money amount, String bankReference, Cause cause) {
        journal.post(
                Patronage.paid(
                        "RevolvedCapitalPaid",
                        sourceId,
                        memberId,
                        amount.minor(),
                        bankReference,
                        "Revolved patronage capital paid out"),
                cause);
    }
}
