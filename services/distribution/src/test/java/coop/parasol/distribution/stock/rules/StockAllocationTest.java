package coop.parasol.distribution.stock.rules;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.distribution.stock.rules.StockAllocation.AllocatedUnits;
import coop.parasol.distribution.stock.rules.StockAllocation.Allocation;
import coop.parasol.distribution.stock.rules.StockAllocation.Candidate;
import coop.parasol.distribution.stock.rules.StockAllocation.Stock;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Windows of last days one after the other; within one, first what counts, then the rest, in fair share. */
class StockAllocationTest {

    private static final int WINDOW = 7;
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final UUID MEERA = new UUID(0, 1);
    private static final UUID RAVI = new UUID(0, 2);
    private static final UUID UMA = new UUID(0, 3);

    @Test
    void windows_of_last_days_go_one_after_the_other() {
        List<AllocatedUnits> allocated = allocate(15, batch(MEERA, "L1", 30, 10), batch(RAVI, "L2", 20, 10));

        assertThat(allocated).extracting(AllocatedUnits::lot).containsExactly("L2", "L1");
        assertThat(allocated.get(0).quantity()).isEqualByComparingTo("10");
        assertThat(allocated.get(1).quantity()).isEqualByComparingTo("5");
    }

    @Test
    void a_window_is_counted_from_the_earliest_lot() {
        assertThat(byMember(allocate(10, batch(MEERA, "L1", 20, 10), batch(RAVI, "L2", 26, 10))))
                .isEqualTo(Map.of(MEERA, 5L, RAVI, 5L));
        assertThat(byMember(allocate(10, batch(MEERA, "L1", 20, 10), batch(RAVI, "L2", 27, 10))))
                .isEqualTo(Map.of(MEERA, 10L));
    }

    @Test
    void what_counts_is_sold_before_the_rest_of_the_window() {
        assertThat(byMember(allocate(30, counted(batch(MEERA, "L1", 20, 100), 20), batch(RAVI, "L2", 20, 100))))
                .isEqualTo(Map.of(MEERA, 25L, RAVI, 5L));
    }

    @Test
    void what_counts_is_divided_by_the_uniform_rule_however_it_is_cut_into_lots_and_days() {
        assertThat(byMember(allocate(
                        18,
                        counted(batch(MEERA, "L1", 20, 10), 10),
                        counted(batch(MEERA, "L2", 21, 10), 10),
                        counted(batch(RAVI, "L3", 22, 10), 10),
                        counted(batch(UMA, "L4", 22, 30), 2))))
                .isEqualTo(Map.of(MEERA, 8L, RAVI, 8L, UMA, 2L));
    }

    @Test
    void the_rest_is_divided_by_the_uniform_rule_over_what_each_producer_has_there() {
        assertThat(byMember(allocate(
                        30, batch(MEERA, "L1", 20, 1_000), batch(RAVI, "L2", 20, 5), batch(UMA, "L3", 20, 100))))
                .isEqualTo(Map.of(MEERA, 13L, UMA, 12L, RAVI, 5L));
    }

    @Test
    void lots_that_are_split_get_no_more_than_one_lot() {
        List<Candidate> stock = new ArrayList<>(List.of(batch(MEERA, "L1", 20, 100)));
        for (int lot = 0; lot < 100; lot++) {
            stock.add(batch(RAVI, "S" + lot, 20, 1));
        }

        assertThat(byMember(allocate(50, stock.toArray(Candidate[]::new)))).isEqualTo(Map.of(MEERA, 25L, RAVI, 25L));
    }

    @Test
    void firms_of_one_owner_are_one_producer() {
        Candidate own = batch(MEERA, "L1", 20, 100);
        Candidate first = ownedBy(batch(RAVI, "L2", 20, 100), UMA);
        Candidate second = ownedBy(batch(UMA, "L3", 20, 100), UMA);

        assertThat(byMember(allocate(40, own, first, second)).get(MEERA)).isEqualTo(20);
    }

    @Test
    void a_producers_own_lots_go_first_expired_first_out() {
        assertThat(allocate(5, batch(MEERA, "L1", 24, 5), batch(MEERA, "L2", 20, 5)))
                .singleElement()
                .extracting(AllocatedUnits::lot)
                .isEqualTo("L2");
    }

