package coop.parasol.membership.books.ledger;

import coop.parasol.web.Caller;
import coop.parasol.web.Problem;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/** Who may read the firm's books: whoever owns a part of it, and the treasurer. */
@RequestScoped
public class BooksAccess {

    private static final String TREASURER = "treasurer";
    private static final String SHARE =
            "select 1 from member where id = ?1 and share_issued_at is not null and share_cancelled_at is null";
    private static final String SHARE_OR_CLAIM =
            SHARE + " union all select 1 from exit_case where member_id = ?1 and state = 'VALUED'";

    private final Caller caller;
    private final Session database;

    BooksAccess(Caller caller, Session database) {
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
        return Optional.of(require(SHARE, "The books are open to whoever holds a share."));
    }

    /** As {@link #requireReader()}; but a member whose share is cancelled and whose exit is not paid in full proves its part too. */
    Optional<UUID> requireEntitled() {
        if (caller.has(TREASURER)) {
            return Optional.empty();
        }
        return Optional.of(
                require(SHARE_OR_CLAIM, "The books are proven to whoever holds a share or is owed its settlement."));
    }

    private UUID require(String condition, String detail) {
        UUID member = caller.member();
        if (database.createNativeQuery(condition, Integer.class)
                .setParameter(1, member)
                .getResultList()
                .isEmpty()) {
            throw Problem.forbidden("not-an-owner", detail);
        }
        return member;
    }
}
