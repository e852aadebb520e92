package coop.parasol.pricing.advance.rules;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.contracts.Money;
import coop.parasol.contracts.Quantity;
import coop.parasol.contracts.UnitPrice;
import coop.parasol.pricing.advance.rules.AdvanceDecision.Advance;
import coop.parasol.pricing.advance.rules.AdvanceDecision.Goods;
import coop.parasol.pricing.advance.rules.AdvanceDecision.Outcome;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which certified goods get an advance, and how much: within what counts of the commitment and within the firm's limit (rules 4). */
class AdvanceDecisionTest {

    private static final CountedWeek FIRST = week(1, "A");
    private static final CountedWeek SECOND = week(2, "B");
    private static final Money PLENTY = money("1000000.00");
    private static final int SIXTY_PERCENT = 6_000;

    @Test
    void advances_of_60_percent_of_the_lowest_price_come_to_2400_and_1620_and_1800() {
        List<Advance> advances = decide(
                PLENTY,
                goods(400, FIRST, 400, "10.00"),
                goods(300, SECOND, 300, "9.00"),
                goods(300, week(3, "A"), 300, "10.00"));

        assertThat(advances)
                .extracting(Advance::amount)
                .containsExactly(money("2400.00"), money("1620.00"), money("1800.00"));
        assertThat(advances).extracting(Advance::outcome).containsOnly(Outcome.GRANTED);
    }

    @Test
    void only_what_counts_of_the_commitment_gets_an_advance_and_the_batch_that_was_certified_first_uses_it_first() {
        List<Advance> advances = decide(
                PLENTY, goods(60, FIRST, 100, "10.00"), goods(60, FIRST, 100, "10.00"), goods(60, FIRST, 100, "10.00"));

        assertThat(advances).extracting(Advance::quantity).containsExactly(pieces(60), pieces(40), pieces(0));
        assertThat(advances.getLast().outcome()).isEqualTo(Outcome.NOT_COUNTED);
    }

    @Test
    void what_batches_before_have_used_of_the_commitment_is_used() {
        List<Advance> advances = AdvanceDecision.decide(
                List.of(goods(60, FIRST, 100, "10.00")), Map.of(FIRST, new BigDecimal("70")), PLENTY);

        assertThat(advances).extracting(Advance::quantity).containsExactly(pieces(30));
    }

    @Test
    void goods_that_were_made_for_no_commitment_or_are_not_unsold_or_have_no_price_get_none() {
        List<Advance> advances = decide(
                PLENTY,
                goods(10, null, 0, "10.00"),
                goods(0, FIRST, 100, "10.00"),
                goods(10, FIRST, 100, null),
                goods(10, FIRST, 0, "10.00"),
                goods(1, FIRST, 100, "0.0001"));

        assertThat(advances)
                .extracting(Advance::outcome)
                .containsExactly(
                        Outcome.NOT_COMMITTED,
                        Outcome.NOT_UNSOLD,
                        Outcome.NOTHING_PAYABLE,
                        Outcome.NOT_COUNTED,
                        Outcome.NOTHING_PAYABLE);
        assertThat(advances).extracting(Advance::amount).containsOnly(money("0.00"));
    }

    @Test
    void all_advances_together_stay_within_the_limit_and_as_many_whole_units_as_have_room_get_one() {
        List<Advance> advances = decide(
                money("650.00"),
                goods(50, FIRST, 100, "10.00"),
                goods(100, SECOND, 100, "10.00"),
                goods(10, week(3, "A"), 10, "10.00"));

        assertThat(advances).extracting(Advance::quantity).containsExactly(pieces(50), pieces(58), pieces(0));
        assertThat(advances)
                .extracting(Advance::amount)
                .containsExactly(money("300.00"), money("348.00"), money("0.00"));
        assertThat(advances.getLast().outcome()).isEqualTo(Outcome.LIMIT_REACHED);
    }

    @Test
    void a_limit_that_the_members_have_lowered_below_what_is_outstanding_leaves_no_room() {
        assertThat(decide(money("-5.00"), goods(50, FIRST, 100, "10.00")))
                .extracting(Advance::outcome)
                .containsExactly(Outcome.LIMIT_REACHED);
    }

    @Test
    void an_amount_is_rounded_down_once_also_for_prices_finer_than_a_coin_and_in_currencies_without_coins() {
        Goods fine = new Goods(
                new Quantity(new BigDecimal("12.345678"), "KGM"),
                FIRST,
                new BigDecimal("100"),
                UnitPrice.of("102.5", "INR", 1000),
                3_333);
        Goods yen = new Goods(pieces(7), FIRST, new BigDecimal("7"), UnitPrice.of("99", "JPY", 1), 3_333);

        // 12.345678 x 0.1025 x 0.3333 = 0.42176...; 7 x 99 x 0.3333 = 230.97...
        assertThat(decide(PLENTY, fine)).extracting(Advance::amount).containsExactly(money("0.42"));
        assertThat(decide(Money.of("1000", "JPY"), yen))
                .extracting(Advance::amount)
                .containsExactly(Money.of("230", "JPY"));
    }

    private static List<Advance> decide(Money room, Goods... goods) {
        return AdvanceDecision.decide(List.of(goods), Map.of(), room);
    }

    private static Goods goods(long unsold, @Nullable CountedWeek week, long counts, @Nullable String price) {
        return new Goods(
                pieces(unsold),
                week,
                week == null ? null : BigDecimal.valueOf(counts),
                price == null ? null : UnitPrice.of(price, "INR", 1),
                SIXTY_PERCENT);
    }

    private static CountedWeek week(long member, String grade) {
        return new CountedWeek(new UUID(0, member), "LAMP", grade, "2026-W48");
    }

    private static Quantity pieces(long count) {
        return Quantity.of(count, "C62");
    }

    private static Money money(String amount) {
        return Money.of(amount, "INR");
    }
}