    @Test
    void ties_go_by_lot_number_and_then_by_batch_id() {
        assertThat(allocate(1, batch(RAVI, "L1", 9, 5), batch(MEERA, "L0", 9, 5)))
                .singleElement()
                .extracting(AllocatedUnits::lot)
                .isEqualTo("L0");
        Candidate first = named(batch(RAVI, "L1", 9, 5), new UUID(0, 8));
        Candidate second = named(batch(MEERA, "L1", 9, 5), new UUID(0, 9));
        assertThat(allocate(1, second, first))
                .singleElement()
                .extracting(AllocatedUnits::batchId)
                .isEqualTo(first.batchId());
    }

    @Test
    void a_batch_of_which_nothing_is_left_is_not_allocated() {
        assertThat(allocate(5, batch(MEERA, "L0", 9, 0), batch(RAVI, "L1", 9, 5)))
                .extracting(AllocatedUnits::lot)
                .containsExactly("L1");
    }

    @Test
    void a_window_that_is_not_read_whole_is_left_for_the_next_look() {
        Stock stock = new Stock(
                List.of(batch(MEERA, "L1", 1, 5), batch(RAVI, "L2", 9, 5)), Map.of(), TODAY.plusDays(9), null);

        assertThat(StockAllocation.allocate(units(10), stock, WINDOW).units())
                .extracting(AllocatedUnits::lot)
                .containsExactly("L1");
    }

    @Test
    void many_small_orders_are_shared_like_one_large_one() {
        Stock stock = stock(batch(MEERA, "A1", 20, 100), batch(RAVI, "B1", 20, 100), batch(UMA, "C1", 20, 10));
        Map<UUID, Long> sold = new HashMap<>();
        for (int order = 0; order < 100; order++) {
            Allocation allocation = StockAllocation.allocate(units(1), stock, WINDOW);
            allocation.units().forEach(part -> sold.merge(part.memberId(), 1L, Long::sum));
            stock = allocation.rest();
        }

        assertThat(sold).isEqualTo(Map.of(MEERA, 45L, RAVI, 45L, UMA, 10L));
    }

    /** What lines get together is what is allocated; no line gets anything before the one that waits before it has all it wants. */
    @Test
    void the_first_line_is_served_first_over_random_stocks_and_lines() {
        Random random = new Random(8);
        for (int round = 0; round < 500; round++) {
            Stock stock = random(random);
            List<BigDecimal> lines = random.ints(1 + random.nextInt(20), 1, 30)
                    .mapToObj(quantity -> units(quantity))
                    .toList();
            BigDecimal wanted = lines.stream().reduce(BigDecimal.ZERO, BigDecimal::add);

            Allocation allocation = StockAllocation.allocate(wanted, stock, 1 + random.nextInt(9));
            List<List<AllocatedUnits>> byLine = allocation.byLine(lines);

            BigDecimal left = wanted.min(sum(stock));
            for (int line = 0; line < lines.size(); line++) {
                BigDecimal got = byLine.get(line).stream()
                        .map(AllocatedUnits::quantity)
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
                assertThat(got).isEqualByComparingTo(lines.get(line).min(left));
                left = left.subtract(got);
            }
            assertThat(byMember(byLine.stream().flatMap(List::stream).toList()))
                    .isEqualTo(byMember(allocation.units()));
            assertThat(byLine.stream().mapToInt(List::size).sum())
                    .isLessThan(lines.size() + stock.batches().size());
        }
    }

    /** Whatever is ordered, units are neither lost nor made, and the sum is what was asked for as far as there is so much. */
    @Test
    void units_are_conserved_over_random_stocks_and_orders() {
        Random random = new Random(6);
        for (int round = 0; round < 500; round++) {
            Stock stock = random(random);
            while (!stock.batches().isEmpty()) {
                BigDecimal before = sum(stock);
                BigDecimal wanted = units(1 + random.nextInt(40));
                Allocation allocation = StockAllocation.allocate(wanted, stock, 1 + random.nextInt(9));
                BigDecimal allocated = allocation.units().stream()
                        .map(AllocatedUnits::quantity)
                        .reduce(BigDecimal.ZERO, BigDecimal::add);

                assertThat(allocated).isEqualByComparingTo(wanted.min(before));
                assertThat(sum(allocation.rest())).isEqualByComparingTo(before.subtract(allocated));
                assertThat(allocation.rest().batches())
                        .allMatch(batch ->
                                batch.counted().signum() >= 0 && batch.counted().compareTo(batch.available()) <= 0);
                assertThat(allocation.rest().credits().values())
                        .allMatch(credit -> credit.abs().compareTo(BigDecimal.ONE) <= 0);
                stock = allocation.rest();
            }
        }
    }

