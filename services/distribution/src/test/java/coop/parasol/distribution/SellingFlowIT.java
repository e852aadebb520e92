package coop.parasol.distribution;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import coop.parasol.contracts.DistributionEvent.ConsignmentPurchased;
import coop.parasol.contracts.DistributionEvent.DistributionCleared;
import coop.parasol.contracts.DistributionEvent.OrderAccepted;
import coop.parasol.contracts.DistributionEvent.OrderRefused;
import coop.parasol.contracts.DistributionEvent.PaymentReceived;
import coop.parasol.contracts.GovernanceEvent.BylawsChanged;
import coop.parasol.contracts.MembershipEvent.ChosenGoods;
import coop.parasol.contracts.MembershipEvent.ExitBinding;
import coop.parasol.contracts.MembershipEvent.ExitRequested;
import coop.parasol.contracts.MembershipEvent.FirmKind;
import coop.parasol.contracts.MembershipEvent.GoodsChoice;
import coop.parasol.contracts.MembershipEvent.MemberActivated;
import coop.parasol.contracts.Money;
import coop.parasol.contracts.QualityEvent.BatchCertified;
import coop.parasol.contracts.QualityEvent.QualityCleared;
import coop.parasol.messaging.Envelope;
import coop.parasol.testing.Events;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** From the order to the payment, on a real Kafka and a real PostgreSQL. */
@QuarkusTest
@TestSecurity(
        user = "leela",
        roles = {"logistics-desk", "treasurer", "partner"})
@OidcSecurity(claims = @Claim(key = "partner_id", value = TradeFixture.PARTNER))
class SellingFlowIT {

    @Inject
    Events events;

    @Inject
    UseCases useCases;

    private final UUID member = UUID.randomUUID();

    @Test
    void an_order_is_priced_allocated_dispatched_delivered_invoiced_and_paid() {
        TradeFixture trade = new TradeFixture(events);
        BatchCertified batch = trade.stock(member, 50);
        Response placed = trade.order(20);
        String order = placed.jsonPath().getString("orderId");

        assertThat(placed.jsonPath().getString("state")).as("what is answered").isEqualTo("ACCEPTED");
        assertThat(TradeFixture.order(order).getString("state")).isEqualTo("ALLOCATED");
        assertThat(placed.jsonPath().getString("total.amount")).isEqualTo("200.00");
        String invoice = TradeFixture.deliver(order);
        assertThat(TradeFixture.order(order).getString("state")).isEqualTo("INVOICED");
        TradeFixture.pay(invoice, "199.99").then().statusCode(422).body("code", equalTo("wrong-amount"));
        TradeFixture.pay(invoice, "200.00").then().statusCode(200).body("state", equalTo("PAID"));
        TradeFixture.pay(invoice, "200.00").then().statusCode(200);
        TradeFixture.pay(invoice, "200.00", "ANOTHER").then().statusCode(409).body("code", equalTo("already-paid"));

        PaymentReceived paid = events.await(
                PaymentReceived.class, event -> event.invoiceId().toString().equals(invoice));
        // events are sent in the order they were decided: once a later one is here, there is no second payment to come
        String later = trade.order(1).jsonPath().getString("orderId");
        events.await(OrderAccepted.class, event -> event.orderId().toString().equals(later));
        assertThat(events.all(
                        PaymentReceived.class,
                        event -> event.invoiceId().toString().equals(invoice)))
                .hasSize(1);
        assertThat(paid.goods()).singleElement().satisfies(goods -> {
            assertThat(goods.memberId()).isEqualTo(member);
            assertThat(goods.batchId()).isEqualTo(batch.batchId());
            assertThat(goods.amount()).isEqualTo(Money.of("200.00", "INR"));
        });
        assertThat(TradeFixture.order(order).getString("state")).isEqualTo("PAID");
        assertThat(TradeFixture.check().getBoolean("conserved")).isTrue();
    }

    @Test
    void pieces_are_ordered_whole() {
        new TradeFixture(events)
                .order("1.5", UUID.randomUUID().toString())
                .then()
                .statusCode(400)
                .body("code", equalTo("malformed-field"))
                .body("field", equalTo("lines[0].quantity"));
    }

    @Test
    void an_order_keeps_the_price_of_the_moment_it_was_accepted() {
        TradeFixture trade = new TradeFixture(events);
        String order = trade.order(5).jsonPath().getString("orderId");
        trade.price("12.00");

        assertThat(TradeFixture.order(order).getString("lines[0].unitPrice.amount"))
                .isEqualTo("10.00");
        assertThat(trade.order(5).jsonPath().getString("lines[0].unitPrice.amount"))
                .isEqualTo("12.00");
    }

    @Test
    void what_cannot_be_allocated_waits_and_is_served_oldest_first() {
        TradeFixture trade = new TradeFixture(events);
        String first = trade.order(30).jsonPath().getString("orderId");
        String second = trade.order(30).jsonPath().getString("orderId");
        assertThat(TradeFixture.order(first).getString("state")).isEqualTo("ACCEPTED");

        trade.stock(member, 40);

        assertThat(TradeFixture.order(first).getString("state")).isEqualTo("ALLOCATED");
        assertThat(TradeFixture.order(second).getString("lines[0].allocated.value"))
                .isEqualTo("10");
        TradeFixture.post("/orders/" + first + "/cancellation", "{\"reason\": \"no longer wanted\"}")
                .then()
                .statusCode(200)
                .body("state", equalTo("CANCELLED"));
        assertThat(TradeFixture.order(second).getString("state")).isEqualTo("ALLOCATED");
        assertThat(TradeFixture.check().getBoolean("conserved")).isTrue();
    }

