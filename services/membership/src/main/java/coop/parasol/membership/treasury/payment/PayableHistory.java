package coop.parasol.membership.treasury.payment;

import coop.parasol.membership.Firm;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** What has happened to a payable, by whom; kept for whoever audits the payments. */
@ApplicationScoped
class PayableHistory {

    private final Session database;
    private final Firm firm;

    PayableHistory(Session database, Firm firm) {
        this.database = database;
        this.firm = firm;
    }

    /** One step of a payable. */
    record Step(String what, @Nullable String detail, String actor, Instant at) {}

    void add(UUID payable, String what, @Nullable String detail, String actor) {
        database.createNativeMutationQuery(
                        "insert into payable_history (payable_id, what, detail, actor, at) values (?1, ?2, ?3, ?4, ?5)")
                .setParameter(1, payable)
                .setParameter(2, what)
                .setParameter(3, detail, String.class)
                .setParameter(4, actor)
                .setParameter(5, firm.now())
                .executeUpdate();
    }

    List<Step> of(UUID payable) {
        return database
                .createNativeQuery(
                        "select what, detail, actor, at from payable_history where payable_id = ?1 order by id",
                        Object[].class)
                .setParameter(1, payable)
                .getResultList()
                .stream()
                .map(row -> new Step((String) row[0], (String) row[1], (String) row[2], (Instant) row[3]))
                .toList();
    }
}
