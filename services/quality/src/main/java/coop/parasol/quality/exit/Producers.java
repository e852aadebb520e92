package coop.parasol.quality.exit;

import coop.parasol.contracts.QualityEvent.QualityCleared;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.hibernate.Session;

/**
 * Counts a producer's batches, so that an exit is cleared exactly when all that production has heard of are decided,
 * whichever event comes first.
 */
@ApplicationScoped
public class Producers {

    private final Session database;
    private final Outbox outbox;

    Producers(Session database, Outbox outbox) {
        this.database = database;
        this.outbox = outbox;
    }

    /** A batch has arrived. */
    public void seen(UUID member, Cause cause) {
        add(member, 1, 0, 0);
        clearIfAllDecided(member, cause);
    }

    /** A batch is certified, rejected or given up. */
    public void decided(UUID member, boolean certified, Cause cause) {
        add(member, 0, 1, certified ? 1 : 0);
        clearIfAllDecided(member, cause);
    }

    /**
     * A rejected batch is reworked, so that it is not decided any more.
     *
     * @return false if the producer is leaving and was cleared already: nothing of it is inspected any more
     */
    public boolean reopened(UUID member) {
        return database.createNativeMutationQuery("update producer set decided = decided - 1 where id = ?1"
                                + " and (exit_id is null or exit_id is distinct from cleared_exit_id)")
                        .setParameter(1, member)
                        .executeUpdate()
                == 1;
    }

    /** The member stays, also if production's clearance of this exit is heard only later. */
    void staying(UUID member, UUID exit) {
        add(member, 0, 0, 0);
        database.createNativeMutationQuery(
                        "insert into withdrawn_exit (id, member_id) values (?1, ?2) on conflict do nothing")
                .setParameter(1, exit)
                .setParameter(2, member)
                .executeUpdate();
        database.createNativeMutationQuery("update producer set exit_id = null, batches_reported = null"
                        + " where id = ?1 and exit_id = ?2")
                .setParameter(1, member)
                .setParameter(2, exit)
                .executeUpdate();
    }

    /** Production will report no further batch of a leaving member. */
    void leaving(UUID member, UUID exit, long batchesReported, Cause cause) {
        add(member, 0, 0, 0);
        database.createNativeMutationQuery("update producer set exit_id = ?2, batches_reported = ?3 where id = ?1"
                        + " and not exists (select from withdrawn_exit where withdrawn_exit.id = ?2)")
                .setParameter(1, member)
                .setParameter(2, exit)
                .setParameter(3, batchesReported)
                .executeUpdate();
        clearIfAllDecided(member, cause);
    }

    private void clearIfAllDecided(UUID member, Cause cause) {
        database.createNativeQuery("""
                        update producer set cleared_exit_id = exit_id
                        where id = ?1 and exit_id is not null and exit_id is distinct from cleared_exit_id
                              and seen >= batches_reported and decided = seen
                        returning exit_id, certified
                        """, Object[].class)
                .setParameter(1, member)
                .getResultList()
                .forEach(row ->
                        outbox.append(new QualityCleared(member, (UUID) row[0], ((Number) row[1]).longValue()), cause));
    }

    /** The row is locked from here to the end of the transaction. */
    private void add(UUID member, long seen, long decided, long certified) {
        database.createNativeMutationQuery("insert into producer (id) values (?1) on conflict do nothing")
                .setParameter(1, member)
                .executeUpdate();
        database.createNativeMutationQuery("update producer set seen = seen + ?2, decided = decided + ?3,"
                        + " certified = certified + ?4 where id = ?1")
                .setParameter(1, member)
                .setParameter(2, seen)
                .setParameter(3, decided)
                .setParameter(4, certified)
                .executeUpdate();
    }
}