    @Test
    void an_order_over_the_credit_limit_is_refused_with_a_reason_and_recorded() {
        TradeFixture trade = new TradeFixture(events);
        JsonPath refused = trade.order(1_000_000).jsonPath();

        assertThat(refused.getString("state")).isEqualTo("REFUSED");
        assertThat(refused.getString("refusal.code")).isEqualTo("over-credit-limit");
        assertThat(events.await(
                                OrderRefused.class,
                                event -> event.orderId().toString().equals(refused.getString("orderId")))
                        .code())
                .isEqualTo("over-credit-limit");
    }

    @Test
    void the_same_key_is_one_order() {
        TradeFixture trade = new TradeFixture(events);
        String key = UUID.randomUUID().toString();
        Response first = trade.order(3, key);
        Response second = trade.order(3, key);

        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(second.contentType()).isEqualTo(first.contentType());
        assertThat(trade.order(4, key).statusCode()).isEqualTo(422);
        events.await(
                OrderAccepted.class,
                event -> event.orderId().toString().equals(first.jsonPath().getString("orderId")));
    }

    @Test
    void a_certificate_delivered_twice_is_stocked_once() {
        TradeFixture trade = new TradeFixture(events);
        BatchCertified batch = trade.certified(member, 25);
        Envelope envelope = events.publish(batch);
        events.publish(batch, envelope);
        trade.stock(member, 1);

        assertThat(trade.certifiedOf(batch.batchId())).isEqualTo("25");
        assertThat(given().get("/catalogue/" + trade.product).jsonPath().getString("available.A.value"))
                .isEqualTo("26");
    }

    @Test
    void orders_at_once_never_sell_a_unit_twice() throws Exception {
        TradeFixture trade = new TradeFixture(events);
        trade.stock(member, 10);
        Callable<BigDecimal> order = () ->
                new BigDecimal(TradeFixture.order(trade.order(3).jsonPath().getString("orderId"))
                        .getString("lines[0].allocated.value"));

        BigDecimal sold = BigDecimal.ZERO;
        try (ExecutorService many = Executors.newFixedThreadPool(8)) {
            List<Callable<BigDecimal>> orders = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                orders.add(order);
            }
            for (Future<BigDecimal> answer : many.invokeAll(orders)) {
                sold = sold.add(answer.get());
            }
        }

        assertThat(sold).isEqualByComparingTo("10");
        assertThat(TradeFixture.check().getBoolean("conserved")).isTrue();
    }

    @Test
    void goods_that_a_leaving_member_has_offered_are_bought_in_by_the_firm_and_stay_on_sale() {
        TradeFixture trade = new TradeFixture(events);
        UUID exit = UUID.randomUUID();
        events.publish(new BylawsChanged(1, null, Instant.now(), Map.of("goodsPurchaseTier", "RETAIL")));
        events.publish(new MemberActivated(member, "Ravi", "ravi@example.org", FirmKind.PRODUCT, 6));
        BatchCertified batch = trade.stock(member, 10);
        String order = trade.order(4).jsonPath().getString("orderId");
        events.publish(new ExitRequested(member, exit, LocalDate.now(ZoneOffset.UTC), Instant.now()));
        events.publish(new QualityCleared(member, exit, 1));
        events.publish(new ExitBinding(
                member, exit, Instant.now(), List.of(new ChosenGoods(batch.batchId(), GoodsChoice.OFFER))));
        String purchase = "/exits/" + exit + "/goods/" + batch.batchId() + "/purchase";
        Awaitility.await()
                .atMost(Events.PATIENCE)
                .until(() ->
                        TradeFixture.post(purchase, "{\"unitPrice\": {\"amount\": \"10.00\", \"currency\": \"INR\"}}")
                                        .statusCode()
                                == 200);
        TradeFixture.post(purchase + "/approval", "{}").then().statusCode(428).body("code", equalTo("version-needed"));
        approve(purchase, "\"0\"").then().statusCode(412).body("code", equalTo("changed-meanwhile"));
        long version = given().get("/exits/" + exit + "/goods").jsonPath().getLong("items[0].version");
        approve(purchase, "\"" + version + "\"").then().statusCode(403).body("code", equalTo("same-person"));
        useCases.execute("update exit_goods set proposed_by = 'mohan' where exit_id = ?", exit);
        approve(purchase, "\"" + version + "\"").then().statusCode(200).body("state", equalTo("BOUGHT"));

        ConsignmentPurchased bought =
                events.await(ConsignmentPurchased.class, event -> event.exitId().equals(exit));
        events.await(DistributionCleared.class, event -> event.exitId().equals(exit));

        assertThat(bought.amount()).isEqualTo(Money.of("100.00", "INR"));
        approve(purchase, "*").then().statusCode(409).body("code", equalTo("not-open"));
        String invoice = TradeFixture.deliver(order);
        TradeFixture.pay(invoice, "40.00").then().statusCode(200);
        assertThat(events.await(
                                PaymentReceived.class,
                                event -> event.invoiceId().toString().equals(invoice))
                        .goods())
                .as("the firm's own goods belong to no pool")
                .allMatch(goods -> goods.memberId() == null);
        String last = trade.order(6).jsonPath().getString("orderId");
        assertThat(TradeFixture.order(last).getString("state")).isEqualTo("ALLOCATED");
        assertThat(TradeFixture.check().getBoolean("conserved")).isTrue();
    }

    private static Response approve(String purchase, String ifMatch) {
        return given().contentType("application/json")
                .header("If-Match", ifMatch)
                .body("{}")
                .post(purchase + "/approval");
    }
}
