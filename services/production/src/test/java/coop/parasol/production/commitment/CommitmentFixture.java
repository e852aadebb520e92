package coop.parasol.production.commitment;

import coop.parasol.contracts.Period;
import coop.parasol.contracts.Quantity;
import coop.parasol.messaging.Cause;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Commitments that members have made. */
@ApplicationScoped
public class CommitmentFixture {

    private final CommitQuantity commitQuantity;

    CommitmentFixture(CommitQuantity commitQuantity) {
        this.commitQuantity = commitQuantity;
    }

    /** An open commitment of so many pieces. */
    public UUID commit(UUID memberId, String product, String week, long pieces) {
        CommitQuantity.Request request =
                new CommitQuantity.Request(memberId, product, Period.parse(week), Quantity.of(pieces, "C62"), "hand");
        return QuarkusTransaction.requiringNew()
                .call(() ->
                        ((CommitQuantity.Committed) commitQuantity.commit(request, Cause.of("test"))).commitment().id);
    }
}
