package coop.parasol.distribution.stock.rules;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.distribution.stock.rules.StockAllocation.AllocatedUnits;
import coop.parasol.distribution.stock.rules.StockAllocation.Allocation;
import coop.parasol.distribution.stock.rules.StockAllocation.Candidate;
import coop.parasol.distribution.stock.rules.StockAllocation.Stock;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** An owner that makes the same goods in several firms sells no more of them (rules.md 6): over random stocks and orders. */
class SplitFirmsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 12, 1);
    private static final int HISTORIES = 200;
    private static final int ORDERS = 25;
    private static final BigDecimal ONE_PERCENT = new BigDecimal("1.01");
    private static final UUID OWNER = new UUID(7, 7);

    @Test
    void goods_made_in_several_firms_of_one_owner_sell_no_sooner_than_in_one() {
        Random random = new Random(41);
        for (int history = 0; history < HISTORIES; history++) {
            List<Candidate> others = others(random);
            List<Candidate> split = ofOwner(random);
            List<Candidate> honest =
                    split.stream().map(lot -> lot(OWNER, OWNER, lot)).toList();
            List<Integer> orders = random.ints(ORDERS, 1, 12).boxed().toList();

            BigDecimal before = BigDecimal.ZERO;
            BigDecimal after = BigDecimal.ZERO;
            Stock one = stock(others, honest);
            Stock several = stock(others, split);
            for (int order : orders) {
                Allocation ofOne = StockAllocation.allocate(BigDecimal.valueOf(order), one, 7);
                Allocation ofSeveral = StockAllocation.allocate(BigDecimal.valueOf(order), several, 7);
                before = before.add(sold(ofOne, honest));
                after = after.add(sold(ofSeveral, split));
                one = ofOne.rest();
                several = ofSeveral.rest();

                assertThat(after)
                        .isLessThanOrEqualTo(before.multiply(ONE_PERCENT).max(before.add(BigDecimal.ONE)));
            }
        }
    }

    /** So that the law above can fail: were the firms owners of their own, they would sell more. */
    @Test
    void were_the_firms_producers_of_their_own_they_would_sell_more() {
        List<Candidate> others = List.of(lot(new UUID(1, 1), new UUID(1, 1), "H", 0, 100, 0));
        List<Candidate> firms = new ArrayList<>();
        for (int firm = 0; firm < 4; firm++) {
            UUID id = new UUID(9, firm);
            firms.add(lot(id, id, "F" + firm, 0, 25, 0));
        }
        List<Candidate> owned =
                firms.stream().map(firm -> lot(firm.memberId(), OWNER, firm)).toList();

        assertThat(sold(StockAllocation.allocate(BigDecimal.valueOf(50), stock(others, firms), 7), firms))
                .isGreaterThan(sold(StockAllocation.allocate(BigDecimal.valueOf(50), stock(others, owned), 7), owned));
    }

    private static BigDecimal sold(Allocation allocation, List<Candidate> own) {
        Map<UUID, Candidate> lots = new HashMap<>();
        own.forEach(lot -> lots.put(lot.batchId(), lot));
        return allocation.units().stream()
                .filter(units -> lots.containsKey(units.batchId()))
                .map(AllocatedUnits::quantity)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Stock stock(List<Candidate> others, List<Candidate> own) {
        List<Candidate> all = new ArrayList<>(others);
        all.addAll(own);
        return new Stock(all, Map.of(), LocalDate.MAX, null);
    }

    private static List<Candidate> ofOwner(Random random) {
        List<Candidate> lots = new ArrayList<>();
        for (int lot = 0; lot < 1 + random.nextInt(8); lot++) {
            UUID firm = new UUID(9, random.nextInt(5));
            lots.add(random(random, firm, OWNER, "S" + lot));
        }
        return lots;
    }

    private static List<Candidate> others(Random random) {
        List<Candidate> lots = new ArrayList<>();
        for (int producer = 0; producer < 1 + random.nextInt(5); producer++) {
            UUID id = new UUID(1, producer);
            for (int lot = 0; lot < 1 + random.nextInt(4); lot++) {
                lots.add(random(random, id, id, "L" + producer + "-" + lot));
            }
        }
        return lots;
    }

    private static Candidate random(Random random, UUID member, UUID owner, String lot) {
        int available = 1 + random.nextInt(40);
        return lot(member, owner, lot, random.nextInt(20), available, random.nextInt(available + 1));
    }

    private static Candidate lot(UUID member, UUID owner, Candidate lot) {
        return new Candidate(
                lot.batchId(), member, owner, lot.lot(), lot.expiry(), lot.queueDay(), lot.available(), lot.counted());
    }

    private static Candidate lot(UUID member, UUID owner, String lot, int day, int available, int counted) {
        LocalDate expiry = DAY.plusDays(day);
        return new Candidate(
                UUID.randomUUID(),
                member,
                owner,
                lot,
                expiry,
                expiry,
                BigDecimal.valueOf(available),
                BigDecimal.valueOf(counted));
    }
}
