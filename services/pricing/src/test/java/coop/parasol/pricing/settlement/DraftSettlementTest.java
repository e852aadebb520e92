package coop.parasol.pricing.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.contracts.DistributionEvent.PaidGoods;
import coop.parasol.contracts.Money;
import coop.parasol.contracts.Period;
import coop.parasol.contracts.Quantity;
import coop.parasol.pricing.ProductFixture;
import coop.parasol.pricing.settlement.DraftSettlement.Proposal;
import coop.parasol.web.Refusal;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When the settlement of a pool can be drafted. */
@QuarkusTest
class DraftSettlementTest {

    private static final Period WEEK = Period.parse("2026-W48");

    @Inject
    DraftSettlement draftSettlement;

    @Inject
    PoolReceipts receipts;

    @Inject
    MarginBylaw margin;

    @Inject
    SettlementsToApprove settlementsToApprove;

    private final String product = "LAMP-" + UUID.randomUUID();

    @BeforeEach
    void standard_and_bylaws_are_known() {
        QuarkusTransaction.requiringNew().run(() -> {
            ProductFixture.product(product, List.of("A"));
            margin.change(1, 1200);
        });
    }

    @Test
    void a_pool_without_receipts_has_nothing_to_settle() {
        assertThat(code(draft("0.00", "INR"))).isEqualTo("nothing-to-settle");
    }

    @Test
    void costs_are_zero_or_more_and_in_the_currency_of_the_firm() {
        receive(1);

        assertThat(code(draft("-0.01", "INR"))).isEqualTo("negative");
        assertThat(code(draft("1.00", "USD"))).isEqualTo("wrong-currency");
    }

    @Test
    void only_a_product_with_a_standard_has_a_pool() {
        Proposal unknown = new Proposal("NO-" + product, WEEK, Money.zero("INR"));

        assertThat(code(QuarkusTransaction.requiringNew().call(() -> draftSettlement.draft(unknown, "priya"))))
                .isEqualTo("unknown-product");
    }

    @Test
    void a_later_draft_replaces_an_earlier_one_of_the_same_pool() {
        receive(100);
        Settlement first = settlement(draft("0.00", "INR"));
        receive(50);
        Settlement second = settlement(draft("10.00", "INR"));

        assertThat(second.poolId).isEqualTo(first.poolId);
        assertThat(second.receipts).isEqualTo(150_00);
        assertThat(second.costs).isEqualTo(10_00);
        assertThat(second.newestReceipt).isGreaterThan(first.newestReceipt);
        assertThat(QuarkusTransaction.requiringNew().call(() -> Settlement.count("product", product)))
                .isEqualTo(1);
    }

    @Test
    void a_draft_waits_for_a_colleague_and_not_for_who_has_made_it() {
        long before = waitingFor("pavan");
        long ofDrafter = waitingFor("priya");
        receive(1);
        draft("0.00", "INR");

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
        QuarkusTransaction.requiringNew().run(() -> receipts.add(UUID.randomUUID(), List.of(goods), WEEK));
    }

    private DraftSettlement.Outcome draft(String costs, String currency) {
        Proposal proposal = new Proposal(product, WEEK, Money.of(costs, currency));
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
