package coop.parasol.membership.exit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import coop.parasol.contracts.AdvanceEvent.AdvanceDue;
import coop.parasol.contracts.AdvanceEvent.AdvanceGranted;
import coop.parasol.contracts.AdvanceEvent.AdvanceLine;
import coop.parasol.contracts.AdvanceEvent.DueReason;
import coop.parasol.contracts.Money;
import coop.parasol.contracts.Period;
import coop.parasol.contracts.PricingEvent.PayoutStatedV2;
import coop.parasol.contracts.Quantity;
import coop.parasol.contracts.UnitPrice;
import coop.parasol.membership.Desk;
import coop.parasol.membership.books.ledger.rules.Account;
import coop.parasol.membership.treasury.payment.Payable;
import coop.parasol.membership.treasury.payment.Treasury;
import coop.parasol.membership.treasury.payment.rules.PayableKind;
import coop.parasol.membership.treasury.payment.rules.PayableState;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Advances in the books: an asset and owed at once, paid by a run, deducted by a settlement, or a debt of the member when they are due. */
@QuarkusTest
@TestSecurity(
        user = "tara",
        roles = {"treasurer", "registrar"})
class AdvanceBookingTest {

    private static final Period WEEK = Period.parse("2026-W48");

    @Inject
    ExitScenario exits;

    @Inject
    PoolScenario pools;

    @Inject
    Treasury treasury;

    @Test
    void an_advance_is_owed_at_once_and_paid_and_the_payout_pays_what_is_left() {
        UUID member = exits.join();
        UUID advance = UUID.randomUUID();
        pools.tell(granted(advance, member, "2400.00"));
        assertThat(exits.balance(Account.ADVANCES, member)).isEqualTo(2_400_00);
        assertThat(owed(member, PayableKind.ADVANCE)).containsExactly(2_400_00L);
        given().get("/members/" + member + "/equity")
                .then()
                .body("advancePayable.amount", equalTo("2400.00"), "advances.amount", equalTo("2400.00"));
        exits.payAllDue();
        assertThat(exits.balance(Account.ADVANCE_PAYABLE, member)).isZero();

        pools.tell(stated(advance, member, "2892.78", "2400.00"));
        assertThat(exits.balance(Account.ADVANCES, member)).isZero();
        assertThat(owed(member, PayableKind.POOL_PAYOUT)).containsExactly(492_78L);
        exits.payAllDue();
        assertThat(exits.balance(Account.POOL_PAYABLE, member)).isZero();
        Desk.booksHold();
    }

    @Test
    void a_payout_that_the_advance_uses_up_is_booked_and_nothing_of_it_is_paid() {
        UUID member = exits.join();
        UUID advance = UUID.randomUUID();
        pools.tell(stated(advance, member, "880.00", "880.00"), granted(advance, member, "2400.00"));

        assertThat(exits.balance(Account.ADVANCES, member))
                .as("in whichever order they come")
                .isEqualTo(1_520_00);
        assertThat(owed(member, PayableKind.POOL_PAYOUT)).isEmpty();
        Desk.booksHold();
    }

    @Test
    void an_advance_that_is_due_is_a_debt_of_the_member_and_no_asset_on_goods_any_more() {
        UUID member = exits.join();
        UUID advance = UUID.randomUUID();
        pools.tell(granted(advance, member, "2400.00"));
        exits.payAllDue();
        pools.tell(due(advance, member, "600.00", DueReason.EXPIRED));

        assertThat(exits.balance(Account.ADVANCES, member)).isEqualTo(1_800_00);
        assertThat(exits.balance(Account.MEMBER_DEBTS, member)).isEqualTo(600_00);
        pools.tell(due(advance, member, "1800.00", DueReason.RECALLED));
        assertThat(exits.balance(Account.ADVANCES, member)).isZero();
        assertThat(exits.balance(Account.MEMBER_DEBTS, member)).isEqualTo(2_400_00);
        Desk.booksHold();
    }

    @Test
    void an_advance_that_no_bank_was_asked_to_pay_is_not_paid_for_goods_that_are_recalled_and_nothing_is_owed() {
        UUID member = exits.join();
        UUID advance = UUID.randomUUID();
        pools.tell(granted(advance, member, "2400.00"));
        Optional<UUID> run = treasury.draft();
        assertThat(run).isPresent();

        pools.tell(due(advance, member, "600.00", DueReason.TAKEN_BACK));

        assertThat(owed(member, PayableKind.ADVANCE))
                .as("the goods that are left keep theirs")
                .containsExactly(1_800_00L);
        assertThat(exits.balance(Account.ADVANCE_PAYABLE, member)).isEqualTo(-1_800_00);
        assertThat(ExitScenario.inTransaction(() -> Payable.count("runId", run.orElseThrow())))
                .as("two persons have not seen this sum: the draft is withdrawn")
                .isZero();
        pools.tell(due(advance, member, "1800.00", DueReason.RECALLED));
        assertThat(exits.balance(Account.ADVANCE_PAYABLE, member)).isZero();
        assertThat(exits.balance(Account.ADVANCES, member)).isZero();
        assertThat(exits.balance(Account.MEMBER_DEBTS, member))
                .as("no debt arises")
                .isZero();
        exits.payAllDue();
        assertThat(ExitScenario.inTransaction(
                        () -> Payable.count("memberId = ?1 and state = ?2", member, PayableState.PAID)))
                .isZero();
        Desk.booksHold();
    }

