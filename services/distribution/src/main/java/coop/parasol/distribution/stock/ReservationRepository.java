package coop.parasol.distribution.stock;

import coop.parasol.distribution.CombinedStatement;
import coop.parasol.distribution.CombinedStatement.Part;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * Units of batches that are reserved for order lines. A reservation moves units from on hand to reserved; undoing it does the
 * opposite. Whoever calls holds the products' locks.
 */
@ApplicationScoped
public class ReservationRepository {

    private final Jdbi jdbi;

    ReservationRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Reserves units, as parts of a larger statement that also writes the order lines. */
    public static List<Part> reserveParts(List<Reservation> reservations) {
        Part parameters = new Part("new_reservation", """
            select * from unnest(:reservedOrders, :reservedLines, :reservedBatches, :reservedPeriods, :reservedQuantities)
                       as r (order_id, line, batch_id, period, quantity)
            """, statement -> bind(statement, reservations));
        return List.of(parameters, plain("stored_reservation", """
            insert into reservation (order_id, line, batch_id, period, quantity)
            select order_id, line, batch_id, period, quantity from new_reservation
            on conflict (order_id, line, batch_id)
            do update set quantity = reservation.quantity + excluded.quantity
            """), plain("reserved_batch", """
                        update batch b set on_hand = b.on_hand - r.quantity, reserved = b.reserved + r.quantity
                          from (select batch_id, sum(quantity) as quantity from new_reservation group by batch_id) r
                         where b.batch_id = r.batch_id
                        """));
    }

    private static Part plain(String name, String sql) {
        return new Part(name, sql, statement -> {});
    }

    private static void bind(SqlStatement<?> statement, List<Reservation> reservations) {
        statement
                .bindArray(
                        "reservedOrders",
                        UUID.class,
                        reservations.stream().map(Reservation::orderId).toList())
                .bindArray(
                        "reservedLines",
                        Integer.class,
                        reservations.stream().map(Reservation::line).toList())
                .bindArray(
                        "reservedBatches",
                        UUID.class,
                        reservations.stream().map(r -> r.units().batchId()).toList())
                .bindArray(
                        "reservedPeriods",
                        String.class,
                        reservations.stream().map(r -> r.period().toString()).toList())
                .bindArray(
                        "reservedQuantities",
                        BigDecimal.class,
                        reservations.stream().map(r -> r.units().quantity()).toList());
    }

    /** Orders for which units of the batches are reserved. */
    List<UUID> ordersWith(Collection<UUID> batchIds) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select distinct order_id from reservation where batch_id = any(:batchIds)")
                .bindArray("batchIds", UUID.class, batchIds)
                .mapTo(UUID.class)
                .list());
    }

    /** Makes available again all that is reserved of the batches. */
    List<UnreservedUnits> unreserveBatches(Collection<UUID> batchIds) {
        return unreserve(new Part(
                "to_unreserve",
                "select order_id, line, batch_id from reservation where batch_id = any(:batchIds)",
                statement -> statement.bindArray("batchIds", UUID.class, batchIds)));
    }

    /** Makes available again all that is reserved for an order. */
    public List<UnreservedUnits> unreserveOrder(UUID orderId) {
        return unreserve(new Part(
                "to_unreserve",
                "select order_id, line, batch_id from reservation where order_id = :orderId",
                statement -> statement.bind("orderId", orderId)));
    }

    /**
     * Makes available again so many of the units that are reserved for a line: those that may not leave first, then those that may be
     * sold for the longest time, so that whoever waits gets them.
     *
     * @param units not more than are reserved
     */
    public void unreserve(UUID orderId, int line, BigDecimal units) {
        jdbi.useHandle(handle -> handle.createUpdate("""
            with ranked as (
                select r.batch_id, r.quantity,
                       sum(r.quantity) over (order by b.certificate_state = 'CERTIFIED', b.expiry desc, b.lot desc, r.batch_id)
                           - r.quantity as before
                  from reservation r join batch b using (batch_id) where r.order_id = :orderId and r.line = :line
            ), released as (
                select batch_id, quantity, least(quantity, :units - before) as units from ranked where before < :units
            ), gone as (
                delete from reservation r using released x
                 where r.order_id = :orderId and r.line = :line and r.batch_id = x.batch_id and x.units = x.quantity
            ), lessened as (
                update reservation r set quantity = r.quantity - x.units from released x
                 where r.order_id = :orderId and r.line = :line and r.batch_id = x.batch_id and x.units < x.quantity
            )
            update batch b set on_hand = b.on_hand + x.units, reserved = b.reserved - x.units
              from released x where b.batch_id = x.batch_id
            """)
                .bind("orderId", orderId)
                .bind("line", line)
                .bind("units", units)
                .execute());
    }

    /** Makes available again what is reserved for an order of batches whose last day of sale was before that day. */
    public List<UnreservedUnits> unreserveExpired(UUID orderId, LocalDate today) {
        return unreserve(new Part(
                "to_unreserve",
                "select r.order_id, r.line, r.batch_id from reservation r join batch b on b.batch_id = r.batch_id"
                        + " where r.order_id = :orderId and b.expiry < :today",
                statement -> statement.bind("orderId", orderId).bind("today", today)));
    }

    private List<UnreservedUnits> unreserve(Part toUnreserve) {
        List<Part> parts = List.of(toUnreserve, plain("unreserved", """
            delete from reservation r using to_unreserve t
             where (r.order_id, r.line, r.batch_id) = (t.order_id, t.line, t.batch_id)
            returning r.order_id, r.line, r.batch_id, r.quantity
            """), plain("restored", """
                        update batch b set on_hand = b.on_hand + r.quantity, reserved = b.reserved - r.quantity
                          from (select batch_id, sum(quantity) as quantity from unreserved group by batch_id) r
                         where b.batch_id = r.batch_id
                        returning b.batch_id, b.product, b.grade, b.unit
                        """));
        return jdbi.withHandle(handle -> CombinedStatement.of(parts)
                .query(handle, """
                    select order_id, line, product, grade, unit, sum(quantity) as quantity
                      from unreserved join restored using (batch_id)
                     group by order_id, line, product, grade, unit order by order_id, line
                    """)
                .mapTo(UnreservedUnits.class)
                .list());
    }

    /** Moves what is reserved for an order, as far as it is certified now, from reserved to dispatched. */
    public List<DispatchedUnits> dispatch(UUID orderId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
            with leaving as (
                delete from reservation r using batch b
                 where r.order_id = :orderId and b.batch_id = r.batch_id and b.certificate_state = 'CERTIFIED'
                returning r.line, r.batch_id, r.quantity
            ), dispatched_batch as (
                update batch b set reserved = b.reserved - l.quantity, dispatched = b.dispatched + l.quantity
                  from (select batch_id, sum(quantity) as quantity from leaving group by batch_id) l
                 where b.batch_id = l.batch_id
                returning b.batch_id, b.product, b.grade, b.unit, b.member_id, b.lot, b.owner
            )
            select line, batch_id, product, grade, member_id, lot, owner, quantity, unit
              from leaving join dispatched_batch using (batch_id)
             order by line, lot, batch_id
            """)
                .bind("orderId", orderId)
                .mapTo(DispatchedUnits.class)
                .list());
    }
}
