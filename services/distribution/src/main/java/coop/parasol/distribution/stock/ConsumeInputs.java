package coop.parasol.distribution.stock;

import coop.parasol.contracts.DistributionEvent.GoodsConsumed;
import coop.parasol.contracts.Quantity;
import coop.parasol.distribution.product.ProductRepository;
import coop.parasol.firm.FirmClock;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Outbox;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/**
 * Takes certified goods out of the stock that have gone into other batches of their producer, and puts them back when the producer
 * says otherwise. Only what is on hand is taken: what is promised to a partner or has left stays where it is, and the rest is due until
 * it is on hand. Of another producer's lots nothing is taken, whoever says that it has used them (ADR 0112).
 */
@ApplicationScoped
class ConsumeInputs {

    private static final Cause TIME = Cause.of("time");
    private static final int MAX_LOTS = 500;

    private final ProductRepository products;
    private final BatchRepository batches;
    private final BackOrders backOrders;
    private final UnsoldGoodsListener unsoldGoods;
    private final Outbox outbox;
    private final FirmClock clock;
    private final Jdbi jdbi;

    ConsumeInputs(
            ProductRepository products,
            BatchRepository batches,
            BackOrders backOrders,
            UnsoldGoodsListener unsoldGoods,
            Outbox outbox,
            FirmClock clock,
            Jdbi jdbi) {
        this.products = products;
        this.batches = batches;
        this.backOrders = backOrders;
        this.unsoldGoods = unsoldGoods;
        this.outbox = outbox;
        this.clock = clock;
        this.jdbi = jdbi;
    }

    /** @param moved units out of the stock, less than 0 for units that are back */
    private record Changed(
            UUID batchId,
            UUID memberId,
            String product,
            String grade,
            String lot,
            String unit,
            BigDecimal consumed,
            BigDecimal moved) {

        boolean isMoved() {
            return moved.signum() != 0;
        }

        ProductGrade goods() {
            return new ProductGrade(product, grade, unit);
        }
    }

    /** Locks the products of reports and of the lots that they name, in the one order of products. */
    void lockProducts(Collection<String> reported, Collection<UUID> lots) {
        Set<String> all = new HashSet<>(reported);
        if (!lots.isEmpty()) {
            all.addAll(batches.products(lots));
        }
        products.lockOrCreateForConsumer(all);
    }

    /**
     * Sets right what of lots is consumed, by all that is on record of inputs now; the caller holds their products' locks. Lots that are
     * not certified yet are passed over, and come again with their certificates.
     *
     * @param causesByMember what was heard of the lots' producers
     */
    void setRight(Collection<UUID> lots, Map<UUID, Cause> causesByMember) {
        if (lots.isEmpty()) {
            return;
        }
        List<Changed> moved = change(lots).stream().filter(Changed::isMoved).toList();
        if (moved.isEmpty()) {
            return;
        }
        Instant now = clock.now();
        Map<UUID, Cause> causes = new HashMap<>();
        for (Changed lot : moved) {
            Cause cause = causesByMember.getOrDefault(lot.memberId(), TIME);
            causes.put(lot.memberId(), cause);
            outbox.append(
                    new GoodsConsumed(
                            lot.memberId(),
                            lot.batchId(),
                            lot.product(),
                            lot.lot(),
                            new Quantity(lot.consumed(), lot.unit()),
                            now),
                    cause);
        }
        backOrders.goodsAvailable(moved.stream()
                .filter(lot -> lot.moved().signum() < 0)
                .map(Changed::goods)
                .collect(Collectors.toSet()));
        unsoldGoods.unsoldGoodsChanged(causes);
    }

    private List<Changed> change(Collection<UUID> lots) {
        return jdbi.withHandle(handle -> handle.createQuery("""
            with lot as (
                select batch_id, member_id, consumed, on_hand from batch
                 where batch_id = any(:lots) and owner = 'MEMBER' order by batch_id for update),
            said as (
                select lot.batch_id, lot.consumed, lot.on_hand, coalesce(sum(input.quantity), 0) as quantity
                  from lot left join batch_input input
                    on input.input_batch_id = lot.batch_id and input.member_id = lot.member_id
                 group by lot.batch_id, lot.consumed, lot.on_hand),
            moved as (
                select batch_id, quantity - consumed as open, least(quantity - consumed, on_hand) as quantity from said)
            update batch b
               set on_hand = b.on_hand - moved.quantity, consumed = b.consumed + moved.quantity,
                   consumption_due = moved.open - moved.quantity
              from moved
             where b.batch_id = moved.batch_id
               and (moved.quantity <> 0 or b.consumption_due <> moved.open - moved.quantity)
            returning b.batch_id, b.member_id, b.product, b.grade, b.lot, b.unit, b.consumed, moved.quantity as moved
            """)
                .bindArray("lots", UUID.class, lots)
                .mapTo(Changed.class)
                .list());
    }

    /** Takes what is on hand again of lots of which more is due: an order was cancelled for which it was reserved. */
    @Scheduled(every = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    void takeDue() {
        List<UUID> lots = jdbi.withHandle(handle -> handle.createQuery("""
            select batch_id from batch where consumption_due > 0 and has_units_on_hand and owner = 'MEMBER'
             order by batch_id limit :maxLots
            """)
                .bind("maxLots", MAX_LOTS)
                .mapTo(UUID.class)
                .list());
        if (!lots.isEmpty()) {
            lockProducts(Set.of(), lots);
            setRight(lots, Map.of());
        }
    }
}
