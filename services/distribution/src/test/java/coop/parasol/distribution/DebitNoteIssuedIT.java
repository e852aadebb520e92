package coop.parasol.distribution;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import coop.parasol.contracts.DistributionEvent.PaymentReceived;
import coop.parasol.contracts.Money;
import coop.parasol.contracts.OrderChangeEvent.DebitNoteIssued;
import coop.parasol.contracts.OrderChangeEvent.OrderLineReduced;
import coop.parasol.contracts.OrderChangeEvent.ReductionCause;
import coop.parasol.contracts.PricingEvent.PricePublished;
import coop.parasol.contracts.QualityEvent.BatchCertified;
import coop.parasol.contracts.Quantity;
import coop.parasol.contracts.UnitPrice;
import coop.parasol.testing.Events;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** From an order at a break to the paid debit note of what is left of it, on a real Kafka and a real PostgreSQL. */
@QuarkusTest
@TestSecurity(
        user = "leela",
        roles = {"logistics-desk", "treasurer", "partner"})
@OidcSecurity(claims = @Claim(key = "partner_id", value = TradeFixture.PARTNER))
class DebitNoteIssuedIT {

    @Inject
    Events events;

    private final UUID member = UUID.randomUUID();

    /** 150 at 8.00; 60 invoiced for 480.00; at 10.00 they are 600.00. */
    @Test
    void what_was_invoiced_is_charged_again_as_far_as_the_rest_costs_more() {
        TradeFixture trade = new TradeFixture(events);
        fromAHundred(trade, "8.00");
        BatchCertified batch = trade.stock(member, 60);
        String order = trade.order(150).jsonPath().getString("orderId");
        String invoice = TradeFixture.deliver(order);

        TradeFixture.post(
                        "/orders/" + order + "/lines/1/reductions",
                        "{\"quantity\": {\"value\": \"60\", \"unit\": \"C62\"}, \"reason\": \"too many\"}")
                .then()
                .statusCode(200)
                .body("state", equalTo("INVOICED"));

        OrderLineReduced reduced = events.await(
                OrderLineReduced.class, event -> event.orderId().toString().equals(order));
        assertThat(reduced.wanted()).isEqualTo(Quantity.of(60, "C62"));
        assertThat(reduced.unitPrice()).isEqualTo(UnitPrice.of("10.00", "INR", 1));
        assertThat(reduced.amount()).isEqualTo(Money.of("600.00", "INR"));
        assertThat(reduced.cause()).isEqualTo(ReductionCause.PARTNER);
        DebitNoteIssued note = events.await(
                DebitNoteIssued.class, event -> event.orderId().toString().equals(order));
        assertThat(note.total()).isEqualTo(Money.of("120.00", "INR"));
        assertThat(note.goods()).singleElement().satisfies(goods -> {
            assertThat(goods.invoiceId()).hasToString(invoice);
            assertThat(goods.batchId()).isEqualTo(batch.batchId());
            assertThat(goods.memberId()).isEqualTo(member);
            assertThat(goods.quantity()).isEqualTo(Quantity.of(60, "C62"));
        });

        given().get("/invoices?kind=DEBIT_NOTE&number=" + note.number())
                .then()
                .statusCode(200)
                .body("items[0].invoiceId", equalTo(note.debitNoteId().toString()));
        TradeFixture.pay(note.debitNoteId().toString(), "120.00").then().statusCode(200);
        PaymentReceived paid =
                events.await(PaymentReceived.class, event -> event.invoiceId().equals(note.debitNoteId()));
        assertThat(paid.goods()).singleElement().satisfies(goods -> {
            assertThat(goods.quantity()).as("its invoice has counted them").isEqualTo(Quantity.zero("C62"));
            assertThat(goods.amount()).isEqualTo(Money.of("120.00", "INR"));
        });
        TradeFixture.pay(invoice, "480.00").then().statusCode(200);
        assertThat(TradeFixture.order(order).getString("state")).isEqualTo("PAID");
        assertThat(TradeFixture.check().getBoolean("conserved")).isTrue();
    }

    private void fromAHundred(TradeFixture trade, String amount) {
        events.publish(new PricePublished(
                UUID.randomUUID(),
                trade.product,
                "A",
                "RETAIL",
                null,
                null,
                Quantity.of(100, "C62"),
                UnitPrice.of(amount, "INR", 1),
                Instant.now(),
                null));
        Awaitility.await().atMost(Events.PATIENCE).until(() -> {
            Response offer = given().get("/catalogue/" + trade.product);
            return offer.jsonPath().getList("prices.unitPrice.amount").contains(amount);
        });
    }
}
