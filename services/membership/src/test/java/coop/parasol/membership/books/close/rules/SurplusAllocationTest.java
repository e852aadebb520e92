package coop.parasol.membership.books.close.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import coop.parasol.membership.books.close.rules.Allocation.Allotted;
import coop.parasol.membership.books.close.rules.SurplusAllocation.Claim;
import coop.parasol.membership.books.close.rules.SurplusAllocation.Equity;
import coop.parasol.membership.books.close.rules.SurplusAllocation.Rates;
import coop.parasol.membership.sharevalue.rules.ShareValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Period close, as rules.md says; amounts in paise. */
class SurplusAllocationTest {

    private static final Rates RATES = new Rates(2000, 0, 2000);

    @Test
    void five_members_of_1000_a_surplus_of_900_and_volumes_4_3_2_1_0() {
        Allocation close =
                SurplusAllocation.allocate(90_000, new Equity(500_000, 0, 0, 0, 5), RATES, claims(4, 3, 2, 1, 0));

        assertThat(close.toReserve()).isEqualTo(18_000);
        assertThat(close.allotted().stream().map(Allotted::bonus)).containsExactly(28_800L, 21_600L, 14_400L, 7_200L);
        assertThat(close.cash()).isEqualTo(14_400);
        long netBookValue = 500_000 + 90_000 - close.cash();
        assertThat(netBookValue).isEqualTo(575_600);
        assertThat(500_000 + close.patronageCapital()).isEqualTo(557_600);
        Allotted first = close.allotted().getFirst();
        assertThat(100_000 + first.patronageCapital()).isEqualTo(123_040);

        long afterItsExit = netBookValue - 100_000 - first.patronageCapital();
        assertThat(afterItsExit).isEqualTo(452_560);
        assertThat(ShareValue.of(afterItsExit, 18_000, close.patronageCapital() - first.patronageCapital(), 4, 100_000))
                .isEqualTo(100_000);
    }

    @Test
    void the_limited_return_comes_before_the_bonus_and_never_takes_more_than_there_is() {
        Equity equity = new Equity(500_000, 0, 0, 0, 5);

        Allocation close =
                SurplusAllocation.allocate(90_000, equity, new Rates(2000, 600, 2000), claims(1, 1, 0, 0, 0));
        assertThat(close.allotted()).allMatch(part -> part.limitedReturn() == 6_000);
        assertThat(close.bonuses()).isEqualTo(90_000 - 18_000 - 30_000);

        Allocation little =
                SurplusAllocation.allocate(1_000, equity, new Rates(2000, 600, 2000), claims(1, 1, 0, 0, 0));
        assertThat(little.limitedReturns()).isEqualTo(800);
        assertThat(little.bonuses()).isZero();
    }

    @Test
    void the_limited_return_is_for_whoever_held_its_share_from_the_end_of_the_period_on() {
        List<Claim> claims = List.of(new Claim(id(1), 0, true, true), new Claim(id(2), 0, false, true));

        Allocation close =
                SurplusAllocation.allocate(90_000, new Equity(200_000, 0, 0, 0, 2), new Rates(0, 600, 0), claims);

        assertThat(close.allotted()).extracting(Allotted::memberId).containsExactly(id(1));
    }

    @Test
    void whoever_has_left_gets_its_whole_bonus_in_cash() {
        List<Claim> claims = List.of(new Claim(id(1), 3, true, true), new Claim(id(2), 1, false, false));

        Allocation close = SurplusAllocation.allocate(1_000, new Equity(100_000, 0, 0, 0, 1), RATES, claims);

        assertThat(close.allotted().get(1).cash()).isEqualTo(200);
        assertThat(close.allotted().get(1).patronageCapital()).isZero();
    }

    @Test
    void what_the_floors_leave_stays_undivided() {
        Allocation close =
                SurplusAllocation.allocate(100, new Equity(300, 0, 0, 0, 3), new Rates(0, 0, 2000), claims(1, 1, 1));

        assertThat(close.bonuses()).isEqualTo(99);
        assertThat(close.toUndivided()).isEqualTo(1);
    }

    @Test
    void without_any_volume_nothing_is_divided_by_it_and_the_reserve_keeps_the_rest() {
        Allocation close = SurplusAllocation.allocate(90_000, new Equity(200_000, 0, 0, 0, 2), RATES, claims(0, 0));

        assertThat(close.toReserve()).isEqualTo(90_000);
        assertThat(close.allotted()).isEmpty();
    }

    @Test
    void a_loss_is_borne_by_the_reserve_first_and_then_by_each_share_alike() {
        Equity equity = new Equity(300_000, 2, 20_000, 0, 3);

        Allocation close = SurplusAllocation.allocate(-50_000, equity, RATES, claims(5, 3, 0));

        assertThat(close.toReserve()).isEqualTo(-20_000);
        assertThat(close.lossPerShare()).isEqualTo(10_000);
        assertThat(close.toShares()).isEqualTo(-30_000);
        assertThat(close.toUndivided()).isZero();
        assertThat(close.allotted()).isEmpty();
    }

