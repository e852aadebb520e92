package coop.parasol.membership.exit;

import coop.parasol.firm.FirmClock;
import coop.parasol.messaging.Cause;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** The way of an exit, as its member reads it. Steps are added in the transaction in which they are taken. */
@ApplicationScoped
public class Steps {

    private final Session database;
    private final FirmClock clock;

    Steps(Session database, FirmClock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** What can happen on the way. */
    public enum Step {
        REQUESTED,
        DEATH_RECORDED,
        DISSOLUTION_RECORDED,
        EXPELLED,
        WITHDRAWN,
        TAKING_BACK_PROPOSED,
        TAKING_BACK_DROPPED,
        TAKEN_BACK,
        CLEARED_BY_PRODUCTION,
        CLEARED_BY_QUALITY,
        CLEARED_BY_DISTRIBUTION,
        VALUED,
        PAYMENT_DUE,
        PAYMENT_QUEUED,
        PAID,
        PAYMENT_RETURNED,
        HOLDBACK_APPLIED,
        HOLDBACK_RELEASED,
        ENDED
    }

    /** A step that was taken. */
    record Taken(
            Step step, @Nullable String detail, @Nullable Long amount, Instant at, String actor) {}

    /** @param amount minor units; null where no money is meant */
    void take(UUID exitId, Step step, @Nullable String detail, @Nullable Long amount, Cause cause) {
        database.createNativeMutationQuery("insert into exit_step (exit_id, step, detail, amount, occurred_at, actor)"
                        + " values (?1, ?2, ?3, ?4, ?5, ?6)")
                .setParameter(1, exitId)
                .setParameter(2, step.name())
                .setParameter(3, detail, String.class)
                .setParameter(4, amount, Long.class)
                .setParameter(5, clock.now())
                .setParameter(6, cause.actor())
                .executeUpdate();
    }

    List<Taken> of(UUID exitId) {
        return database
                .createNativeQuery(
                        "select step, detail, amount, occurred_at, actor from exit_step where exit_id = ?1 order by id",
                        Object[].class)
                .setParameter(1, exitId)
                .getResultList()
                .stream()
                .map(row -> new Taken(
                        Step.valueOf((String) row[0]),
                        (String) row[1],
                        row[2] == null ? null : ((Number) row[2]).longValue(),
                        (Instant) row[3],
                        (String) row[4]))
                .toList();
    }
}
