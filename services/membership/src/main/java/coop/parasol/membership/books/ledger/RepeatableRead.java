package coop.parasol.membership.books.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Jdbi;

/** Lets a transaction that only reads see the books as they are at one moment, without waiting for anybody. */
@ApplicationScoped
public class RepeatableRead {

    private final Jdbi jdbi;

    RepeatableRead(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Must come before any other statement of the transaction. */
    public void begin() {
        jdbi.useHandle(handle -> handle.execute("set transaction isolation level repeatable read, read only"));
    }
}
