package coop.parasol.pricing;

import static io.restassured.RestAssured.given;

import coop.parasol.testing.Events;
import coop.parasol.testing.Standards;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.hibernate.Session;
import org.junit.jupiter.api.BeforeEach;

/** The pricing desk and a product of its own, whose standard is published. Both persons of the desk are this one. */
abstract class PricingDesk {

    @Inject
    Events events;

    @Inject
    Session database;

    final String product = "LAMP-" + UUID.randomUUID().toString().substring(0, 8);

    @BeforeEach
    void standard() {
        events.publish(Standards.ofPieces(product, "Lamp", List.of("A", "B"), null));
        Awaitility.await()
                .atMost(Events.PATIENCE)
                .until(() -> draftPrice("A", "10.00").statusCode() == 201);
    }

    Response draftPrice(String grade, String amount) {
        return given().contentType("application/json")
                .body(prices(product, grade, amount))
                .post("/price-lists");
    }

    static String prices(String product, String grade, String amount) {
        return """
                {"prices": [{"product": "%s", "grade": "%s", "tier": "RETAIL",
                  "minimumQuantity": {"value": "1", "unit": "C62"}, "unitPrice": {"amount": "%s", "currency": "INR"}}]}
                """.formatted(product, grade, amount);
    }

    void approve(String list) {
        draftedBySomebodyElse("price_list", list);
        given().contentType("application/json")
                .post("/price-lists/" + list + "/approval")
                .then()
                .statusCode(200);
    }

    /** The test has one user; the draft becomes another's, so that this one may approve it. */
    void draftedBySomebodyElse(String table, String id) {
        sql("update " + table + " set drafted_by = 'pavan' where id = '" + id + "'");
    }

    void sql(String statement) {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeMutationQuery(statement).executeUpdate());
    }
}
