package coop.parasol.distribution.order;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.contracts.Period;
import coop.parasol.distribution.order.PendingLines.Line;
import coop.parasol.distribution.stock.AvailableStock;
import coop.parasol.distribution.stock.ProductGrade;
import coop.parasol.distribution.stock.Reservation;
import coop.parasol.distribution.stock.rules.StockAllocation.Candidate;
import coop.parasol.distribution.stock.rules.StockAllocation.Stock;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Lines that wait for the same goods are allocated together. */
class AllocatedLinesTest {

    private static final ProductGrade GOODS = new ProductGrade("CUP-250", "A", "C62");
    private static final int PRODUCERS = 4;

    @Test
    void lines_of_one_look_are_shared_among_the_producers_and_hardly_split() {
        List<Line> waiting = waiting(40, 2);

        AllocatedLines allocated = AllocatedLines.of(waiting, stock(1_000));

        assertThat(byProducer(allocated)).isEqualTo(Map.of(0, 20L, 1, 20L, 2, 20L, 3, 20L));
        assertThat(allocated.reservations()).hasSize(40);
        assertThat(allocated.unserved()).isEmpty();
        assertThat(allocated.lookAgainAfter()).isEmpty();
    }

    @Test
    void the_share_of_nobody_depends_on_which_orders_are_locked_by_others() {
        List<Line> waiting = waiting(40, 2);
        AvailableStock available = stock(1_000);
        Set<UUID> free = waiting.subList(10, 40).stream().map(Line::orderId).collect(Collectors.toSet());

        AllocatedLines allocated = AllocatedLines.of(waiting, available).ofOrders(free, available);

        assertThat(byProducer(allocated)).isEqualTo(Map.of(0, 15L, 1, 15L, 2, 15L, 3, 15L));
        assertThat(allocated.reservations()).extracting(Reservation::orderId).allMatch(free::contains);
        assertThat(allocated.lookAgainAfter()).isEqualTo(Map.of(GOODS, -1L));
    }

    @Test
    void goods_of_an_order_that_others_have_locked_are_not_given_to_those_behind_it() {
        List<Line> waiting = waiting(3, 10);
        AvailableStock available = stock(5);
        Set<UUID> behind = Set.of(waiting.get(1).orderId(), waiting.get(2).orderId());

        AllocatedLines allocated = AllocatedLines.of(waiting, available).ofOrders(behind, available);

        assertThat(allocated.unitsByOrder()).isEqualTo(Map.of(waiting.get(1).orderId(), BigDecimal.TEN));
        assertThat(allocated.unserved()).containsExactly(waiting.get(2));
    }

    @Test
    void where_all_orders_are_locked_by_others_nothing_is_allocated() {
        AvailableStock available = stock(1_000);

        AllocatedLines allocated = AllocatedLines.of(waiting(4, 1), available).ofOrders(Set.of(), available);

        assertThat(allocated.reservations()).isEmpty();
        assertThat(available.changedCredits()).isEmpty();
        assertThat(allocated.lookAgainAfter()).isEqualTo(Map.of(GOODS, -1L));
    }

    private static List<Line> waiting(int number, int quantity) {
        List<Line> lines = new ArrayList<>();
        for (int position = 0; position < number; position++) {
            lines.add(new Line(
                    UUID.randomUUID(), 1, position, GOODS, Period.parse("2026-W49"), BigDecimal.valueOf(quantity)));
        }
        return lines;
    }

    /** One batch of each producer. */
    private static AvailableStock stock(long unitsOfEach) {
        List<Candidate> batches = new ArrayList<>();
        for (int producer = 0; producer < PRODUCERS; producer++) {
            UUID member = new UUID(0, producer);
            batches.add(new Candidate(
                    new UUID(1, producer),
                    member,
                    member,
                    "L" + producer,
                    LocalDate.of(2027, 1, 1),
                    LocalDate.of(2027, 1, 1),
                    BigDecimal.valueOf(unitsOfEach),
                    BigDecimal.ZERO));
        }
        return new AvailableStock(Map.of(GOODS, new Stock(batches, Map.of(), LocalDate.MAX, null)), 7);
    }

    private static Map<Integer, Long> byProducer(AllocatedLines allocated) {
        Map<Integer, Long> units = new HashMap<>();
        allocated.reservations().stream()
                .map(Reservation::units)
                .forEach(part -> units.merge(
                        (int) part.memberId().getLeastSignificantBits(),
                        part.quantity().longValueExact(),
                        Long::sum));
        return units;
    }
}
