package coop.parasol.distribution;

import static io.restassured.RestAssured.given;

import coop.parasol.contracts.PricingEvent.PricePublished;
import coop.parasol.contracts.QualityEvent.BatchCertified;
import coop.parasol.contracts.Quantity;
import coop.parasol.contracts.UnitPrice;
import coop.parasol.testing.Events;
import coop.parasol.testing.Standards;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;

/** One product, its price at 10.00, and what partner, desk and treasurer do with it, for tests. */
final class TradeFixture {

    static final String PARTNER = "0198c000-0000-7000-8000-0000000000e1";

    final String product = "LAMP-" + UUID.randomUUID().toString().substring(0, 8);
    private final Events events;

    TradeFixture(Events events) {
        this.events = events;
        given().contentType("application/json")
                .body("""
                    {"name": "Bazaar", "country": "IN", "tier": "RETAIL",
                     "creditLimit": {"amount": "1000000.00", "currency": "INR"}}
                    """)
                .header("If-Match", "*")
                .put("/partners/" + PARTNER)
                .then()
                .statusCode(org.hamcrest.Matchers.lessThan(300));
        events.publish(Standards.ofPieces(product, "Lamp", List.of("A", "B"), null));
        price("10.00");
    }

    void price(String amount) {
        events.publish(new PricePublished(
                UUID.randomUUID(),
                product,
                "A",
                "RETAIL",
                null,
                null,
                Quantity.of(0, "C62"),
                UnitPrice.of(amount, "INR", 1),
                Instant.now(),
                null));
        Awaitility.await().atMost(Events.PATIENCE).until(() -> {
            Response offer = given().get("/catalogue/" + product);
            return offer.statusCode() == 200
                    && offer.jsonPath().getList("prices.unitPrice.amount").contains(amount);
        });
    }

    BatchCertified certified(UUID member, long quantity) {
        UUID batch = UUID.randomUUID();
        return new BatchCertified(
                batch,
                "C" + batch,
                member,
                product,
                "L-" + batch,
                "26332-" + batch.toString().substring(28).toUpperCase(java.util.Locale.ROOT),
                "A",
                Quantity.of(quantity, "C62"),
                LocalDate.now(java.time.ZoneOffset.UTC).plusDays(30),
                1,
                Instant.now());
    }

    BatchCertified stock(UUID member, long quantity) {
        BatchCertified batch = certified(member, quantity);
        events.publish(batch);
        Awaitility.await().atMost(Events.PATIENCE).until(() -> certifiedOf(batch.batchId()) != null);
        return batch;
    }

    String certifiedOf(UUID batch) {
        return given().get("/stock?product=" + product)
                .jsonPath()
                .getString("items.find { it.batchId == '" + batch + "' }.certified.value");
    }

    Response order(long quantity) {
        return order(quantity, UUID.randomUUID().toString());
    }

    Response order(long quantity, String key) {
        return order(Long.toString(quantity), key);
    }

    /** Places an order and waits until goods were looked for; the answer is that of the moment it was accepted. */
    Response order(String quantity, String key) {
        Response placed = place(quantity, key);
        if (placed.statusCode() == 201) {
            String id = placed.jsonPath().getString("orderId");
            order(id);
        }
        return placed;
    }

    /** Places an order of the product by the partner, without waiting for its allocation; the key is its number as well. */
    Response place(String quantity, String key) {
        return given().contentType("application/json")
                .header("Idempotency-Key", key)
                .body("""
                        {"partnerId": "%s", "reference": "PO-%s", "lines":
                         [{"product": "%s", "quantity": {"value": "%s", "unit": "C62"}}]}
                        """.formatted(PARTNER, key, product, quantity))
                .post("/orders");
    }

    /** The order, once all goods that it could have were looked for. */
    static JsonPath order(String id) {
        return Awaitility.await()
                .atMost(Events.PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(10))
                .until(
                        () -> given().get("/orders/" + id)
                                .then()
                                .statusCode(200)
                                .extract()
                                .jsonPath(),
                        order -> !order.getList("lines.allocationPending").contains(true));
    }

    static Response post(String path, String body) {
        return given().contentType("application/json").body(body).post(path);
    }

    /** Dispatches what is allocated and delivers it; @return the invoice. */
    static String deliver(String order) {
        String shipment = post("/orders/" + order + "/dispatches", dispatch())
                .then()
                .statusCode(201)
                .extract()
                .path("shipmentId");
        return post("/shipments/" + shipment + "/delivery", "{}")
                .then()
                .statusCode(200)
                .extract()
                .path("invoiceId");
    }

    static Response pay(String invoice, String amount) {
        return pay(invoice, amount, "UTR-" + invoice);
    }

    static Response pay(String invoice, String amount, String reference) {
        return post(
                "/invoices/" + invoice + "/payment",
                "{\"amount\": {\"amount\": \"%s\", \"currency\": \"INR\"}, \"bankReference\": \"%s\"}"
                        .formatted(amount, reference));
    }

    /** A dispatch with a number of its own. */
    static String dispatch() {
        return "{\"reference\": \"DN-%s\"}".formatted(UUID.randomUUID());
    }

    static JsonPath check() {
        return post("/stock/check", "{}").then().statusCode(200).extract().jsonPath();
    }
}
