package coop.parasol.membership.books.manualentry;

import coop.parasol.membership.share.ShareCount;
import coop.parasol.messaging.Cause;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.UUID;

/** Tomas approves the manual entry that Tara has proposed. */
@ApplicationScoped
public class SecondPerson {

    private final PostManualEntry postManualEntry;
    private final ShareCount shareCount;

    SecondPerson(PostManualEntry postManualEntry, ShareCount shareCount) {
        this.postManualEntry = postManualEntry;
        this.shareCount = shareCount;
    }

    /** @return the entry's number */
    public long approve(String draft) {
        return QuarkusTransaction.requiringNew().call(() -> {
            shareCount.lock();
            ManualEntry proposed = ManualEntry.lock(UUID.fromString(draft)).orElseThrow();
            postManualEntry.approve(proposed.id, Cause.of("tomas"));
            return Objects.requireNonNull(proposed.entry);
        });
    }
}
