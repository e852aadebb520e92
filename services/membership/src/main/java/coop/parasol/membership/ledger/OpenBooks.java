package coop.parasol.membership.ledger;

import coop.parasol.border.Caller;
import coop.parasol.border.Problem;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/** Who may read the firm's books: whoever owns a part of it, and the treasurer. */
@RequestScoped
public class OpenBooks {

    private static final String TREASURER = "treasurer";

    private final Caller caller;
    private final Session database;

    OpenBooks(Caller caller, Session database) {
        this.caller = caller;
        this.database = database;
    }

    /**
     * 403 {@code not-an-owner} unless the caller is the treasurer or holds a share.
     *
     * @return the member that reads; empty for the treasurer, who sees all of them
     */
    public Optional<UUID> requireReader() {
        if (caller.has(TREASURER)) {
            return Optional.empty();
        }
        UUID member = caller.member();
        boolean owns = !database.createNativeQuery(
                        "select 1 from member where id = ?1 and share_issued_at is not null and share_cancelled_at is null",
                        Integer.class)
                .setParameter(1, member)
                .getResultList()
                .isEmpty();
        if (!owns) {
            throw Problem.forbidden("not-an-owner", "The books are open to whoever holds a share.");
        }
        return Optional.of(member);
    }
}
