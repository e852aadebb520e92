package coop.parasol.quality.worklist;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Which auditors have claimed batches of the work list, or were assigned to them. A claim goes with its batch: it is gone
 * when the batch is decided. One that has lapsed stays until another takes its seat, and counts for nothing.
 */
@ApplicationScoped
public class InspectionClaims {

    private static final String OF_BATCHES = """
            select id, batch_id, auditor_id, seat, claimed_at, claimed_until, assigned_by from inspection_claim
             where batch_id = any(:batches) and claimed_until > :now order by batch_id, seat
            """;
    private static final String PAGE = """
            select id, batch_id, auditor_id, seat, claimed_at, claimed_until, assigned_by from inspection_claim
             where id > :after and claimed_until > :now order by id limit :maxRows
            """;
    private static final String CLAIM = """
            insert into inspection_claim (id, batch_id, seat, auditor_id, claimed_at, claimed_until, assigned_by)
            select :id, :batch, (select min(free.seat) from generate_series(1, 2) free(seat) where not exists
                   (select from inspection_claim c where c.batch_id = :batch and c.seat = free.seat)),
                   :auditor, :claimedAt, :claimedUntil, cast(:assignedBy as text)
            returning id, batch_id, auditor_id, seat, claimed_at, claimed_until, assigned_by
            """;

    private final Jdbi jdbi;

    InspectionClaims(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * An auditor's claim of a batch.
     *
     * @param seat 1, or 2 where two auditors inspect
     * @param claimedUntil the first moment at which it does not hold any more
     * @param assignedBy the person of the quality desk that has assigned the auditor, {@code null} if it claimed the batch itself
     */
    public record Claim(
            UUID id,
            UUID batchId,
            UUID auditorId,
            int seat,
            Instant claimedAt,
            Instant claimedUntil,
            @Nullable String assignedBy) {}

    /** A claim to be made. */
    public record NewClaim(
            UUID id,
            UUID batchId,
            UUID auditorId,
            Instant claimedAt,
            Instant claimedUntil,
            @Nullable String assignedBy) {}

    /** The claims of some batches that hold. */
    public List<Claim> ofBatches(Collection<UUID> batchIds, Instant now) {
        return jdbi.withHandle(handle -> handle.createQuery(OF_BATCHES)
                .bindArray("batches", UUID.class, batchIds)
                .bind("now", now)
                .mapTo(Claim.class)
                .list());
    }

    /** All claims that hold, the oldest first. */
    public List<Claim> page(UUID after, int maxRows, Instant now) {
        return jdbi.withHandle(handle -> handle.createQuery(PAGE)
                .bind("after", after)
                .bind("maxRows", maxRows)
                .bind("now", now)
                .mapTo(Claim.class)
                .list());
    }

    /** The batch is locked, awaits an inspection and has a seat that nobody holds; who held it longest ago gives it up. */
    public Claim claim(NewClaim claim) {
        return jdbi.withHandle(handle -> {
            handle.createUpdate("delete from inspection_claim where batch_id = :batch and claimed_until <= :now")
                    .bind("batch", claim.batchId())
                    .bind("now", claim.claimedAt())
                    .execute();
            return handle.createQuery(CLAIM)
                    .bind("id", claim.id())
                    .bind("batch", claim.batchId())
                    .bind("auditor", claim.auditorId())
                    .bind("claimedAt", claim.claimedAt())
                    .bind("claimedUntil", claim.claimedUntil())
                    .bindByType("assignedBy", claim.assignedBy(), String.class)
                    .mapTo(Claim.class)
                    .one();
        });
    }

    /** @return false if the auditor has no claim of the batch */
    public boolean release(UUID batchId, UUID auditorId) {
        return jdbi.withHandle(handle -> handle.createUpdate(
                                "delete from inspection_claim where batch_id = :batch and auditor_id = :auditor")
                        .bind("batch", batchId)
                        .bind("auditor", auditorId)
                        .execute())
                > 0;
    }
}
