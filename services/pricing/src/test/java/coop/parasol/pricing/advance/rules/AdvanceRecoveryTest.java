package coop.parasol.pricing.advance.rules;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.contracts.AdvanceEvent.AdvanceLine;
import coop.parasol.contracts.Money;
import coop.parasol.pricing.advance.rules.AdvanceRecovery.Paid;
import coop.parasol.pricing.advance.rules.AdvanceRecovery.Standing;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A settlement deducts the advance on the units that it pays, what it does not cover waits, and what will not be settled is due (rules 4). */
class AdvanceRecoveryTest {

    @Test
    void payouts_of_2892_78_and_1952_62_and_2169_58_with_advances_pay_492_78_and_332_62_and_369_58() {
        assertThat(payable("2892.78", paid("2400.00", 400, 400))).isEqualTo(money("492.78"));
        assertThat(payable("1952.62", paid("1620.00", 300, 300))).isEqualTo(money("332.62"));
        assertThat(payable("2169.58", paid("1800.00", 300, 300))).isEqualTo(money("369.58"));
    }

    @Test
    void units_that_are_not_in_a_settled_pool_keep_their_advance() {
        List<AdvanceLine> lines = AdvanceRecovery.deduct(money("2000.00"), List.of(paid("2400.00", 400, 100)));

        assertThat(lines).extracting(AdvanceLine::deducted).containsExactly(money("600.00"));
        assertThat(AdvanceRecovery.deduct(money("2000.00"), List.of(paid("2400.00", 400, 0))))
                .isEmpty();
    }

    @Test
    void what_a_payout_does_not_cover_is_deducted_by_the_next_one() {
        Paid first = paid("100.00", 10, 10);
        assertThat(AdvanceRecovery.deduct(money("30.00"), List.of(first)))
                .containsExactly(line(first, "100.00", "30.00"));

        Paid then = new Paid(standing("100.00", 10, "30.00", "0.00"), BigDecimal.TEN);
        assertThat(AdvanceRecovery.deduct(money("500.00"), List.of(then)))
                .containsExactly(line(then, "70.00", "70.00"));
        assertThat(AdvanceRecovery.deduct(
                        money("500.00"), List.of(new Paid(standing("100.00", 10, "100.00", "0.00"), BigDecimal.TEN))))
                .isEmpty();
    }

    @Test
    void the_oldest_advance_is_deducted_first_and_no_payout_becomes_negative() {
        Paid oldest = paid("60.00", 10, 10);
        Paid newer = paid("60.00", 10, 10);

        assertThat(AdvanceRecovery.deduct(money("80.00"), List.of(oldest, newer)))
                .containsExactly(line(oldest, "60.00", "60.00"), line(newer, "60.00", "20.00"));
        assertThat(AdvanceRecovery.deduct(money("0.00"), List.of(oldest)))
                .containsExactly(line(oldest, "60.00", "0.00"));
    }

    @Test
    void the_units_that_are_paid_first_are_those_that_got_the_advance() {
        // 50 of 80 units got an advance; 60 are paid
        assertThat(AdvanceRecovery.due(paid("100.00", 50, 60))).isEqualTo(money("100.00"));
        assertThat(AdvanceRecovery.due(paid("100.00", 3, 1))).isEqualTo(money("33.33"));
    }

    @Test
    void an_advance_on_goods_that_expire_unsold_is_due_and_what_is_sold_of_them_is_still_deducted() {
        Standing standing = standing("100.00", 10, "0.00", "0.00");

        assertThat(AdvanceRecovery.dropped(standing, new BigDecimal("6"))).isEqualTo(money("40.00"));
        Standing after = standing("100.00", 10, "0.00", "40.00");
        assertThat(AdvanceRecovery.due(new Paid(after, new BigDecimal("6")))).isEqualTo(money("60.00"));
        assertThat(AdvanceRecovery.dropped(after, new BigDecimal("6"))).isEqualTo(money("0.00"));
    }

    @Test
    void a_recall_makes_due_what_no_settlement_has_deducted() {
        assertThat(AdvanceRecovery.dropped(standing("100.00", 10, "30.00", "0.00"), BigDecimal.ZERO))
                .isEqualTo(money("70.00"));
        assertThat(AdvanceRecovery.dropped(standing("100.00", 10, "30.00", "20.00"), BigDecimal.ZERO))
                .isEqualTo(money("50.00"));
        assertThat(AdvanceRecovery.dropped(standing("100.00", 10, "100.00", "0.00"), BigDecimal.ZERO))
                .isEqualTo(money("0.00"));
    }

    @Test
    void what_was_declared_due_is_a_debt_in_the_books_alone_also_if_the_units_are_paid_after_all() {
        Standing dropped = standing("100.00", 10, "0.00", "100.00");

        assertThat(AdvanceRecovery.deduct(money("500.00"), List.of(new Paid(dropped, BigDecimal.TEN))))
                .isEmpty();
    }

    private static Money payable(String gross, Paid advance) {
        return AdvanceRecovery.deduct(money(gross), List.of(advance)).stream()
                .map(AdvanceLine::deducted)
                .reduce(money(gross), Money::minus);
    }

    private static Paid paid(String amount, long quantity, long units) {
        return new Paid(standing(amount, quantity, "0.00", "0.00"), BigDecimal.valueOf(units));
    }

    private static Standing standing(String amount, long quantity, String recovered, String due) {
        return new Standing(
                UUID.randomUUID(),
                UUID.randomUUID(),
                BigDecimal.valueOf(quantity),
                money(amount),
                money(recovered),
                money(due));
    }

    private static AdvanceLine line(Paid paid, String due, String deducted) {
        return new AdvanceLine(paid.advance().advanceId(), paid.advance().batchId(), money(due), money(deducted));
    }

    private static Money money(String amount) {
        return Money.of(amount, "INR");
    }
}
