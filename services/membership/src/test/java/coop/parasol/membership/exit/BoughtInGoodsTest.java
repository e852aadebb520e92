package coop.parasol.membership.exit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import coop.parasol.contracts.DistributionEvent.ConsignmentPurchased;
import coop.parasol.contracts.DistributionEvent.GoodsConsumed;
import coop.parasol.contracts.DistributionEvent.GoodsTakenBack;
import coop.parasol.contracts.DistributionEvent.PaidGoods;
import coop.parasol.contracts.DistributionEvent.PaymentReceived;
import coop.parasol.contracts.Money;
import coop.parasol.contracts.Period;
import coop.parasol.contracts.Quantity;
import coop.parasol.membership.Desk;
import coop.parasol.membership.books.ledger.Journal;
import coop.parasol.membership.books.ledger.rules.Account;
import coop.parasol.membership.pool.MemberGoods;
import coop.parasol.membership.pool.MemberPools;
import coop.parasol.membership.treasury.payment.Payable;
import coop.parasol.membership.treasury.payment.rules.PayableKind;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Goods that the firm has bought in are owed to the member like everything; what it has taken back is in no pool. */
@QuarkusTest
@TestSecurity(
        user = "tara",
        roles = {"treasurer", "registrar"})
class BoughtInGoodsTest {

    private static final int PRODUCTION = 0;
    private static final int QUALITY = 1;
    private static final int DISTRIBUTION = 2;
    private static final Money PRICE = Money.of("85.00", "INR");

    @Inject
    ExitScenario exits;

    @Inject
    PoolScenario pools;

    @Inject
    MemberPools memberPools;

    @Inject
    MemberGoods goods;

    @Inject
    Journal journal;

    @Test
    void goods_bought_in_are_an_asset_at_cost_owed_and_paid_to_the_member_and_in_no_pool_to_come() {
        exits.bylaws(1, 0, 0, 10_000);
        exits.join();
        UUID member = exits.join();
        UUID bought = UUID.randomUUID();
        UUID back = UUID.randomUUID();
        pools.tell(PoolScenario.certified(bought, member, 10), PoolScenario.certified(back, member, 5));
        UUID exit = exits.request(member);

        pools.tell(
                purchased(member, exit, bought),
                new GoodsTakenBack(member, exit, back, "LAMP", "L-" + back, Quantity.of(5, "C62"), Instant.EPOCH));

        assertThat(exits.balance(Account.GOODS_PAYABLE, member)).isEqualTo(-8_500);
        assertThat(owed(member)).containsExactly(8_500L);
        assertThat(ExitScenario.inTransaction(() -> goods.unsoldSums(member, List.of())))
                .isEmpty();
        assertThat(ExitScenario.inTransaction(() -> memberPools.isOpen(member))).isFalse();
        exits.payAllDue();
        assertThat(exits.balance(Account.GOODS_PAYABLE, member)).isZero();
        exits.clear(exit);
        exits.advanceDays(90);
        exits.payAllDue();
        given().get("/exits/" + exit).then().body("state", equalTo("ENDED"), "claim.amount", equalTo("0.00"));
        assertThat(exits.exit(exit).accessEndedAt).isNotNull();
        Desk.booksHold();
    }

    @Test
    void what_has_gone_into_other_batches_is_neither_unsold_nor_waited_for() {
        UUID member = exits.join();
        UUID used = UUID.randomUUID();
        pools.tell(PoolScenario.certified(used, member, 10));
        assertThat(ExitScenario.inTransaction(() -> memberPools.isOpen(member))).isTrue();

        pools.tell(consumed(member, used, 10));

        assertThat(ExitScenario.inTransaction(() -> goods.unsoldSums(member, List.of())))
                .isEmpty();
        assertThat(ExitScenario.inTransaction(() -> memberPools.isOpen(member))).isFalse();

        pools.tell(consumed(member, used, 4));

        assertThat(ExitScenario.inTransaction(() -> goods.unsoldSums(member, List.of())))
                .singleElement()
                .satisfies(sum -> assertThat(sum.quantity()).isEqualTo(Quantity.of(6, "C62")));
        assertThat(ExitScenario.inTransaction(() -> memberPools.isOpen(member))).isTrue();
    }

    private static GoodsConsumed consumed(UUID member, UUID batch, long number) {
        return new GoodsConsumed(member, batch, "LAMP", "L-" + batch, Quantity.of(number, "C62"), Instant.EPOCH);
    }

