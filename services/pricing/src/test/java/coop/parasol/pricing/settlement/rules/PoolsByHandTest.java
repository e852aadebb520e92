package coop.parasol.pricing.settlement.rules;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.contracts.AdvanceEvent.AdvanceLine;
import coop.parasol.contracts.Money;
import coop.parasol.contracts.Period;
import coop.parasol.contracts.Quantity;
import coop.parasol.pricing.advance.rules.AdvanceRecovery;
import coop.parasol.pricing.advance.rules.AdvanceRecovery.Paid;
import coop.parasol.pricing.advance.rules.AdvanceRecovery.Standing;
import coop.parasol.pricing.settlement.rules.PayoutCalculation.DividedPool;
import coop.parasol.pricing.settlement.rules.PayoutCalculation.Payout;
import coop.parasol.pricing.settlement.rules.PayoutCalculation.Pool;
import coop.parasol.pricing.settlement.rules.PayoutCalculation.ProducerGoods;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Three pools with two grades, margin, costs (freight, storage, insurance), carry and advances, each settled, supplemented by a payment
 * that came late, and paid once more after its closing. The figures were computed apart from this program, with fractions of whole
 * numbers by the text of the rule; each sum is what a producer finds on its statement.
 */
class PoolsByHandTest {

    private static final Period WEEK = Period.parse("2026-W45");
    private static final UUID POOL = new UUID(45, 2026);

    @Test
    void rupees_with_two_decimals() {
        History pool = new History("INR", 750, "0.85", "0.07", "812.40", "377.15", "45.01")
                .goods(1, "A", "333")
                .goods(1, "B", "120")
                .goods(2, "A", "217")
                .goods(3, "B", "451")
                .advance(1, "333", "1850.01", "333")
                .advance(2, "300", "1000.01", "217")
                .advance(3, "451", "2999.99", "451");

        pool.settle("3000.37", "900.10", "2412.06", "3111.11")
                .is("1035.35", "7.22690877", "706.77", "7482.38", "0.02")
                .pays("3143.70", "1568.23", "2770.43")
                .deducts("1850.01", "723.34", "2770.43");
        pool.settle("4110.89", "900.10", "2412.06", "4011.65")
                .is("1035.35", "9.02362486", "857.60", "9342.61", "0.03")
                .pays("781.56", "389.89", "688.77")
                .deducts("0.00", "0.00", "229.56");
        pool.afterClosing("4110.89", "1259.45", "2688.63", "4733.25")
                .brings("1357.52", "101.81", "-0.01")
                .is("1035.35", "10.2364611", "959.41", "10598.32", "0.02")
                .pays("527.59", "263.19", "464.94")
                .deducts("0.00", "0.00", "0.00");
    }

    @Test
    void yen_without_decimals() {
        History pool = new History("JPY", 1130, "0.73", "3", "18230", "4177")
                .goods(1, "A", "1250.5")
                .goods(1, "B", "310.25")
                .goods(2, "A", "999.999")
                .goods(3, "B", "1777")
                .advance(1, "1250.5", "50001", "1250.5")
                .advance(2, "1400", "40003", "999.999")
                .advance(3, "1777", "120000", "1777");

        pool.settle("120001", "0", "87654", "99999")
                .is("3774.1915", "66.36812149", "34764", "250486", "1")
                .pays("98024", "66368", "86093")
                .deducts("50001", "28573", "86093");
        pool.settle("150060", "22337", "87654", "99999")
                .is("3774.1915", "78.68201706", "40685", "296961", "2")
                .pays("18187", "12313", "15974")
                .deducts("0", "0", "15974");
        pool.afterClosing("150060", "22337", "119999", "127944")
                .brings("60290", "6813", "-1")
                .is("3774.1915", "92.85114441", "47498", "350438", "1")
                .pays("20928", "14170", "18380")
                .deducts("0", "0", "17933");
    }

    @Test
    void dinars_with_three_decimals_after_a_pool_that_fell_short() {
        History pool = new History("KWD", 333, "0.9125", "-1.234", "41.275", "9.999")
                .goods(1, "A", "17")
                .goods(1, "B", "23")
                .goods(2, "A", "41")
                .goods(3, "B", "59")
                .advance(1, "17", "30.007", "17")
                .advance(2, "50", "45.455", "41")
                .advance(3, "59", "160.000", "59");

        pool.settle("52.019", "65.550", "0.000", "177.003")
                .is("132.825", "1.74857896", "9.809", "232.255", "0.002")
                .pays("66.423", "71.691", "94.139")
                .deducts("30.007", "37.273", "94.139");
        pool.settle("52.019", "65.550", "80.001", "177.003")
                .is("132.825", "2.33082628", "12.473", "309.592", "0.002")
                .pays("22.119", "23.872", "31.346")
                .deducts("0.000", "0.000", "31.346");
        pool.afterClosing("52.019", "70.380", "125.459", "181.543")
                .brings("54.828", "1.826", "0.001")
                .is("132.825", "2.7298626", "14.299", "362.594", "0.003")
                .pays("15.157", "16.361", "21.483")
                .deducts("0.000", "0.000", "21.483");
    }

