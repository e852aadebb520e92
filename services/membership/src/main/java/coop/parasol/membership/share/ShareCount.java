package coop.parasol.membership.share;

import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Jdbi;

/**
 * N, the number of shares that are issued and not cancelled: one for each member that owns a part of the firm. It is one row,
 * and the lock on it is the lock of the whole firm's books.
 */
@ApplicationScoped
public class ShareCount {

    private final Jdbi jdbi;

    ShareCount(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Locks the count to the end of the transaction. Whoever posts to the books or issues a share does this first, so that nobody
     * deadlocks and every share is valued on books that stand still.
     */
    public void lock() {
        number("select shares from share_count where id = 1 for update");
    }

    /** N now. */
    public long total() {
        return number("select shares from share_count where id = 1");
    }

    /** One share more; returns N afterwards. */
    long increment() {
        return number("update share_count set shares = shares + 1 where id = 1 returning shares");
    }

    /** One share less; returns N afterwards. */
    long decrement() {
        return number("update share_count set shares = shares - 1 where id = 1 returning shares");
    }

    private long number(String sql) {
        return jdbi.withHandle(
                handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }
}
