package coop.parasol.production;

import static io.restassured.RestAssured.given;

import coop.parasol.testing.Events;
import coop.parasol.testing.Standards;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;

/** REST calls of a producer, for a product whose standard is published. */
abstract class ProducerCalls {

    private static final String WEEK = Weeks.after(2).toString();

    @Inject
    Events events;

    final String product = "SOAP-" + UUID.randomUUID().toString().substring(0, 8);

    /** Publishes, once, that the members whose calls these are have been activated. */
    abstract void activate();

    @BeforeEach
    void members_and_product() {
        activate();
        events.publish(Standards.ofPieces(product, "Soap", List.of("A"), 540));
        Awaitility.await().atMost(Events.PATIENCE).until(() -> declare(100).statusCode() == 200);
    }

    Response commit(long quantity, String week) {
        return commit(quantity, week, "cold process");
    }

    /** Commits for a week, for which nothing is bounded where it is not that of the declared capacity. */
    Response commit(long quantity, String week, String route) {
        if (!week.equals(WEEK)) {
            declare(999_999_999_999L, week);
        }
        return given().contentType("application/json")
                .body("{\"product\": \"" + product + "\", \"period\": \"" + week + "\", \"route\": \"" + route + "\", "
                        + quantity(quantity).substring(1))
                .post("/commitments");
    }

    Response declare(long quantity) {
        return declare(quantity, WEEK);
    }

    Response declare(long quantity, String week) {
        return given().contentType("application/json")
                .body(quantity(quantity))
                .header("If-Match", "*")
                .put("/capacities/" + product + "/" + week);
    }

    Response commit(long quantity) {
        return commit(quantity, WEEK);
    }

    static Response change(String path, long quantity, String etag) {
        return given().contentType("application/json")
                .header("If-Match", etag)
                .body(quantity(quantity))
                .put(path);
    }

    static String quantity(long value) {
        return "{\"quantity\": {\"value\": \"" + value + "\", \"unit\": \"C62\"}}";
    }

    Response report(String lot, long quantity, @Nullable String commitment) {
        return given().contentType("application/json")
                .body(batch(product, lot, quantity, "C62", commitment))
                .post("/batches");
    }

    static String batch(String product, String lot, long quantity, String unit, @Nullable String commitment) {
        return "{\"product\": \"%s\", \"lot\": \"%s\", \"quantity\": {\"value\": \"%d\", \"unit\": \"%s\"}, \"madeOn\": \"%s\", \"route\": \"cold process\"%s}"
                .formatted(
                        product,
                        lot,
                        quantity,
                        unit,
                        LocalDate.now(ZoneOffset.UTC),
                        commitment == null ? "" : ", \"commitmentId\": \"" + commitment + "\"");
    }
}
