package coop.parasol.membership.exit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import coop.parasol.contracts.Money;
import coop.parasol.contracts.PayoutDocumentEvent.PayoutDocumentIssued;
import coop.parasol.contracts.PayoutDocumentEvent.PayoutDocumentKind;
import coop.parasol.membership.Desk;
import coop.parasol.membership.books.ledger.Journal;
import coop.parasol.membership.books.ledger.rules.Account;
import coop.parasol.membership.treasury.payment.Payable;
import coop.parasol.membership.treasury.payment.rules.PayableKind;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Tax on top of a payout in the books: owed to the member once, paid like everything, and recoverable; nobody owns it. */
@QuarkusTest
@TestSecurity(
        user = "tara",
        roles = {"treasurer", "registrar"})
class PayoutTaxBookingTest {

    @Inject
    ExitScenario exits;

    @Inject
    PoolScenario pools;

    @Inject
    Journal journal;

    @Test
    void the_tax_of_a_document_is_owed_once_and_paid_beside_the_payout_and_is_an_asset_of_the_firm() {
        UUID member = exits.join();
        UUID document = UUID.randomUUID();
        long asset = inputTax();
        String value = Desk.shareValue().getString("shareValue.amount");
        pools.stated(member, 1_234_56);
        pools.tell(issued(document, member, "1234.56", "234.57"));
        pools.tell(issued(UUID.randomUUID(), member, "500.00", null));

        assertThat(owed(member)).containsExactly(234_57L);
        assertThat(exits.balance(Account.POOL_PAYABLE, member)).isEqualTo(-1_234_56);
        assertThat(exits.balance(Account.PAYOUT_TAX_PAYABLE, member)).isEqualTo(-234_57);
        assertThat(inputTax()).isEqualTo(asset + 234_57);
        assertThat(Desk.shareValue().getString("shareValue.amount")).isEqualTo(value);
        given().get("/members/" + member + "/equity")
                .then()
                .body("payable.amount", equalTo("1234.56"), "payoutTaxPayable.amount", equalTo("234.57"));
        given().get("/members/" + member + "/statement")
                .then()
                .body("items.find { it.event == 'PayoutDocumentIssued' }.reference", equalTo("SB-2026-000001"));
        given().queryParam("kind", "PAYOUT_TAX")
                .queryParam("memberId", member)
                .get("/payables")
                .then()
                .body("items", hasSize(1))
                .body("items[0].sourceId", equalTo(document.toString()))
                .body("items[0].narrative", equalTo("Tax SB-2026-000001"));
        exits.payAllDue();
        assertThat(exits.balance(Account.PAYOUT_TAX_PAYABLE, member)).isZero();
        assertThat(exits.balance(Account.POOL_PAYABLE, member)).isZero();
        assertThat(inputTax()).as("until the tax office pays it").isEqualTo(asset + 234_57);
        Desk.booksHold();
    }

    @Test
    void the_tax_of_goods_that_were_taken_back_is_a_debt_of_the_member_and_recovered_no_more() {
        exits.bylaws(1, 0, 0, 10_000);
        exits.join();
        UUID member = exits.join();
        long asset = inputTax();
        pools.tell(issued(UUID.randomUUID(), member, "1000.00", "190.00"));
        exits.payAllDue();

        pools.tell(issued(UUID.randomUUID(), member, "-100.00", "-19.00"));

        assertThat(exits.balance(Account.MEMBER_DEBTS, member)).isEqualTo(19_00);
        assertThat(inputTax()).isEqualTo(asset + 171_00);
        assertThat(owed(member)).as("no payable is negative").containsExactly(190_00L);
        UUID exit = exits.requestAndValue(member);
        assertThat(exits.exit(exit).debts).as("deducted at the valuation").isEqualTo(19_00);
        assertThat(exits.balance(Account.MEMBER_DEBTS, member)).isZero();
        Desk.booksHold();
    }

    @Test
    void a_member_that_leaves_with_unpaid_tax_keeps_its_account_until_it_is_paid() {
        exits.bylaws(1, 0, 0, 10_000);
        exits.join();
        UUID member = exits.join();
        UUID exit = exits.requestAndValue(member);
        exits.payAllDue();
        assertThat(exits.member(member).leftAt).isNotNull();
        UUID document = UUID.randomUUID();
        UUID late = exits.join();
        UUID leaving = exits.requestAndValue(late);
        pools.tell(issued(document, late, "300.00", "57.00"));
        assertThat(exits.exit(leaving).accessEndedAt).isNull();

        exits.payAllDue();

        exits.advanceDays(0);
        assertThat(exits.balance(Account.PAYOUT_TAX_PAYABLE, late)).isZero();
        assertThat(exits.exit(leaving).accessEndedAt).isNotNull();
        assertThat(exits.returnPayment(document)).as("the bank sends it back").isPresent();
        assertThat(exits.balance(Account.PAYOUT_TAX_PAYABLE, late)).isEqualTo(-57_00);
        assertThat(exits.exit(leaving).accessEndedAt).isNull();
        assertThat(exits.exit(exit).accessEndedAt).as("of others").isNotNull();
        exits.payAllDue();
        exits.advanceDays(0);
        assertThat(exits.exit(leaving).accessEndedAt).isNotNull();
        Desk.booksHold();
    }

    @Test
    void a_claim_on_a_former_member_is_set_off_against_its_tax() {
        exits.bylaws(1, 0, 0, 10_000);
        exits.join();
        exits.join();
        UUID member = exits.join();
        exits.book(member, Account.MEMBER_DEBTS, 106_000);
        exits.requestAndValue(member);
        long claim = exits.balance(Account.MEMBER_DEBTS, member);
        assertThat(claim).isPositive();

        pools.tell(issued(UUID.randomUUID(), member, "1000.00", "190.00"));

        long setOff = Math.min(claim, 190_00);
        assertThat(exits.balance(Account.MEMBER_DEBTS, member)).isEqualTo(claim - setOff);
        assertThat(exits.balance(Account.PAYOUT_TAX_PAYABLE, member)).isEqualTo(-(190_00 - setOff));
        Desk.booksHold();
    }

    private static PayoutDocumentIssued issued(UUID document, UUID member, String total, @Nullable String tax) {
        return new PayoutDocumentIssued(
                document,
                UUID.randomUUID(),
                member,
                PayoutDocumentKind.SELF_BILLING_INVOICE,
                "SB-2026-000001",
                LocalDate.EPOCH,
                Money.of(total, "INR"),
                tax == null ? null : Money.of(tax, "INR"),
                "0".repeat(64));
    }

    private long inputTax() {
        return ExitScenario.inTransaction(() -> journal.balance(Account.INPUT_TAX));
    }

    private static List<Long> owed(UUID member) {
        return ExitScenario.inTransaction(
                () -> Payable.<Payable>list("memberId = ?1 and kind = ?2", member, PayableKind.PAYOUT_TAX).stream()
                        .map(payable -> payable.amount - payable.setOff)
                        .toList());
    }
}
