package coop.parasol.production.counting;

import coop.parasol.contracts.ProductionEvent.CommitmentCounted;
import coop.parasol.contracts.Quantity;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Outbox;
import coop.parasol.production.commitment.CommittedQuantities.GoodsOfWeek;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Hands units that count of a frozen week's commitments over from one producer to another; of both together as many count as before. */
@ApplicationScoped
public class CountedUnits {

    private final Jdbi jdbi;
    private final Outbox outbox;

    CountedUnits(Jdbi jdbi, Outbox outbox) {
        this.jdbi = jdbi;
        this.outbox = outbox;
    }

    private record Now(UUID memberId, String unit, BigDecimal committed, BigDecimal counts) {}

    /**
     * What counts of a producer's commitments for goods of a frozen week, less what it has handed over and with what it has received.
     *
     * @return empty where it is not fixed yet, or the producer has committed nothing
     */
    public Optional<BigDecimal> countsNow(UUID memberId, GoodsOfWeek goods) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                            select counts - handed_over + received from counted_commitment
                             where product = :product and grade = :grade and period = :period and member_id = :member
                             for update
                            """)
                .bindMethods(goods)
                .bind("member", memberId)
                .mapTo(BigDecimal.class)
                .findOne());
    }

    /**
     * Hands units over, which the first of the two has to have; both are told what counts for them from now on.
     *
     * @param units of what counts for {@code from}
     */
    public void handOver(UUID from, UUID to, GoodsOfWeek goods, BigDecimal units, Cause cause) {
        jdbi.useHandle(handle -> {
            handle.createUpdate("""
                                update counted_commitment set handed_over = handed_over + :units
                                 where product = :product and grade = :grade and period = :period and member_id = :giver
                                """)
                    .bindMethods(goods)
                    .bind("units", units)
                    .bind("giver", from)
                    .execute();
            handle.createUpdate("""
                                insert into counted_commitment (period, product, grade, member_id, committed,
                                                                committed_by_owner, counts, received)
                                values (:period, :product, :grade, :taker, 0, 0, 0, :units)
                                on conflict (period, product, grade, member_id) do update
                                   set received = counted_commitment.received + excluded.received
                                """)
                    .bindMethods(goods)
                    .bind("units", units)
                    .bind("taker", to)
                    .execute();
        });
        outbox.append(
                now(goods, List.of(from, to)).stream()
                        .map(each -> new CommitmentCounted(
                                each.memberId(),
                                goods.product(),
                                goods.grade(),
                                goods.period(),
                                Quantity.ofSum(each.committed(), each.unit()),
                                Quantity.ofSum(each.counts(), each.unit())))
                        .toList(),
                cause);
    }

    private List<Now> now(GoodsOfWeek goods, List<UUID> memberIds) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                            select c.member_id, w.unit, c.committed - c.handed_over + c.received as committed,
                                   c.counts - c.handed_over + c.received as counts
                              from counted_commitment c join frozen_week w using (product, grade, period)
                             where product = :product and grade = :grade and period = :period
                               and c.member_id = any(:members)
                             order by c.member_id
                            """)
                .bindMethods(goods)
                .bindArray("members", UUID.class, memberIds)
                .mapTo(Now.class)
                .list());
    }
}
