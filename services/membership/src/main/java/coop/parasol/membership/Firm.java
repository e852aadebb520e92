package coop.parasol.membership;

import coop.parasol.contracts.Money;
import coop.parasol.membership.share.ShareCount;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.Session;

/** The firm itself: its currency, its clock, and how many own it. */
@ApplicationScoped
public class Firm {

    private final String currency;
    private final Clock clock;
    private final Session database;
    private final ShareCount shareCount;

    Firm(
            @ConfigProperty(name = "parasol.currency") String currency,
            Clock clock,
            Session database,
            ShareCount shareCount) {
        this.currency = currency;
        this.clock = clock;
        this.database = database;
        this.shareCount = shareCount;
    }

    public String currency() {
        return currency;
    }

    public Money money(long minor) {
        return new Money(minor, currency);
    }

    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    public LocalDate today() {
        return LocalDate.now(clock);
    }

    /** The day on which something happens, as the firm's clock counts days. */
    public LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, clock.getZone());
    }

    /**
     * Locks the firm to the end of the transaction. Whoever posts to the books or issues a share does this first, so that nobody
     * deadlocks and every share is valued on books that stand still.
     */
    public void lock() {
        shareCount.lock();
    }

    /** First in a transaction that only reads: everything it reads is of one moment, and nobody waits for it. */
    public void readOneMoment() {
        database.createNativeMutationQuery("set transaction isolation level repeatable read, read only")
                .executeUpdate();
    }

    /** N: shares that are out. */
    public long members() {
        return shareCount.total();
    }
}
