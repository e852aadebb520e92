package coop.parasol.distribution.order;

import coop.parasol.distribution.order.PendingLines.Line;
import coop.parasol.distribution.order.PendingLines.LineKey;
import coop.parasol.distribution.stock.AvailableStock;
import coop.parasol.distribution.stock.ProductGrade;
import coop.parasol.distribution.stock.Reservation;
import coop.parasol.distribution.stock.rules.StockAllocation.AllocatedUnits;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What lines that wait have got of the goods that were available, those that have waited longest first.
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

    /** @param waiting of each product and grade those that have waited longest first */
    static AllocatedLines of(List<Line> waiting, AvailableStock available) {
        AllocatedLines result =
                new AllocatedLines(new ArrayList<>(), new ArrayList<>(), new LinkedHashMap<>(), new LinkedHashMap<>());
        byGoods(waiting).forEach((goods, lines) -> result.allocate(goods, lines, available));
        return result;
    }

    private static Map<ProductGrade, List<Line>> byGoods(Collection<Line> lines) {
        return lines.stream().collect(Collectors.groupingBy(Line::goods, LinkedHashMap::new, Collectors.toList()));
    }

    private void allocate(ProductGrade goods, List<Line> waiting, AvailableStock available) {
        List<List<AllocatedUnits>> allocated = available.allocate(
                goods, waiting.stream().map(Line::backOrdered).toList());
        for (int i = 0; i < waiting.size(); i++) {
            Line line = waiting.get(i);
            List<AllocatedUnits> units = allocated.get(i);
            lines.put(line.key(), line);
            reserve(line, units);
            if (sum(units).compareTo(line.backOrdered()) < 0) {
                if (available.isTruncated(goods)) {
                    // there may be more than was read: this line is the next again, as it is anyway if it has got a
                    // part
                    if (units.isEmpty()) {
                        lookAgainAfter.put(goods, line.queuePosition() - 1);
                    }
                    return;
                }
                if (units.isEmpty()) {
                    unserved.add(line);
                }
            } else if (i + 1 == PendingLines.MAX_LINES_PER_GOODS) {
                lookAgainAfter.put(goods, line.queuePosition());
            }
        }
    }

    private void reserve(Line line, List<AllocatedUnits> allocated) {
        allocated.forEach(
                units -> reservations.add(new Reservation(line.orderId(), line.line(), line.period(), units)));
    }

    private static BigDecimal sum(List<AllocatedUnits> allocated) {
        return allocated.stream().map(AllocatedUnits::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /**
     * Without the lines of other orders: as much as they have got stays on hand for them, and they are looked at again. What the rest
     * has got is divided anew, so that nobody's share depends on who holds an order's lock.
     */
    AllocatedLines ofOrders(Set<UUID> orderIds, AvailableStock available) {
        if (reservations.stream().allMatch(reservation -> orderIds.contains(reservation.orderId()))) {
            return this;
        }
        Map<LineKey, BigDecimal> got = unitsByLine();
        AllocatedLines result =
                new AllocatedLines(new ArrayList<>(), unserved, new LinkedHashMap<>(lookAgainAfter), lines);
        byGoods(lines.values()).forEach((goods, all) -> {
            List<Line> served =
                    all.stream().filter(line -> got.containsKey(line.key())).toList();
            List<Line> kept = served.stream()
                    .filter(line -> orderIds.contains(line.orderId()))
                    .toList();
            served.stream()
                    .filter(line -> !orderIds.contains(line.orderId()))
                    .findFirst()
                    .ifPresent(line -> result.lookAgainAfter.merge(goods, line.queuePosition() - 1, Math::min));
            List<List<AllocatedUnits>> allocated = available.allocate(
                    goods,
                    kept.stream()
                            .map(line -> got.getOrDefault(line.key(), BigDecimal.ZERO))
                            .toList());
            for (int i = 0; i < kept.size(); i++) {
                result.reserve(kept.get(i), allocated.get(i));
            }
        });
        return result;
    }

    private Map<LineKey, BigDecimal> unitsByLine() {
        Map<LineKey, BigDecimal> units = new HashMap<>();
        reservations.forEach(reservation -> units.merge(
                new LineKey(reservation.orderId(), reservation.line()),
                reservation.units().quantity(),
                BigDecimal::add));
        return units;
    }

    Map<UUID, BigDecimal> unitsByOrder() {
        Map<UUID, BigDecimal> units = new HashMap<>();
        reservations.forEach(reservation ->
                units.merge(reservation.orderId(), reservation.units().quantity(), BigDecimal::add));
        return units;
    }

    /** The unit that a reservation is counted in. */
    String unit(Reservation reservation) {
        return line(reservation).goods().unit();
    }

    private Line line(Reservation reservation) {
        Line line = lines.get(new LineKey(reservation.orderId(), reservation.line()));
        if (line == null) {
            throw new IllegalStateException("a reservation for a line that was not looked at: " + reservation);
        }
        return line;
    }
}
