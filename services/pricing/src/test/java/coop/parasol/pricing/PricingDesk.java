package coop.parasol.pricing;

import static io.restassured.RestAssured.given;

import coop.parasol.contracts.GovernanceEvent.BylawsChanged;
import coop.parasol.testing.Events;
import coop.parasol.testing.Standards;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;

/** Calls of the pricing desk for a product whose standard is published. One user plays both persons of the desk. */
public abstract class PricingDesk {

    @Inject
    protected Events events;

    @Inject
    protected Jdbi jdbi;

    protected final String product = "LAMP-" + UUID.randomUUID().toString().substring(0, 8);

    @BeforeEach
    protected void standard_is_published() {
        events.publish(marginOf(1, 1200));
        events.publish(Standards.ofPieces(product, "Lamp", List.of("A", "B"), null));
        Awaitility.await()
                .atMost(Events.PATIENCE)
                .until(() -> draftPrice("A", "10.00").statusCode() == 201);
    }

    /** Membership tells what the firm keeps of a pool, in basis points. */
    protected static BylawsChanged marginOf(int version, int share) {
        return new BylawsChanged(
                version,
                null,
                Instant.now(),
                Map.of("marginShare", Integer.toString(share), "goodsPurchaseTier", "RETAIL"));
    }

    protected Response draftPrice(String grade, String amount) {
        return given().contentType("application/json")
                .body(prices(product, grade, amount))
                .post("/price-lists");
    }

    protected static String prices(String product, String grade, String amount) {
        return """
                {"prices": [{"product": "%s", "grade": "%s", "tier": "RETAIL",
                  "minimumQuantity": {"value": "1", "unit": "C62"}, "unitPrice": {"amount": "%s", "currency": "INR"}}]}
                """.formatted(product, grade, amount);
    }

    protected void approvePriceList(String list) {
        draftedByAnotherPerson("price_list", list);
        given().contentType("application/json")
                .post("/price-lists/" + list + "/approval")
                .then()
                .statusCode(200);
    }

    /** Makes the draft another person's, so that the one user of the test may approve it. */
    protected void draftedByAnotherPerson(String table, String id) {
        execute("update " + table + " set drafted_by = 'pavan' where id = '" + id + "'");
    }

    protected void execute(String statement) {
        QuarkusTransaction.requiringNew().run(() -> jdbi.useHandle(handle -> handle.execute(statement)));
    }
}
