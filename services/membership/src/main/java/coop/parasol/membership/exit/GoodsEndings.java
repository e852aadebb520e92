package coop.parasol.membership.exit;

import coop.parasol.contracts.ChoiceEnding;
import coop.parasol.contracts.DistributionEvent.GoodsChoiceEnded;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** What leaving members had chosen for lots and is not done, and why, as distribution has told it. */
@ApplicationScoped
class GoodsEndings {

    private final Jdbi jdbi;

    GoodsEndings(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * A lot for which the member's choice is not done.
     *
     * @param lot the producer's own
     */
    record Ending(UUID batchId, String lot, ChoiceEnding ending, Instant endedAt) {}

    /** Told twice it is one. */
    void record(GoodsChoiceEnded event) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into exit_goods_ending (exit_id, batch_id, lot, ending, ended_at)
                        values (:exit, :batch, :lot, :ending, :endedAt) on conflict do nothing
                        """)
                .bind("exit", event.exitId())
                .bind("batch", event.batchId())
                .bind("lot", event.lot())
                .bind("ending", event.ending())
                .bind("endedAt", event.endedAt())
                .execute());
    }

    /** Of an exit after a batch, in the order of the batches. */
    List<Ending> page(UUID exitId, UUID afterBatch, int maxRows) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select batch_id, lot, ending, ended_at from exit_goods_ending
                         where exit_id = :exit and batch_id > :after order by batch_id limit :maxRows
                        """)
                .bind("exit", exitId)
                .bind("after", afterBatch)
                .bind("maxRows", maxRows)
                .mapTo(Ending.class)
                .list());
    }

    /** All of an exit, added up by reason. */
    List<ExitTimeline.EndedGoods> sums(UUID exitId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select ending, count(*) as lots, max(ended_at) as last_at from exit_goods_ending
                         where exit_id = :exit group by ending order by ending
                        """)
                .bind("exit", exitId)
                .mapTo(ExitTimeline.EndedGoods.class)
                .list());
    }
}
