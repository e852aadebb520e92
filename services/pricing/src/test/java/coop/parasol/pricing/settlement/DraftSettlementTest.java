package coop.parasol.pricing.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.contracts.DistributionEvent.AcceptedGoods;
import coop.parasol.contracts.DistributionEvent.InvoiceIssued;
import coop.parasol.contracts.DistributionEvent.PaidGoods;
import coop.parasol.contracts.DistributionEvent.PaymentReceived;
import coop.parasol.contracts.GovernanceEvent.BylawsChanged;
import coop.parasol.contracts.Money;
import coop.parasol.contracts.Period;
import coop.parasol.contracts.Quantity;
import coop.parasol.messaging.Cause;
import coop.parasol.pricing.ProductFixture;
import coop.parasol.pricing.pool.AcceptedGoodsRepository;
import coop.parasol.pricing.pool.PoolBylaws;
import coop.parasol.pricing.settlement.DraftSettlement.Proposal;
import coop.parasol.web.Refusal;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When the settlement of a pool can be drafted. */
@QuarkusTest
class DraftSettlementTest {

    private static final Period WEEK = Period.parse("2026-W48");

    @Inject
    DraftSettlement draftSettlement;

    @Inject
    AcceptedGoodsRepository accepted;

    @Inject
    PoolBylaws bylaws;

    @Inject
    ApproveSettlement approveSettlement;

    @Inject
    Jdbi jdbi;

    @Inject
    SettlementsToApprove settlementsToApprove;

    private final String product = "LAMP-" + UUID.randomUUID();

    @BeforeEach
    void standard_and_bylaws_are_known() {
        QuarkusTransaction.requiringNew().run(() -> {
            ProductFixture.product(product, List.of("A"));
            bylaws.change(new BylawsChanged(1, null, Instant.EPOCH, Map.of("marginShare", "1200")));
        });
    }

    @Test
    void a_pool_without_receipts_has_nothing_to_settle() {
        assertThat(code(draft())).isEqualTo("nothing-to-settle");
    }

    @Test
    void a_cost_is_more_than_zero_and_in_the_currency_of_the_firm() {
        receive(1);

        assertThat(code(draft("-0.01", "INR"))).isEqualTo("not-positive");
        assertThat(code(draft("0.00", "INR"))).isEqualTo("not-positive");
        assertThat(code(draft("1.00", "USD"))).isEqualTo("wrong-currency");
    }

    @Test
    void a_pool_bears_a_cost_of_a_document_once() {
        receive(1_000);

        assertThat(code(draft(List.of(freight("BILL-77"), freight("bill 77"))))).isEqualTo("cost-twice");
        approve(settlement(draft(List.of(freight("BILL-77"), freight("BILL-78")))));
        receive(1_000);
        assertThat(code(draft(List.of(freight("BILL-79"), freight("BILL-78"))))).isEqualTo("cost-twice");
        assertThat(code(draft(List.of(freight("BILL-79"))))).isEmpty();
    }

    private static PoolCosts.Item freight(String evidence) {
        return new PoolCosts.Item("Freight", evidence, Money.of("10.00", "INR"));
    }

    @Test
    void only_a_product_with_a_standard_has_a_pool() {
        Proposal unknown = new Proposal("NO-" + product, WEEK, List.of());

        assertThat(code(QuarkusTransaction.requiringNew().call(() -> draftSettlement.draft(unknown, "priya"))))
                .isEqualTo("unknown-product");
    }

    @Test
    void a_later_draft_withdraws_an_earlier_one_of_the_same_pool_which_stays_to_be_read() {
        receive(100);
        Settlement first = settlement(draft());
        receive(50);
        Settlement second = settlement(draft("10.00", "INR"));

        assertThat(second.poolId).isEqualTo(first.poolId);
        assertThat(second.receipts).isEqualTo(150_00);
        assertThat(second.costs).isEqualTo(10_00);
        Settlement replaced = QuarkusTransaction.requiringNew().call(() -> Settlement.findById(first.id));
        assertThat(replaced.state).isEqualTo(Settlement.State.WITHDRAWN);
        assertThat(replaced.withdrawnBy).isEqualTo("priya");
        assertThat(replaced.withdrawnAt).isNotNull();
        assertThat(replaced.receipts).as("as it was drafted").isEqualTo(100_00);
    }