    /** In one window, orders of any sizes leave nobody more than a unit from what one order of their sum would have given it. */
    @Test
    void the_share_does_not_depend_on_how_demand_is_cut_into_orders() {
        Random random = new Random(7);
        for (int round = 0; round < 500; round++) {
            List<Candidate> batches = new ArrayList<>();
            for (int member = 1; member <= 5; member++) {
                batches.add(batch(new UUID(0, member), "L" + member, 20, 1 + random.nextInt(80)));
            }
            Stock stock = stock(batches.toArray(Candidate[]::new));
            long total = 1L + random.nextInt(sum(stock).intValueExact());
            Map<UUID, Long> atOnce = byMember(
                    StockAllocation.allocate(units(total), stock, WINDOW).units());
            Map<UUID, Long> inParts = new HashMap<>();
            for (long left = total; left > 0; ) {
                long order = 1 + random.nextLong(left);
                Allocation allocation = StockAllocation.allocate(units(order), stock, WINDOW);
                byMember(allocation.units()).forEach((member, units) -> inParts.merge(member, units, Long::sum));
                stock = allocation.rest();
                left -= order;
            }

            for (int member = 1; member <= 5; member++) {
                UUID id = new UUID(0, member);
                assertThat(Math.abs(atOnce.getOrDefault(id, 0L) - inParts.getOrDefault(id, 0L)))
                        .isLessThanOrEqualTo(1);
            }
        }
    }

    private static List<AllocatedUnits> allocate(long quantity, Candidate... batches) {
        return StockAllocation.allocate(units(quantity), stock(batches), WINDOW).units();
    }

    private static Stock stock(Candidate... batches) {
        return new Stock(List.of(batches), Map.of(), LocalDate.MAX, null);
    }

    private static Stock random(Random random) {
        List<Candidate> batches = new ArrayList<>();
        int lots = 1 + random.nextInt(12);
        for (int lot = 0; lot < lots; lot++) {
            long available = 1L + random.nextInt(30);
            Candidate batch = batch(new UUID(0, 1 + random.nextInt(4)), "L" + lot, random.nextInt(30), available);
            batches.add(counted(batch, random.nextInt((int) available + 1)));
        }
        return stock(batches.toArray(Candidate[]::new));
    }

    private static BigDecimal sum(Stock stock) {
        return stock.batches().stream().map(Candidate::available).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Map<UUID, Long> byMember(List<AllocatedUnits> allocated) {
        Map<UUID, Long> byMember = new HashMap<>();
        allocated.forEach(
                part -> byMember.merge(part.memberId(), part.quantity().longValueExact(), Long::sum));
        return byMember;
    }

    private static Candidate batch(UUID member, String lot, int daysLeft, long available) {
        return new Candidate(
                UUID.nameUUIDFromBytes((member + lot).getBytes(StandardCharsets.UTF_8)),
                member,
                member,
                lot,
                TODAY.plusDays(daysLeft),
                TODAY.plusDays(daysLeft),
                units(available),
                BigDecimal.ZERO);
    }

    private static Candidate counted(Candidate one, long counted) {
        return copy(one, one.batchId(), one.ownerId(), units(counted));
    }

    private static Candidate ownedBy(Candidate one, UUID owner) {
        return copy(one, one.batchId(), owner, one.counted());
    }

    private static Candidate named(Candidate one, UUID batchId) {
        return copy(one, batchId, one.ownerId(), one.counted());
    }

    private static Candidate copy(Candidate one, UUID batchId, UUID owner, BigDecimal counted) {
        return new Candidate(
                batchId, one.memberId(), owner, one.lot(), one.expiry(), one.queueDay(), one.available(), counted);
    }

    private static BigDecimal units(long number) {
        return BigDecimal.valueOf(number);
    }
}