    @Test
    void a_share_never_falls_below_nothing_and_the_next_surplus_covers_what_was_left() {
        Allocation ruin = SurplusAllocation.allocate(-500, new Equity(300, 0, 100, 0, 3), RATES, claims(1, 1, 1));
        assertThat(ruin.toReserve()).isEqualTo(-100);
        assertThat(ruin.toShares()).isEqualTo(-300);
        assertThat(ruin.toLossCarried()).isEqualTo(-100);

        Allocation recovery = SurplusAllocation.allocate(250, new Equity(0, 0, 0, 100, 3), RATES, claims(1, 1, 1));
        assertThat(recovery.toLossCarried()).isEqualTo(100);
        assertThat(recovery.toReserve()).isEqualTo(30);
        assertThat(recovery.bonuses()).isEqualTo(120);
    }

    @Test
    void a_firm_without_members_keeps_its_result_for_those_who_come() {
        Allocation close = SurplusAllocation.allocate(500, new Equity(0, 7, 0, 0, 0), RATES, List.of());

        assertThat(close.toReserve()).isEqualTo(500);
        assertThat(close.toUndivided()).isZero();
    }

    @Test
    void no_rate_is_less_than_nothing_or_more_than_all() {
        assertThat(new Rates(0, 0, 0).cashShare()).isZero();
        assertThat(new Rates(10_000, 10_000, 10_000).cashShare()).isEqualTo(SurplusAllocation.WHOLE);
        for (int rate : List.of(-1, 10_001)) {
            assertThrows(IllegalArgumentException.class, () -> new Rates(rate, 0, 0));
            assertThrows(IllegalArgumentException.class, () -> new Rates(0, rate, 0));
            assertThrows(IllegalArgumentException.class, () -> new Rates(0, 0, rate));
        }
    }

    @Test
    void over_thousands_of_random_closes_every_paisa_goes_somewhere() {
        Random random = new Random(20_261_124);
        for (int round = 0; round < 300; round++) {
            long shares = 0;
            long undivided = 0;
            long reserve = 0;
            long carried = 0;
            long patronage = 0;
            long paid = 0;
            int members = random.nextInt(1, 40);
            long results = members * 100_000L;
            shares = results;
            for (int close = 0; close < 20; close++) {
                long surplus = random.nextLong(-400_000, 900_000) * random.nextInt(1, 5);
                Equity equity = new Equity(shares, undivided, reserve, carried, members);
                Rates rates = new Rates(random.nextInt(10_001), random.nextInt(2_000), random.nextInt(2_000, 10_001));
                Allocation at = SurplusAllocation.allocate(surplus, equity, rates, random(random, members));

                assertThat(at.toLossCarried()
                                + at.toReserve()
                                + at.toShares()
                                + at.toUndivided()
                                + at.limitedReturns()
                                + at.bonuses())
                        .isEqualTo(surplus);
                assertThat(at.allotted()).allMatch(part -> part.cash() >= 0 && part.patronageCapital() >= 0);
                shares += at.toShares();
                undivided += at.toUndivided();
                reserve += at.toReserve();
                carried -= at.toLossCarried();
                patronage += at.patronageCapital();
                paid += at.limitedReturns() + at.cash();
                results += surplus;
                if (random.nextInt(4) == 0) {
                    long revolved = patronage / 3;
                    patronage -= revolved;
                    paid += revolved;
                }

                long netBookValue = results - paid;
                assertThat(shares + undivided + reserve + patronage - carried).isEqualTo(netBookValue);
                assertThat(List.of(shares, reserve, carried, patronage)).allMatch(amount -> amount >= 0);
                assertThat(undivided).isBetween(0L, members - 1L);
                assertThat(carried == 0 || shares == 0).isTrue();
                assertThat(ShareValue.of(netBookValue, reserve, patronage, members, 1))
                        .isEqualTo(shares / members);
            }
        }
    }

    private static List<Claim> random(Random random, int members) {
        List<Claim> claims = new ArrayList<>();
        for (int i = 0; i < members + 2; i++) {
            boolean stays = i < members;
            claims.add(new Claim(
                    id(i),
                    random.nextInt(3) == 0 ? 0 : random.nextLong(1L << 40),
                    stays && random.nextBoolean(),
                    stays));
        }
        return claims;
    }

    private static List<Claim> claims(long... volumes) {
        return IntStream.range(0, volumes.length)
                .mapToObj(i -> new Claim(id(i), volumes[i], true, true))
                .toList();
    }

    private static UUID id(int number) {
        return new UUID(0, number);
    }
}
