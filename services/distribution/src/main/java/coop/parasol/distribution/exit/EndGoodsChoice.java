package coop.parasol.distribution.exit;

import coop.parasol.contracts.ChoiceEnding;
import coop.parasol.contracts.DistributionEvent.GoodsChoiceEnded;
import coop.parasol.distribution.stock.BatchRepository;
import coop.parasol.firm.FirmClock;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Outbox;
import coop.parasol.persistence.Columns;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Ends what a leaving member had chosen for lots without its being done, and tells the member why. */
@ApplicationScoped
class EndGoodsChoice {

    private final Outbox outbox;
    private final FirmClock clock;
    private final Jdbi jdbi;

    EndGoodsChoice(Outbox outbox, FirmClock clock, Jdbi jdbi) {
        this.outbox = outbox;
        this.clock = clock;
        this.jdbi = jdbi;
    }

    /** A choice that ends, and why. */
    record Ended(ExitGoods goods, BatchRepository.Lot lot, ChoiceEnding ending) {}

    /**
     * By two statements, however many they are. The rows are changed beside their entities, which are detached, as they were read.
     *
     * @param ended locked and undecided; nothing of their lots is set aside any more
     */
    void end(Collection<Ended> ended, Cause cause) {
        if (ended.isEmpty()) {
            return;
        }
        Instant now = clock.now();
        ExitGoods.flush();
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update exit_goods g
                           set state = ended.state, quantity = null, decided_by = :actor, decided_at = :now,
                               version = g.version + 1
                          from unnest(:ids, :states) as ended (id, state)
                         where g.id = ended.id
                        """)
                .bindArray("ids", UUID.class, Columns.of(ended, one -> one.goods().id))
                .bindArray(
                        "states",
                        String.class,
                        Columns.of(ended, one -> state(one.ending()).name()))
                .bindByType("actor", cause.actor(), String.class)
                .bind("now", now)
                .execute());
        ended.forEach(one -> ExitGoods.getEntityManager().detach(one.goods()));
        outbox.append(
                ended.stream()
                        .filter(one -> one.lot().memberId().equals(one.goods().memberId))
                        .map(one -> event(one, now))
                        .toList(),
                cause);
    }

    private static GoodsChoiceEnded event(Ended ended, Instant now) {
        ExitGoods goods = ended.goods();
        return new GoodsChoiceEnded(
                goods.memberId, goods.exitId, goods.batchId, ended.lot().lot(), ended.ending(), now);
    }

    private static ExitGoods.State state(ChoiceEnding ending) {
        return switch (ending) {
            case NOTHING_LEFT -> ExitGoods.State.NOTHING_LEFT;
            case DECLINED -> ExitGoods.State.DECLINED;
            case LAPSED -> ExitGoods.State.LAPSED;
            case UNCOLLECTED -> ExitGoods.State.UNCOLLECTED;
            case STILL_SUSPENDED -> ExitGoods.State.STILL_SUSPENDED;
            case RECALLED -> ExitGoods.State.RECALLED;
            case EXPIRED -> ExitGoods.State.EXPIRED;
        };
    }
}
