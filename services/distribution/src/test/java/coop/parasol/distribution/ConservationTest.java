package coop.parasol.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.distribution.order.OnBatchCertified;
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
@OidcSecurity(claims = @Claim(key = "partner_id", value = Trade.PARTNER))
class ConservationTest {

    @Inject
    Events events;

    @Inject
    OnBatchCertified onBatchCertified;

    private final Random random = new Random(6);
    private final List<String> orders = new ArrayList<>();
    private final Map<String, String> invoices = new HashMap<>();

    @Test
    void no_unit_and_no_money_is_lost_over_a_random_history() {
        Trade trade = new Trade(events);
        for (int step = 0; step < 150; step++) {
            switch (random.nextInt(6)) {
                case 0 -> certify(trade);
                case 1, 2 ->
                    orders.add(trade.order(1 + random.nextInt(20)).jsonPath().getString("orderId"));
                case 3 -> cancel();
                case 4 -> deliver();
                default -> pay();
            }

            JsonPath check = Trade.check();
            assertThat(check.getBoolean("conserved"))
                    .as("step " + step + ": " + check.prettify())
                    .isTrue();
        }
        assertThat(invoices.size() + orders.size()).isPositive();
    }

    private void certify(Trade trade) {
        UUID member = new UUID(0, 1 + random.nextInt(3));
        Envelope envelope = new Envelope(UUID.randomUUID(), "", "", 0, Instant.now(), Cause.of("quality"));
        QuarkusTransaction.requiringNew()
                .run(() -> onBatchCertified.on(trade.certified(member, 1 + random.nextInt(40)), envelope));
    }

    private void cancel() {
        if (!orders.isEmpty()) {
            Response answer = Trade.post(
                    "/orders/" + orders.get(random.nextInt(orders.size())) + "/cancellation", "{\"reason\": \"x\"}");

            assertThat(answer.statusCode()).isIn(200, 409);
        }
    }

    private void deliver() {
        if (orders.isEmpty()) {
            return;
        }
        Response dispatched = Trade.post("/orders/" + orders.get(random.nextInt(orders.size())) + "/dispatches", "{}");
        assertThat(dispatched.statusCode()).isIn(201, 409);
        if (dispatched.statusCode() == 201 && random.nextInt(4) > 0) {
            JsonPath delivered = Trade.post(
                            "/shipments/" + dispatched.jsonPath().getString("shipmentId") + "/delivery", "{}")
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
            assertThat(Trade.pay(invoice.getKey(), invoice.getValue()).statusCode())
                    .isEqualTo(200);
            invoices.remove(invoice.getKey());
        });
    }
}
