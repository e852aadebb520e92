package coop.parasol.quality.exit;

import coop.parasol.contracts.QualityEvent.QualityCleared;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/**
 * Counts the batches of each producer, so that an exit is cleared exactly when all batches that production has heard of
 * are decided, whichever event comes first (ADR 0014).
 */
@ApplicationScoped
public class ProducerClearance {

    private static final String COUNT = """
            update producer_clearance
               set decided = decided + :decided, certified = certified + :certified
             where member_id = :member
            """;
    private static final String COUNT_REPORTED = """
            insert into producer_clearance (member_id, reported)
            select member_id, count(*) from unnest(:members) as producer (member_id) group by member_id order by member_id
            on conflict (member_id) do update set reported = producer_clearance.reported + excluded.reported
            """;
    private static final String REOPEN = """
            update producer_clearance set decided = decided - 1
             where member_id = :member and (exit_id is null or exit_id is distinct from cleared_exit_id)
            """;
    private static final String FORGET_EXIT = """
            update producer_clearance set exit_id = null, batches_reported = null
             where member_id = :member and exit_id = :exit
            """;
    private static final String NOTE_EXIT = """
            update producer_clearance set exit_id = :exit, batches_reported = :batchesReported
             where member_id = :member and not exists (select from withdrawn_exit where withdrawn_exit.id = :exit)
            """;
    private static final String CLEAR = """
            update producer_clearance set cleared_exit_id = exit_id
             where member_id = :member and exit_id is not null and exit_id is distinct from cleared_exit_id
               and reported >= batches_reported and decided = reported
            returning exit_id, certified
            """;

    private final Jdbi jdbi;
    private final Outbox outbox;

    ProducerClearance(Jdbi jdbi, Outbox outbox) {
        this.jdbi = jdbi;
        this.outbox = outbox;
    }

    record Cleared(UUID exitId, long certified) {}

    /**
     * Batches have arrived. No exit is cleared by it: they are not decided yet.
     *
     * @param memberIds the producer of each
     */
    public void batchesReported(List<UUID> memberIds) {
        jdbi.useHandle(handle -> handle.createUpdate(COUNT_REPORTED)
                .bindArray("members", UUID.class, memberIds)
                .execute());
    }

    /** A batch of the producer is certified, rejected or scrapped. */
    public void batchDecided(UUID memberId, boolean certified, Cause cause) {
        count(memberId, 1, certified ? 1 : 0);
        clearIfAllDecided(memberId, cause);
    }

    /**
     * A rejected batch is to be reworked, so that it is not decided any more.
     *
     * @return false if the producer is leaving and is cleared already: none of its batches is inspected any more
     */
    public boolean reopen(UUID memberId) {
        return jdbi.withHandle(handle ->
                        handle.createUpdate(REOPEN).bind("member", memberId).execute())
                == 1;
    }

    /** The member stays, also if production's clearance of this exit arrives only later. */
    void exitWithdrawn(UUID memberId, UUID exitId) {
        count(memberId, 0, 0);
        jdbi.useHandle(handle -> {
            handle.createUpdate(
                            "insert into withdrawn_exit (id, member_id) values (:exit, :member) on conflict do nothing")
                    .bind("exit", exitId)
                    .bind("member", memberId)
                    .execute();
            handle.createUpdate(FORGET_EXIT)
                    .bind("exit", exitId)
                    .bind("member", memberId)
                    .execute();
        });
    }

    /** @param batchesReported how many batches the leaving member has reported in all; no further one comes */
    void productionCleared(UUID memberId, UUID exitId, long batchesReported, Cause cause) {
        count(memberId, 0, 0);
        jdbi.useHandle(handle -> handle.createUpdate(NOTE_EXIT)
                .bind("exit", exitId)
                .bind("member", memberId)
                .bind("batchesReported", batchesReported)
                .execute());
        clearIfAllDecided(memberId, cause);
    }

    private void clearIfAllDecided(UUID memberId, Cause cause) {
        jdbi.withHandle(handle -> handle.createQuery(CLEAR)
                        .bind("member", memberId)
                        .mapTo(Cleared.class)
                        .list())
                .forEach(cleared ->
                        outbox.append(new QualityCleared(memberId, cleared.exitId(), cleared.certified()), cause));
    }

    /** The row is locked from here to the end of the transaction. */
    private void count(UUID memberId, long decided, long certified) {
        jdbi.useHandle(handle -> {
            handle.createUpdate("insert into producer_clearance (member_id) values (:member) on conflict do nothing")
                    .bind("member", memberId)
                    .execute();
            handle.createUpdate(COUNT)
                    .bind("member", memberId)
                    .bind("decided", decided)
                    .bind("certified", certified)
                    .execute();
        });
    }
}