    @Test
    void what_goods_bought_in_have_cost_is_an_expense_when_they_are_sold_whichever_is_told_first() {
        exits.bylaws(1, 0, 0, 10_000);
        exits.join();
        UUID member = exits.join();
        UUID exit = exits.request(member);
        UUID batch = UUID.randomUUID();
        long assets = balance(Account.PURCHASED_GOODS);
        long cost = balance(Account.COST_OF_OWN_GOODS);

        pools.tell(sold(batch, 3));
        assertThat(balance(Account.COST_OF_OWN_GOODS))
                .as("it is not told what they have cost")
                .isEqualTo(cost);
        pools.tell(purchased(member, exit, batch));
        assertThat(balance(Account.COST_OF_OWN_GOODS)).as("3 of 10 for 85.00").isEqualTo(cost + 2_550);
        pools.tell(sold(batch, 4), sold(batch, 3));
        assertThat(balance(Account.COST_OF_OWN_GOODS)).isEqualTo(cost + 8_500);
        assertThat(balance(Account.PURCHASED_GOODS)).isEqualTo(assets);
        Desk.booksHold();
    }

    @Test
    void what_a_debit_note_brings_has_no_units_and_costs_nothing_more() {
        exits.bylaws(1, 0, 0, 10_000);
        exits.join();
        UUID member = exits.join();
        UUID batch = UUID.randomUUID();
        pools.tell(purchased(member, exits.request(member), batch), sold(batch, 4));
        long cost = balance(Account.COST_OF_OWN_GOODS);
        long bank = balance(Account.BANK);

        pools.tell(paid(batch, 0, Money.of("6.00", "INR")));

        assertThat(balance(Account.BANK)).isEqualTo(bank + 600);
        assertThat(balance(Account.COST_OF_OWN_GOODS)).isEqualTo(cost);
        Desk.booksHold();
    }

    /** As it happens: bought in when the exit is binding, then distribution clears it, and with its word the share is valued. */
    @Test
    void goods_bought_in_before_the_valuation_settle_what_is_owed_beyond_the_equity_before_they_are_paid() {
        exits.bylaws(1, 0, 0, 10_000);
        exits.join();
        exits.join();
        UUID member = exits.join();
        UUID exit = bound(member);

        pools.tell(purchased(member, exit, UUID.randomUUID()));
        assertThat(owed(member)).containsExactly(8_500L);
        exits.book(member, Account.MEMBER_DEBTS, 106_000);
        exits.clear(exit, DISTRIBUTION);

        given().get("/exits/" + exit)
                .then()
                .body("state", equalTo("ENDED"), "stillOwed.amount", equalTo("60.00"), "claim.amount", equalTo("0.00"));
        assertThat(owed(member)).as("85.00 less the claim of 60.00").containsExactly(2_500L);
        assertThat(exits.balance(Account.MEMBER_DEBTS, member)).isZero();
        exits.payAllDue();
        assertThat(exits.balance(Account.GOODS_PAYABLE, member)).isZero();
        Desk.booksHold();
    }

    /** Binding, and cleared by all but distribution. */
    private UUID bound(UUID member) {
        UUID exit = exits.request(member);
        exits.clear(exit, PRODUCTION);
        exits.clear(exit, QUALITY);
        exits.advanceDays(90);
        return exit;
    }

    private long balance(Account account) {
        return ExitScenario.inTransaction(() -> journal.balance(account));
    }

    private static PaymentReceived sold(UUID batch, int units) {
        return paid(batch, units, Money.of(units + "0.00", "INR"));
    }

    private static PaymentReceived paid(UUID batch, int units, Money price) {
        return new PaymentReceived(
                UUID.randomUUID(),
                UUID.randomUUID(),
                price,
                List.of(new PaidGoods("LAMP", "A", batch, null, Quantity.of(units, "C62"), price)),
                Period.parse("2026-W48"),
                "T-" + batch,
                Instant.EPOCH);
    }

    private static ConsignmentPurchased purchased(UUID member, UUID exit, UUID batch) {
        return new ConsignmentPurchased(
                UUID.randomUUID(),
                member,
                exit,
                List.of(new PaidGoods("LAMP", "A", batch, member, Quantity.of(10, "C62"), PRICE)),
                PRICE,
                Instant.EPOCH);
    }

    private static List<Long> owed(UUID member) {
        return ExitScenario.inTransaction(
                () -> Payable.<Payable>list("memberId = ?1 and kind = ?2", member, PayableKind.GOODS_PURCHASE).stream()
                        .map(payable -> payable.amount - payable.setOff)
                        .toList());
    }
}