    /** One pool from its first settlement until after its closing. */
    private static final class History {

        private final String currency;
        private final int margin;
        private final Map<String, BigDecimal> factors;
        private final Money carryIn;
        private final Money costs;
        private final List<ProducerGoods> goods = new ArrayList<>();
        private final List<Paid> advances = new ArrayList<>();
        private Map<UUID, Money> paid = Map.of();
        private DividedPool last;
        private LateDivision late;

        History(String currency, int margin, String factorOfB, String carryIn, String... costs) {
            this.currency = currency;
            this.margin = margin;
            this.factors = Map.of("B", new BigDecimal(factorOfB));
            this.carryIn = money(carryIn);
            this.costs = List.of(costs).stream().map(this::money).reduce(Money.zero(currency), Money::plus);
            this.last =
                    PayoutCalculation.divide(new Pool(List.of(), factors, margin, this.costs, this.carryIn, Map.of()));
            this.late = LateDivision.of(POOL, WEEK, margin, last, last);
        }

        History goods(int producer, String grade, String quantity) {
            goods.add(
                    new ProducerGoods(new UUID(0, producer), grade, pieces(quantity), money(0), pieces("0"), money(0)));
            return this;
        }

        /** Of so many units, of which the pool pays so many. */
        History advance(int producer, String units, String amount, String paidUnits) {
            Standing advance = new Standing(
                    new UUID(9, producer),
                    new UUID(8, producer),
                    new BigDecimal(units),
                    money(amount),
                    money(0),
                    money(0));
            advances.add(new Paid(advance, new BigDecimal(paidUnits)));
            return this;
        }

        /** Partners have paid so much until now, of each line of the goods. */
        History settle(String... received) {
            for (int i = 0; i < received.length; i++) {
                ProducerGoods line = goods.get(i);
                goods.set(
                        i,
                        new ProducerGoods(
                                line.memberId(),
                                line.grade(),
                                line.quantity(),
                                money(received[i]),
                                line.recalled(),
                                line.recalledReceipts()));
            }
            last = PayoutCalculation.divide(new Pool(List.copyOf(goods), factors, margin, costs, carryIn, paid));
            paid = last.payouts().stream().collect(Collectors.toMap(Payout::memberId, Payout::paid));
            return this;
        }

        /** The same for money that the product's next settlement divides. */
        History afterClosing(String... received) {
            DividedPool closed = last;
            settle(received);
            late = LateDivision.of(POOL, WEEK, margin, closed, last);
            assertThat(late.parts()).isEqualTo(last.payouts());
            return this;
        }

        History brings(String receipts, String margin, String carried) {
            assertThat(late.receipts()).isEqualTo(money(receipts));
            assertThat(late.margin()).isEqualTo(money(margin));
            assertThat(late.carried()).isEqualTo(money(carried));
            return this;
        }

        History is(String equivalents, String price, String margin, String net, String carry) {
            assertThat(last.equivalents()).isEqualByComparingTo(equivalents);
            assertThat(last.price().text()).isEqualTo(price);
            assertThat(last.margin()).isEqualTo(money(margin));
            assertThat(last.net()).isEqualTo(money(net));
            assertThat(last.carryOut()).isEqualTo(money(carry));
            return this;
        }

        History pays(String... gross) {
            assertThat(last.payouts())
                    .extracting(Payout::gross)
                    .containsExactlyElementsOf(
                            List.of(gross).stream().map(this::money).toList());
            return this;
        }

        /** What is deducted of the producers' advances, of what this settlement pays. */
        void deducts(String... deducted) {
            for (int i = 0; i < deducted.length; i++) {
                Paid advance = advances.get(i);
                Money sum = AdvanceRecovery.deduct(last.payouts().get(i).gross(), List.of(advance)).stream()
                        .map(AdvanceLine::deducted)
                        .reduce(Money.zero(currency), Money::plus);
                assertThat(sum).isEqualTo(money(deducted[i]));
                Standing before = advance.advance();
                advances.set(
                        i,
                        new Paid(
                                new Standing(
                                        before.advanceId(),
                                        before.batchId(),
                                        before.quantity(),
                                        before.amount(),
                                        before.recovered().plus(sum),
                                        before.declaredDue()),
                                advance.paidUnits()));
            }
        }

        private Money money(String amount) {
            return Money.of(amount, currency);
        }

        private Money money(long minor) {
            return new Money(minor, currency);
        }

        private static Quantity pieces(String quantity) {
            return new Quantity(new BigDecimal(quantity), "KGM");
        }
    }
}
