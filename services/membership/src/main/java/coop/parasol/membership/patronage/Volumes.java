package coop.parasol.membership.patronage;

import coop.parasol.membership.Firm;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.hibernate.Session;

/**
 * Value of certified goods sold for each member. It counts on the day on which a pool is booked; goods that the firm buys in from a
 * leaving member are paid goods of their pool and counted with it.
 */
@ApplicationScoped
public class Volumes {

    private final Session database;
    private final Firm firm;

    Volumes(Session database, Firm firm) {
        this.database = database;
        this.firm = firm;
    }

    /** @param minor what partners have paid for the member's goods of the pool */
    public void add(UUID pool, UUID member, long minor) {
        database.createNativeMutationQuery(
                        "insert into patronage_volume (pool_id, member_id, sold_on, amount) values (?1, ?2, ?3, ?4)")
                .setParameter(1, pool)
                .setParameter(2, member)
                .setParameter(3, firm.today())
                .setParameter(4, minor)
                .executeUpdate();
    }
}