    @Test
    void a_supplement_below_the_least_sum_waits_for_more_and_then_pays_both() {
        UUID invoice = UUID.randomUUID();
        AcceptedGoods goods = new AcceptedGoods(
                product,
                "A",
                UUID.randomUUID(),
                UUID.randomUUID(),
                Quantity.of(1, "C62"),
                Money.of("115.00", "INR"),
                null);
        QuarkusTransaction.requiringNew()
                .run(() -> accepted.invoiced(List.of(new InvoiceIssued(
                        invoice,
                        "INV-1",
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        goods.amount(),
                        List.of(goods),
                        WEEK))));
        pay(invoice, "100.00", List.of());
        settle();
        assertThat(code(draft())).isEqualTo("nothing-to-settle");
        leastSupplement("10.00");

        pay(invoice, "5.00", List.of());
        assertThat(code(draft())).isEqualTo("below-least-supplement");
        pay(invoice, "10.00", List.of());
        Settlement supplement = settlement(draft());

        assertThat(supplement.number).isEqualTo(2);
        assertThat(supplement.receipts).isEqualTo(115_00);
        assertThat(supplement.paidBefore).isEqualTo(88_00);
        assertThat(supplement.paidOut).isEqualTo(13_20);
    }

    private void leastSupplement(String amount) {
        QuarkusTransaction.requiringNew()
                .run(() -> bylaws.change(new BylawsChanged(
                        1,
                        null,
                        Instant.EPOCH,
                        Map.of("leastSupplement", "{\"amount\":\"%s\",\"currency\":\"INR\"}".formatted(amount)))));
    }

    @AfterEach
    void restore_the_bylaws_of_the_other_tests() {
        QuarkusTransaction.requiringNew()
                .run(() -> jdbi.useHandle(
                        handle -> handle.execute("delete from pool_bylaw where name = 'leastSupplement'")));
    }

    @Test
    void a_draft_waits_for_a_colleague_and_not_for_who_has_made_it() {
        long before = waitingFor("pavan");
        long ofDrafter = waitingFor("priya");
        receive(1);
        draft();

        assertThat(waitingFor("pavan")).isEqualTo(before + 1);
        assertThat(waitingFor("priya")).isEqualTo(ofDrafter);
    }

    private long waitingFor(String person) {
        return settlementsToApprove.waitingFor(person).getFirst().count();
    }

    private void receive(long rupees) {
        PaidGoods goods = new PaidGoods(
                product,
                "A",
                UUID.randomUUID(),
                UUID.randomUUID(),
                Quantity.of(1, "C62"),
                new Money(rupees * 100, "INR"));
        pay(UUID.randomUUID(), goods.amount().amount(), List.of(goods));
    }

    private void pay(UUID invoice, String amount, List<PaidGoods> goods) {
        QuarkusTransaction.requiringNew()
                .run(() -> accepted.paid(List.of(new PaymentReceived(
                        invoice, UUID.randomUUID(), Money.of(amount, "INR"), goods, WEEK, "UTR-1", Instant.EPOCH))));
    }

    private DraftSettlement.Outcome draft() {
        return draft(List.of());
    }

    private void settle() {
        approve(settlement(draft()));
    }

    private void approve(Settlement settlement) {
        assertThat(QuarkusTransaction.requiringNew()
                        .call(() -> approveSettlement.approve(settlement.id, Cause.of("pavan"))))
                .isInstanceOf(ApproveSettlement.Settled.class);
    }

    private DraftSettlement.Outcome draft(String costs, String currency) {
        return draft(List.of(new PoolCosts.Item("Freight", "BILL-17", Money.of(costs, currency))));
    }

    private DraftSettlement.Outcome draft(List<PoolCosts.Item> costs) {
        Proposal proposal = new Proposal(product, WEEK, costs);
        return QuarkusTransaction.requiringNew().call(() -> draftSettlement.draft(proposal, "priya"));
    }

    private static Settlement settlement(DraftSettlement.Outcome outcome) {
        return ((DraftSettlement.Drafted) outcome).settlement();
    }

    private static String code(DraftSettlement.Outcome outcome) {
        return switch (outcome) {
            case DraftSettlement.Drafted drafted -> "";
            case DraftSettlement.Refused(Refusal.Conflict conflict) -> conflict.code();
            case DraftSettlement.Refused(Refusal.InvalidField field) -> field.code();
            case DraftSettlement.Refused refused -> refused.toString();
        };
    }
}
