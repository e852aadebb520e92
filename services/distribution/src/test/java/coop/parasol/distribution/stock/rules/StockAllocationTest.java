package coop.parasol.distribution.stock.rules;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.distribution.stock.rules.StockAllocation.AllocatedUnits;
import coop.parasol.distribution.stock.rules.StockAllocation.Candidate;
import coop.parasol.distribution.stock.rules.StockAllocation.Share;
import coop.parasol.distribution.stock.rules.StockAllocation.Shares;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** First expired first out; within the same expiry day in fair share; ties by lot number. */
class StockAllocationTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final UUID MEERA = new UUID(0, 1);
    private static final UUID RAVI = new UUID(0, 2);

    @Test
    void first_expired_first_out() {
        List<AllocatedUnits> allocated = StockAllocation.allocate(
                units(15), List.of(batch(MEERA, "L2", 30, 10), batch(RAVI, "L1", 20, 10)), Shares.NONE, TODAY);

        assertThat(allocated).extracting(AllocatedUnits::lot).containsExactly("L1", "L2");
        assertThat(allocated.get(0).quantity()).isEqualByComparingTo("10");
        assertThat(allocated.get(1).quantity()).isEqualByComparingTo("5");
    }

    @Test
    void what_is_out_of_date_is_no_stock() {
        assertThat(StockAllocation.allocate(units(5), List.of(batch(MEERA, "L1", -1, 10)), Shares.NONE, TODAY))
                .isEmpty();
        assertThat(StockAllocation.allocate(units(5), List.of(batch(MEERA, "L1", 0, 10)), Shares.NONE, TODAY))
                .hasSize(1);
    }

    @Test
    void within_a_day_everybody_gets_its_part_of_the_commitments() {
        Shares shares = new Shares(share(100, 0), Map.of(MEERA, share(75, 0), RAVI, share(25, 0)));

        Map<UUID, BigDecimal> allocated = byMember(StockAllocation.allocate(
                units(40), List.of(batch(MEERA, "L1", 9, 100), batch(RAVI, "L2", 9, 100)), shares, TODAY));

        assertThat(allocated.get(MEERA)).isEqualByComparingTo("30");
        assertThat(allocated.get(RAVI)).isEqualByComparingTo("10");
    }

    @Test
    void who_is_furthest_behind_is_served_first() {
        Shares shares = new Shares(share(100, 40), Map.of(MEERA, share(50, 40), RAVI, share(50, 0)));

        Map<UUID, BigDecimal> allocated = byMember(StockAllocation.allocate(
                units(40), List.of(batch(MEERA, "L1", 9, 100), batch(RAVI, "L2", 9, 100)), shares, TODAY));

        assertThat(allocated).doesNotContainKey(MEERA);
        assertThat(allocated.get(RAVI)).isEqualByComparingTo("40");
    }

    @Test
    void ties_go_by_lot_number() {
        List<AllocatedUnits> allocated = StockAllocation.allocate(
                units(1), List.of(batch(RAVI, "L1", 9, 5), batch(MEERA, "L0", 9, 5)), Shares.NONE, TODAY);

        assertThat(allocated).singleElement().extracting(AllocatedUnits::lot).isEqualTo("L0");
    }

    @Test
    void the_same_lot_number_of_two_producers_goes_by_batch_id() {
        Candidate first = new Candidate(new UUID(0, 8), RAVI, "L1", TODAY, units(5));
        Candidate second = new Candidate(new UUID(0, 9), MEERA, "L1", TODAY, units(5));

        assertThat(StockAllocation.allocate(units(1), List.of(second, first), Shares.NONE, TODAY))
                .singleElement()
                .extracting(AllocatedUnits::batchId)
                .isEqualTo(first.batchId());
    }

    @Test
    void a_batch_of_which_nothing_is_left_is_not_allocated() {
        assertThat(StockAllocation.allocate(
                        units(5), List.of(batch(MEERA, "L0", 9, 0), batch(RAVI, "L1", 9, 5)), Shares.NONE, TODAY))
                .extracting(AllocatedUnits::lot)
                .containsExactly("L1");
    }

    @Test
    void the_same_as_counting_unit_by_unit_over_random_stocks() {
        Random random = new Random(6);
        for (int round = 0; round < 2000; round++) {
            List<Candidate> stock = new ArrayList<>();
            Map<UUID, Share> members = new HashMap<>();
            long committed = 0;
            long allocated = 0;
            for (int member = 1; member <= 4; member++) {
                Share share = share(random.nextInt(30), random.nextInt(20));
                members.put(new UUID(0, member), share);
                committed += share.committed().longValue();
                allocated += share.allocated().longValue();
                for (int lot = 0; lot < random.nextInt(3); lot++) {
                    stock.add(batch(
                            new UUID(0, member), member + "-" + lot, random.nextInt(3) - 1, 1 + random.nextInt(15)));
                }
            }
            Shares shares = new Shares(share(committed, allocated), members);
            long need = 1L + random.nextInt(50);

            assertThat(byLot(StockAllocation.allocate(units(need), stock, shares, TODAY)))
                    .isEqualTo(unitByUnit(need, stock, shares));
        }
    }

    /** The rule, word for word and slowly. */
    private static Map<String, Long> unitByUnit(long need, List<Candidate> stock, Shares shares) {
        Map<String, Long> allocatedByLot = new TreeMap<>();
        Map<UUID, Long> allocated = new HashMap<>();
        shares.byMember()
                .forEach((member, share) ->
                        allocated.put(member, share.allocated().longValue()));
        long all = shares.all().allocated().longValue();
        long left = need;
        List<LocalDate> days = stock.stream()
                .map(Candidate::expiry)
                .filter(day -> !day.isBefore(TODAY))
                .distinct()
                .sorted()
                .toList();
        for (LocalDate day : days) {
            List<Candidate> ofDay =
                    stock.stream().filter(batch -> batch.expiry().equals(day)).toList();
            long volume = Math.min(
                    left,
                    ofDay.stream()
                            .mapToLong(batch -> batch.available().longValue())
                            .sum());
            all += volume;
            for (long unit = 0; unit < volume; unit++) {
                long total = all;
                Candidate next = ofDay.stream()
                        .filter(batch -> allocatedByLot.getOrDefault(batch.lot(), 0L)
                                < batch.available().longValue())
                        .min(Comparator.comparingLong(
                                        (Candidate batch) -> -behind(batch.memberId(), shares, allocated, total))
                                .thenComparing(Candidate::lot))
                        .orElseThrow();
                allocatedByLot.merge(next.lot(), 1L, Long::sum);
                allocated.merge(next.memberId(), 1L, Long::sum);
            }
            left -= volume;
        }
        return allocatedByLot;
    }

    private static long behind(UUID member, Shares shares, Map<UUID, Long> allocated, long total) {
        long committed = shares.all().committed().longValue();
        long part =
                shares.byMember().getOrDefault(member, Share.NONE).committed().longValue();
        return part * total - allocated.getOrDefault(member, 0L) * Math.max(1, committed);
    }

    private static Map<String, Long> byLot(List<AllocatedUnits> allocated) {
        Map<String, Long> byLot = new TreeMap<>();
        allocated.forEach(part -> byLot.merge(part.lot(), part.quantity().longValueExact(), Long::sum));
        return byLot;
    }

    private static Map<UUID, BigDecimal> byMember(List<AllocatedUnits> allocated) {
        Map<UUID, BigDecimal> byMember = new HashMap<>();
        allocated.forEach(part -> byMember.merge(part.memberId(), part.quantity(), BigDecimal::add));
        return byMember;
    }

    private static Candidate batch(UUID member, String lot, int daysLeft, long available) {
        return new Candidate(
                UUID.nameUUIDFromBytes(lot.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                member,
                lot,
                TODAY.plusDays(daysLeft),
                units(available));
    }

    private static Share share(long committed, long allocated) {
        return new Share(units(committed), units(allocated));
    }

    private static BigDecimal units(long number) {
        return BigDecimal.valueOf(number);
    }
}
