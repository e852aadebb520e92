package coop.parasol.membership.treasury.payment;

import coop.parasol.firm.FirmClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** What has happened to a payable, and by whom; kept for whoever audits the payments, and never changed. */
@ApplicationScoped
class PayableHistory {

    private final Jdbi jdbi;
    private final FirmClock clock;

    PayableHistory(Jdbi jdbi, FirmClock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /**
     * One change of a payable.
     *
     * @param change the state that it came to, or REJECTED
     * @param detail why, or by which bank reference
     */
    record Step(String change, @Nullable String detail, String actor, Instant changedAt) {}

    void add(UUID payableId, String change, @Nullable String detail, String actor) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into payable_history (payable_id, change, detail, actor, changed_at)
                        values (:payableId, :change, :detail, :actor, :now)
                        """)
                .bind("payableId", payableId)
                .bind("change", change)
                .bindByType("detail", detail, String.class)
                .bind("actor", actor)
                .bind("now", clock.now())
                .execute());
    }

    /** In the order in which it happened. */
    List<Step> of(UUID payableId) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select change, detail, actor, changed_at from payable_history where payable_id = :payableId order by id")
                .bind("payableId", payableId)
                .mapTo(Step.class)
                .list());
    }
}