    @Test
    void goods_that_are_lost_before_the_books_hear_of_their_advance_leave_neither_a_payment_nor_a_debt() {
        UUID member = exits.join();
        UUID advance = UUID.randomUUID();
        pools.tell(due(advance, member, "2400.00", DueReason.EXPIRED), granted(advance, member, "2400.00"));

        assertThat(owed(member, PayableKind.ADVANCE).stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isZero();
        assertThat(exits.balance(Account.ADVANCE_PAYABLE, member)).isZero();
        assertThat(exits.balance(Account.MEMBER_DEBTS, member)).isZero();
        Desk.booksHold();
    }

    @Test
    void a_paid_advance_that_is_due_is_deducted_from_the_next_payouts_of_a_member_that_stays() {
        UUID member = exits.join();
        UUID advance = UUID.randomUUID();
        pools.tell(granted(advance, member, "2400.00"));
        exits.payAllDue();
        pools.stated(member, 500_00);
        pools.tell(due(advance, member, "2400.00", DueReason.RECALLED));

        assertThat(owed(member, PayableKind.POOL_PAYOUT))
                .as("what is not paid yet")
                .containsExactly(0L);
        assertThat(exits.balance(Account.MEMBER_DEBTS, member)).isEqualTo(1_900_00);
        pools.stated(member, 1_000_00);
        assertThat(exits.balance(Account.MEMBER_DEBTS, member))
                .as("what it does not cover stays owed")
                .isEqualTo(900_00);
        pools.stated(member, 1_000_00);
        assertThat(exits.balance(Account.MEMBER_DEBTS, member)).isZero();
        assertThat(owed(member, PayableKind.POOL_PAYOUT).stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isEqualTo(100_00);
        Desk.booksHold();
    }

    @Test
    void after_an_exit_unsold_goods_keep_their_advance_and_what_is_due_is_set_off_against_what_is_unpaid() {
        exits.bylaws(1, 0, 0, 10_000);
        exits.join();
        UUID member = exits.join();
        UUID advance = UUID.randomUUID();
        pools.tell(granted(advance, member, "100.00"));
        exits.payAllDue();
        exits.requestAndValue(member);
        assertThat(exits.balance(Account.ADVANCES, member)).isEqualTo(100_00);
        pools.stated(member, 80_00);
        assertThat(owed(member, PayableKind.POOL_PAYOUT)).containsExactly(80_00L);

        pools.tell(due(advance, member, "30.00", DueReason.EXPIRED));

        assertThat(exits.balance(Account.MEMBER_DEBTS, member)).isZero();
        assertThat(owed(member, PayableKind.POOL_PAYOUT)).containsExactly(50_00L);
        pools.tell(due(advance, member, "70.00", DueReason.RECALLED));
        assertThat(owed(member, PayableKind.POOL_PAYOUT)).containsExactly(0L);
        assertThat(exits.balance(Account.MEMBER_DEBTS, member))
                .as("a claim of the firm")
                .isEqualTo(20_00);
        Desk.booksHold();
    }

    @Test
    void an_advance_that_the_bank_sends_back_is_owed_again() {
        UUID member = exits.join();
        UUID advance = UUID.randomUUID();
        pools.tell(granted(advance, member, "2400.00"));
        exits.payAllDue();

        assertThat(exits.returnPayment(advance)).isPresent();

        assertThat(exits.balance(Account.ADVANCE_PAYABLE, member)).isEqualTo(-2_400_00);
        assertThat(exits.balance(Account.ADVANCES, member)).isEqualTo(2_400_00);
        Desk.booksHold();
    }

    private static AdvanceGranted granted(UUID advance, UUID member, String amount) {
        return new AdvanceGranted(
                advance,
                member,
                batch(advance),
                "LAMP",
                "A",
                Quantity.of(400, "C62"),
                6_000,
                UnitPrice.of("10.00", "INR", 1),
                money(amount),
                Instant.EPOCH);
    }

    private static AdvanceDue due(UUID advance, UUID member, String amount, DueReason reason) {
        return new AdvanceDue(UUID.randomUUID(), advance, member, batch(advance), reason, money(amount), Instant.EPOCH);
    }

    private static PayoutStatedV2 stated(UUID advance, UUID member, String gross, String advances) {
        return new PayoutStatedV2(
                UUID.randomUUID(),
                UUID.randomUUID(),
                member,
                "LAMP",
                WEEK,
                List.of(),
                money(gross),
                money("0.00"),
                money(gross),
                money("0.00"),
                money(advances),
                money(gross).minus(money(advances)),
                money(gross),
                null,
                null,
                List.of(new AdvanceLine(advance, batch(advance), money(advances), money(advances))),
                null);
    }

    private static UUID batch(UUID advance) {
        return new UUID(advance.getLeastSignificantBits(), advance.getMostSignificantBits());
    }

    private static List<Long> owed(UUID member, PayableKind kind) {
        return ExitScenario.inTransaction(
                () -> Payable.<Payable>list("memberId = ?1 and kind = ?2", member, kind).stream()
                        .map(payable -> payable.amount - payable.setOff)
                        .toList());
    }

    private static Money money(String amount) {
        return Money.of(amount, "INR");
    }
}
