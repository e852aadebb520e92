package coop.parasol.pricing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.contracts.DistributionEvent.AcceptedGoods;
import coop.parasol.contracts.DistributionEvent.InvoiceIssued;
import coop.parasol.contracts.DistributionEvent.PaidGoods;
import coop.parasol.contracts.DistributionEvent.PaymentReceived;
import coop.parasol.contracts.Money;
import coop.parasol.contracts.Period;
import coop.parasol.contracts.PricingEvent.PayoutStatedV2;
import coop.parasol.contracts.PricingEvent.PoolSettledV2;
import coop.parasol.contracts.QualityEvent.BatchRecalled;
import coop.parasol.contracts.QualityEvent.RecallClass;
import coop.parasol.contracts.Quantity;
import coop.parasol.testing.Events;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Later money and recalls of a settled pool, over REST and on Kafka. */
@QuarkusTest
@TestSecurity(user = "priya", roles = "pricing-desk")
class SupplementIT extends PricingDesk {

    private static final Period WEEK = Period.parse("2026-W48");

    private final UUID first = UUID.randomUUID();
    private final UUID second = UUID.randomUUID();

    @Test
    void later_money_is_a_supplement_of_the_pool_that_leaves_the_first_payouts_as_they_were() {
        PaymentReceived whole = payment(goods("A", first, 100, "1000.00"), goods("A", second, 100, "1000.00"));
        events.publish(invoice(whole));
        events.publish(part(whole, "500.00"));
        settle(awaitDraft("500.00", "100.00"));
        events.await(
                PayoutStatedV2.class,
                event -> event.memberId().equals(second) && event.payable().equals(Money.of("170.00", "INR")));

        events.publish(part(whole, "1500.00"));
        settle(awaitDraft("2000.00", "0.00"));
        PayoutStatedV2 supplement = events.await(
                PayoutStatedV2.class,
                event -> event.memberId().equals(second) && event.paidBefore().isPositive());
        PoolSettledV2 pool =
                events.await(PoolSettledV2.class, event -> event.product().equals(product) && event.number() == 2);

        assertThat(supplement.earned()).isEqualTo(Money.of("830.00", "INR"));
        assertThat(supplement.payable()).isEqualTo(Money.of("660.00", "INR"));
        assertThat(supplement.salesValue()).isEqualTo(Money.of("750.00", "INR"));
        assertThat(pool.receipts()).isEqualTo(Money.of("1500.00", "INR"));
        assertThat(pool.costs()).isEqualTo(Money.of("0.00", "INR"));
        assertThat(pool.payouts()).isEqualTo(Money.of("1320.00", "INR"));
        assertThat(Objects.requireNonNull(pool.total()).payouts()).isEqualTo(Money.of("1660.00", "INR"));
        assertThat(given().get("/settlements/" + pool.settlementId()).jsonPath().getList("costItems.evidence"))
                .containsExactly("BILL-17");
    }

    @Test
    void a_recall_of_goods_that_were_paid_is_charged_to_their_producer() {
        PaidGoods recalled = goods("A", second, 100, "1000.00");
        pay(goods("A", first, 100, "1000.00"), recalled);
        settle(awaitDraft("2000.00", "0.00"));

        events.publish(new BatchRecalled(
                recalled.batchId(),
                "PC-1",
                second,
                product,
                "L-1",
                UUID.randomUUID(),
                RecallClass.I,
                "sharp",
                Instant.now()));
        settle(awaitDraft("1000.00", "0.00"));
        PayoutStatedV2 charged = events.await(
                PayoutStatedV2.class,
                event -> event.memberId().equals(second) && event.charged().isPositive());

        assertThat(charged.charged()).isEqualTo(Money.of("880.00", "INR"));
        assertThat(charged.salesValue()).isEqualTo(Money.of("-1000.00", "INR"));
        assertThat(events.all(PayoutStatedV2.class, event -> event.memberId().equals(first)))
                .hasSize(1);
    }

    private void settle(String settlement) {
        draftedByAnotherPerson("settlement", settlement);
        given().contentType("application/json")
                .post("/settlements/" + settlement + "/approval")
                .then()
                .statusCode(200);
    }

    private static InvoiceIssued invoice(PaymentReceived whole) {
        return new InvoiceIssued(
                whole.invoiceId(),
                "INV-1",
                UUID.randomUUID(),
                UUID.randomUUID(),
                whole.partnerId(),
                whole.amount(),
                whole.goods().stream()
                        .map(goods -> new AcceptedGoods(
                                goods.product(),
                                goods.grade(),
                                goods.batchId(),
                                goods.memberId(),
                                goods.quantity(),
                                goods.amount(),
                                null))
                        .toList(),
                WEEK);
    }

    private static PaymentReceived part(PaymentReceived whole, String amount) {
        return new PaymentReceived(
                whole.invoiceId(),
                whole.partnerId(),
                Money.of(amount, "INR"),
                List.of(),
                Period.parse("2026-W50"),
                "UTR-" + amount,
                Instant.now());
    }

    private Response draftSettlement(String costs) {
        return given().contentType("application/json")
                .body("""
                        {"product": "%s", "period": "%s", "costs": [%s]}
                        """.formatted(product, WEEK, costs.equals("0.00") ? "" : cost(costs)))
                .post("/settlements");
    }

    private static String cost(String amount) {
        return """
                {"description": "Freight", "evidence": "BILL-17", "amount": {"amount": "%s", "currency": "INR"}}
                """.formatted(amount);
    }

    /** The draft that has these receipts; their events may still be on the way. */
    private String awaitDraft(String receipts, String costs) {
        return Awaitility.await()
                .atMost(Events.PATIENCE)
                .until(
                        () -> draftSettlement(costs),
                        draft -> receipts.equals(draft.jsonPath().getString("receipts.amount")))
                .jsonPath()
                .getString("settlementId");
    }

    private void pay(PaidGoods... goods) {
        events.publish(payment(goods));
    }

    private static PaymentReceived payment(PaidGoods... goods) {
        Money amount = List.of(goods).stream()
                .map(PaidGoods::amount)
                .reduce(Money::plus)
                .orElseThrow();
        return new PaymentReceived(
                UUID.randomUUID(), UUID.randomUUID(), amount, List.of(goods), WEEK, "UTR-1", Instant.now());
    }

    private PaidGoods goods(String grade, @Nullable UUID member, long quantity, String paid) {
        return new PaidGoods(
                product, grade, UUID.randomUUID(), member, Quantity.of(quantity, "C62"), Money.of(paid, "INR"));
    }
}
