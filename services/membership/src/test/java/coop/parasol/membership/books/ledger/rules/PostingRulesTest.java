package coop.parasol.membership.books.ledger.rules;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.contracts.DistributionEvent.ConsignmentPurchased;
import coop.parasol.contracts.DistributionEvent.PaidGoods;
import coop.parasol.contracts.Money;
import coop.parasol.contracts.Period;
import coop.parasol.contracts.PricingEvent.PayoutStated;
import coop.parasol.contracts.PricingEvent.PayoutStatedV2;
import coop.parasol.contracts.Quantity;
import coop.parasol.membership.books.ledger.rules.Entry.Line;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Which accounts each business event moves, in minor units: debits positive, credits negative. */
class PostingRulesTest {

    private static final UUID MEMBER = new UUID(0, 1);
    private static final UUID ABOUT = new UUID(0, 2);
    private static final Period WEEK = Period.parse("2026-W48");

    @Test
    void a_part_of_the_buy_in_pays_off_what_the_member_owes() {
        Entry entry = PostingRules.buyInInstalmentPaid(MEMBER, 2, 25_000, "UTR");

        assertThat(entry.sourceDocument()).isEqualTo(MEMBER + ":2");
        assertThat(entry.lines())
                .containsExactly(new Line(Account.BANK, null, 25_000), new Line(Account.MEMBER_DEBTS, MEMBER, -25_000));
    }

    @Test
    void goods_bought_in_of_a_leaver_are_an_asset_at_cost_that_is_owed_to_it_and_to_no_pool() {
        Entry entry = PostingRules.goodsPurchased(new ConsignmentPurchased(
                ABOUT,
                MEMBER,
                UUID.randomUUID(),
                List.of(goods("20.00"), goods("10.50")),
                money("30.50"),
                Instant.EPOCH));

        assertThat(entry.sourceDocument()).isEqualTo(ABOUT.toString());
        assertThat(entry.lines())
                .containsExactly(
                        new Line(Account.PURCHASED_GOODS, null, 3_050),
                        new Line(Account.GOODS_PAYABLE, MEMBER, -3_050));
    }

    @Test
    void a_payout_statement_sets_off_advances_and_owes_the_rest() {
        LocalDate day = LocalDate.of(2026, 11, 29);
        Entry entry = PostingRules.payoutStated(
                new PayoutStated(
                                ABOUT,
                                UUID.randomUUID(),
                                MEMBER,
                                "LAMP",
                                WEEK,
                                List.of(),
                                money("80.00"),
                                money("30.00"),
                                money("50.00"),
                                money("100.00"))
                        .upgraded(),
                day);

        assertThat(entry.bookedOn()).isEqualTo(day);
        assertThat(entry.sourceDocument()).isEqualTo(ABOUT + ":" + MEMBER);
        assertThat(entry.lines())
                .containsExactly(
                        new Line(Account.PAYOUT_CLEARING, null, 8_000),
                        new Line(Account.ADVANCES, MEMBER, -3_000),
                        new Line(Account.POOL_PAYABLE, MEMBER, -5_000));
    }

    @Test
    void what_a_producer_is_charged_after_a_recall_is_its_debt_to_the_firm() {
        Entry entry = PostingRules.payoutStated(
                new PayoutStatedV2(
                        ABOUT,
                        UUID.randomUUID(),
                        MEMBER,
                        "LAMP",
                        WEEK,
                        List.of(),
                        money("0.00"),
                        money("80.00"),
                        money("0.00"),
                        money("80.00"),
                        money("0.00"),
                        money("0.00"),
                        money("-100.00"),
                        null,
                        "f0f1",
                        null,
                        null),
                LocalDate.of(2026, 11, 29));

        assertThat(entry.reference()).as("by which figures of the pool").isEqualTo("sha-256 f0f1");
        assertThat(entry.lines())
                .containsExactly(
                        new Line(Account.PAYOUT_CLEARING, null, -8_000), new Line(Account.MEMBER_DEBTS, MEMBER, 8_000));
    }

    @Test
    void what_is_paid_out_leaves_the_bank_and_is_owed_no_more() {
        assertPaid(PostingRules.payoutPaid(ABOUT, MEMBER, 700, "UTR"), Account.POOL_PAYABLE);
        assertPaid(AdvancePostings.paid(ABOUT.toString(), MEMBER, 700, "UTR"), Account.ADVANCE_PAYABLE);
        assertPaid(PayoutTaxPostings.paid(ABOUT.toString(), MEMBER, 700, "UTR"), Account.PAYOUT_TAX_PAYABLE);
        assertPaid(PostingRules.patronagePaid(ABOUT.toString(), MEMBER, 700, "UTR"), Account.PATRONAGE_PAYABLE);
        assertPaid(PostingRules.revolvedCapitalPaid(ABOUT.toString(), MEMBER, 700, "UTR"), Account.PATRONAGE_PAYABLE);
        assertPaid(PostingRules.exitInstalmentPaid(ABOUT, MEMBER, 700, "UTR"), Account.EXIT_PAYABLE);
    }

    private static void assertPaid(Entry entry, Account owed) {
        assertThat(entry.sourceDocument()).isEqualTo(ABOUT.toString());
        assertThat(entry.reference()).isEqualTo("UTR");
        assertThat(entry.memberId()).isEqualTo(MEMBER);
        assertThat(entry.lines()).containsExactly(new Line(owed, MEMBER, 700), new Line(Account.BANK, null, -700));
    }

    @Test
    void revolved_capital_turns_from_equity_into_a_debt_to_the_member() {
        Entry entry = PostingRules.capitalRevolved(ABOUT, MEMBER, 2021, 400);

        assertThat(entry.narrative()).contains("2021");
        assertThat(entry.lines())
                .containsExactly(
                        new Line(Account.PATRONAGE_CAPITAL, MEMBER, 400),
                        new Line(Account.PATRONAGE_PAYABLE, MEMBER, -400));
    }

    @Test
    void an_entry_without_words_is_named_after_its_event_and_may_name_the_one_it_reverses() {
        Entry entry = new Entry.Builder().debit(Account.BANK, 0).reverses(7).build("BuyInPaid", ABOUT, null, null);

        assertThat(entry.narrative()).isEqualTo("Buy in paid");
        assertThat(entry.reverses()).isEqualTo(7);
        assertThat(entry.lines()).as("lines of nothing are left out").isEmpty();
    }

    @Test
    void income_and_expenses_are_what_a_close_brings_to_zero() {
        assertThat(Arrays.stream(Account.Kind.values()).filter(Account.Kind::isResult))
                .containsExactly(Account.Kind.INCOME, Account.Kind.EXPENSE);
    }

    @Test
    void every_account_has_a_code_of_its_own_that_begins_with_its_kind() {
        assertThat(Account.values()).extracting(Account::code).doesNotHaveDuplicates();
        for (Account account : Account.values()) {
            int thousands = switch (account.kind()) {
                case ASSET -> 1;
                case LIABILITY -> 2;
                case EQUITY -> 3;
                case INCOME -> 4;
                case EXPENSE -> 5;
            };
            assertThat(account.code() / 1_000).as(account.name()).isEqualTo(thousands);
        }
    }

    private static PaidGoods goods(String amount) {
        return new PaidGoods("LAMP", "A", UUID.randomUUID(), MEMBER, Quantity.of(1, "C62"), money(amount));
    }

    private static Money money(String amount) {
        return Money.of(amount, "INR");
    }
}
