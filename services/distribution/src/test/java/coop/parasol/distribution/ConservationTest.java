package coop.parasol.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.distribution.stock.OnBatchCertified;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Envelope;
import coop.parasol.testing.Events;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Conservation, always, per batch and overall: certified = on hand + reserved + dispatched + delivered + ... */
@QuarkusTest
@TestSecurity(
        user = "leela",
        roles = {"logistics-desk", "treasurer", "partner"})
@OidcSecurity(claims = @Claim(key = "partner_id", value = TradeFixture.PARTNER))
class ConservationTest {

    @Inject
    Events events;

    @Inject
    OnBatchCertified onBatchCertified;

    private final Random random = new Random(6);
    private final List<String> orders = new ArrayList<>();
    private final Map<String, String> invoices = new HashMap<>();
    private int cancelled;
    private int reduced;
    private int dispatched;
    private int paid;

    @Test
    void no_unit_and_no_money_is_lost_over_a_random_history() {
        TradeFixture trade = new TradeFixture(events);
        for (int step = 0; step < 150; step++) {
            switch (random.nextInt(6)) {
                case 0 -> certify(trade);
                case 1, 2 ->
                    // without waiting until it is allocated, which races with the next steps
                    orders.add(trade.place(
                                    Integer.toString(1 + random.nextInt(20)),
                                    UUID.randomUUID().toString())
                            .jsonPath()
                            .getString("orderId"));
                case 3 -> {
                    if (random.nextBoolean()) {
                        cancel();
                    } else {
                        reduce();
                    }
                }
                case 4 -> deliver();
                default -> pay();
            }

            JsonPath check = TradeFixture.check();
            assertThat(check.getBoolean("conserved"))
                    .as("step " + step + ": " + check.prettify())
                    .isTrue();
        }
        assertThat(cancelled).as("orders cancelled").isGreaterThanOrEqualTo(3);
        assertThat(reduced).as("lines reduced").isGreaterThanOrEqualTo(3);
        assertThat(dispatched).as("shipments").isGreaterThanOrEqualTo(5);
        assertThat(paid).as("invoices paid").isGreaterThanOrEqualTo(3);
    }

    private void certify(TradeFixture trade) {
        UUID member = new UUID(0, 1 + random.nextInt(3));
        Envelope envelope = new Envelope(UUID.randomUUID(), "", "", 0, Instant.now(), Cause.of("quality"));
        QuarkusTransaction.requiringNew()
                .run(() -> onBatchCertified.on(trade.certified(member, 1 + random.nextInt(40)), envelope));
    }

    private void cancel() {
        if (!orders.isEmpty()) {
            Response answer = TradeFixture.post(
                    "/orders/" + orders.get(random.nextInt(orders.size())) + "/cancellation", "{\"reason\": \"x\"}");

            assertThat(answer.statusCode()).isIn(200, 409);
            cancelled += answer.statusCode() == 200 ? 1 : 0;
        }
    }

    private void reduce() {
        if (!orders.isEmpty()) {
            Response answer = TradeFixture.post(
                    "/orders/" + orders.get(random.nextInt(orders.size())) + "/lines/1/"
                            + (random.nextBoolean() ? "reductions" : "shortfalls"),
                    "{\"quantity\": {\"value\": \"%d\", \"unit\": \"C62\"}, \"reason\": \"x\"}"
                            .formatted(random.nextInt(12)));

            assertThat(answer.statusCode()).isIn(200, 409);
            reduced += answer.statusCode() == 200 ? 1 : 0;
        }
    }

    private void deliver() {
        if (orders.isEmpty()) {
            return;
        }
        Response answer = TradeFixture.post(
                "/orders/" + orders.get(random.nextInt(orders.size())) + "/dispatches", TradeFixture.dispatch());
        assertThat(answer.statusCode()).isIn(201, 409);
        dispatched += answer.statusCode() == 201 ? 1 : 0;
        if (answer.statusCode() == 201 && random.nextInt(4) > 0) {
            JsonPath delivered = TradeFixture.post(
                            "/shipments/" + answer.jsonPath().getString("shipmentId") + "/delivery", "{}")
                    .jsonPath();
            String invoice = delivered.getString("invoiceId");
            invoices.put(
                    invoice,
                    io.restassured.RestAssured.given()
                            .get("/invoices/" + invoice)
                            .jsonPath()
                            .getString("total.amount"));
        }
    }

    private void pay() {
        invoices.entrySet().stream().findFirst().ifPresent(invoice -> {
            assertThat(TradeFixture.pay(invoice.getKey(), invoice.getValue()).statusCode())
                    .isEqualTo(200);
            invoices.remove(invoice.getKey());
            paid++;
        });
    }
}
