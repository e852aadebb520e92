package coop.parasol.distribution.order;

import coop.parasol.distribution.order.PendingLines.Line;
import coop.parasol.distribution.stock.AvailableStock;
import coop.parasol.distribution.stock.ProductGrade;
import coop.parasol.distribution.stock.Reservation;
import coop.parasol.distribution.stock.rules.StockAllocation.AllocatedUnits;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What lines that wait have got of the goods that were available, one after the other.
 *
 * @param reservations by line in the order of the lines; a line may have several
 * @param unserved lines that have got nothing, because nothing is left
 * @param lookAgainAfter goods of which more may be left, and behind which place of the queue lines may wait for them
 * @param lines all that were looked at, by order and line
 */
record AllocatedLines(
        List<Reservation> reservations,
        List<Line> unserved,
        Map<ProductGrade, Long> lookAgainAfter,
        Map<LineKey, Line> lines) {

    record LineKey(UUID orderId, int line) {}

    /** @param waiting of each product and grade those that have waited longest first */
    static AllocatedLines of(List<Line> waiting, AvailableStock available) {
        AllocatedLines result =
                new AllocatedLines(new ArrayList<>(), new ArrayList<>(), new LinkedHashMap<>(), new HashMap<>());
        Map<ProductGrade, Integer> served = new HashMap<>();
        Set<ProductGrade> restUnknown = new HashSet<>();
        for (Line line : waiting) {
            ProductGrade goods = line.goods();
            if (restUnknown.contains(goods)) {
                continue;
            }
            result.lines.put(new LineKey(line.orderId(), line.line()), line);
            List<AllocatedUnits> allocated = available.allocate(goods, line.backOrdered());
            BigDecimal quantity =
                    allocated.stream().map(AllocatedUnits::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
            allocated.forEach(units ->
                    result.reservations.add(new Reservation(line.orderId(), line.line(), line.period(), units)));
            boolean complete = quantity.compareTo(line.backOrdered()) >= 0;
            if (complete) {
                if (served.merge(goods, 1, Integer::sum) == PendingLines.MAX_LINES_PER_GOODS) {
                    result.lookAgainAfter.put(goods, line.queuePosition());
                }
            } else if (available.isTruncated(goods)) {
                // there may be more than was read: this line is the next again, as it is anyway if it has got a part
                restUnknown.add(goods);
                if (allocated.isEmpty()) {
                    result.lookAgainAfter.put(goods, line.queuePosition() - 1);
                }
            } else if (allocated.isEmpty()) {
                result.unserved.add(line);
            }
        }
        return result;
    }

    /** Without the lines of other orders, whose goods stay on hand for them: they are looked at again. */
    AllocatedLines ofOrders(Set<UUID> orderIds) {
        List<Reservation> kept = new ArrayList<>();
        Map<ProductGrade, Long> again = new LinkedHashMap<>(lookAgainAfter);
        for (Reservation reservation : reservations) {
            if (orderIds.contains(reservation.orderId())) {
                kept.add(reservation);
            } else {
                Line line = line(reservation);
                again.merge(line.goods(), line.queuePosition() - 1, Math::min);
            }
        }
        return new AllocatedLines(kept, unserved, again, lines);
    }

    Map<UUID, BigDecimal> unitsByOrder() {
        Map<UUID, BigDecimal> units = new HashMap<>();
        reservations.forEach(reservation ->
                units.merge(reservation.orderId(), reservation.units().quantity(), BigDecimal::add));
        return units;
    }

    /** The unit that a reservation is counted in. */
    String unit(Reservation reservation) {
        return line(reservation).unit();
    }

    private Line line(Reservation reservation) {
        Line line = lines.get(new LineKey(reservation.orderId(), reservation.line()));
        if (line == null) {
            throw new IllegalStateException("a reservation for a line that was not looked at: " + reservation);
        }
        return line;
    }
}
