package coop.parasol.membership.books.ledger;

import coop.parasol.membership.Firm;
import coop.parasol.messaging.Cause;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.UUID;

/** Tomas books what Tara has proposed. */
@ApplicationScoped
public class SecondPerson {

    private final PostManualEntry bookByHand;
    private final Firm firm;

    SecondPerson(PostManualEntry bookByHand, Firm firm) {
        this.bookByHand = bookByHand;
        this.firm = firm;
    }

    /** @return the entry's number */
    public long books(String draft) {
        return QuarkusTransaction.requiringNew().call(() -> {
            firm.lock();
            ManualEntryDraft proposed =
                    ManualEntryDraft.lock(UUID.fromString(draft)).orElseThrow();
            bookByHand.book(proposed, Cause.of("tomas"));
            return Objects.requireNonNull(proposed.entry);
        });
    }
}
