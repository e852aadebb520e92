package coop.parasol.membership.books.ledger.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import coop.parasol.contracts.DistributionEvent.PaidGoods;
import coop.parasol.contracts.DistributionEvent.PaymentReceived;
import coop.parasol.contracts.Money;
import coop.parasol.contracts.Period;
import coop.parasol.contracts.PricingEvent.PoolSettled;
import coop.parasol.contracts.Quantity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Books are double entry: every entry sums to zero. */
class EntryTest {

    private static final UUID MEMBER = new UUID(0, 1);

    @Test
    void an_entry_that_does_not_sum_to_zero_is_none() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new Entry.Builder()
                        .debit(Account.BANK, 100)
                        .credit(Account.POOL_RECEIPTS, 99)
                        .build("X", "y", null, null));
    }

    @Test
    void a_line_names_a_member_exactly_where_the_account_is_kept_per_member() {
        assertThrows(IllegalArgumentException.class, () -> new Entry.Line(Account.POOL_PAYABLE, null, 1));
        assertThrows(IllegalArgumentException.class, () -> new Entry.Line(Account.BANK, MEMBER, 1));
    }

    @Test
    void a_buy_in_is_credited_to_equity_never_to_sales() {
        Entry entry = PostingRules.buyInPaid(MEMBER, 100_000, "UTR");

        assertThat(entry.lines())
                .filteredOn(line -> line.amount() < 0)
                .allMatch(line -> line.account().kind() == Account.Kind.EQUITY);
    }

    @Test
    void what_partners_pay_for_members_goods_is_the_members_and_for_the_firms_own_goods_income() {
        Entry entry = PostingRules.paymentReceived(new PaymentReceived(
                UUID.randomUUID(),
                UUID.randomUUID(),
                money("30.00"),
                List.of(goods(MEMBER, "20.00"), goods(null, "10.00")),
                Period.parse("2026-W48"),
                "UTR",
                Instant.EPOCH));

        assertThat(amount(entry, Account.POOL_RECEIPTS)).isEqualTo(-2000);
        assertThat(amount(entry, Account.OWN_SALES)).isEqualTo(-1000);
        assertThat(amount(entry, Account.BANK)).isEqualTo(3000);
    }

    @Test
    void a_settled_pool_leaves_its_remainder_with_the_next() {
        LocalDate day = LocalDate.of(2026, 11, 29);
        Entry entry = PostingRules.poolSettled(
                new PoolSettled(
                                UUID.randomUUID(),
                                UUID.randomUUID(),
                                "LAMP",
                                Period.parse("2026-W48"),
                                money("10000.00"),
                                money("1200.00"),
                                money("0.00"),
                                money("1.00"),
                                money("8798.90"),
                                money("2.10"),
                                3)
                        .upgraded(),
                day);

        assertThat(entry.bookedOn()).isEqualTo(day);
        assertThat(amount(entry, Account.POOL_CARRY)).isEqualTo(-110);
        assertThat(amount(entry, Account.PAYOUT_CLEARING)).isEqualTo(-879_890);
    }

    private static long amount(Entry entry, Account account) {
        return entry.lines().stream()
                .filter(line -> line.account() == account)
                .mapToLong(Entry.Line::amount)
                .sum();
    }

    private static PaidGoods goods(@org.jspecify.annotations.Nullable UUID member, String amount) {
        return new PaidGoods("LAMP", "A", UUID.randomUUID(), member, Quantity.of(1, "C62"), money(amount));
    }

    private static Money money(String amount) {
        return Money.of(amount, "INR");
    }
}
