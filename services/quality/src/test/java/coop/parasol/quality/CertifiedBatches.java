package coop.parasol.quality;

import static io.restassured.RestAssured.given;

import coop.parasol.contracts.ProductionEvent.BatchReported;
import coop.parasol.contracts.QualityEvent.BatchCertified;
import coop.parasol.contracts.Quantity;
import coop.parasol.testing.Events;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** A producer's product with a published standard, and certified batches of it. */
public final class CertifiedBatches {

    public static final String AUDITOR_ID = "0198c000-0000-7000-8000-00000000a001";
    public static final String AUDITOR = "/auditors/" + AUDITOR_ID;

    public final String product = "LAMP-" + UUID.randomUUID().toString().substring(0, 8);
    public final UUID member = UUID.randomUUID();
    private final Events events;

    public CertifiedBatches(Events events) {
        this.events = events;
        given().contentType("application/json")
                .body("{\"name\": \"Arun\", \"interests\": []}")
                .header("If-Match", "*")
                .put(AUDITOR)
                .then()
                .statusCode(org.hamcrest.Matchers.lessThan(300));
        String draft = given().contentType("application/json")
                .body("""
                    {"product": "%s", "name": "Brass <lamp> & co", "unit": "C62", "gtin": "4012345123456",
                     "characteristics": [{"name": "lead", "kind": "ATTRIBUTE", "defectClass": "MAJOR"}],
                     "aql": {"MAJOR": 1.0}, "grades": ["A", "B"]}
                    """.formatted(product))
                .post("/standards")
                .then()
                .statusCode(201)
                .extract()
                .path("standardId");
        TestDatabase.sql("update standard_draft set drafted_by = 'qasim' where id = :p1", UUID.fromString(draft));
        given().contentType("application/json")
                .post("/standards/" + draft + "/approval")
                .then()
                .statusCode(200);
    }

    public BatchCertified batch() {
        return batch(LocalDate.now(ZoneOffset.UTC).plusDays(30));
    }

    public BatchCertified batch(@Nullable LocalDate bestBefore) {
        UUID batch = sampled(bestBefore);
        inspect(batch, 0);
        return events.await(BatchCertified.class, event -> event.batchId().equals(batch));
    }

    /** A batch that its inspection has rejected. */
    public UUID rejected() {
        UUID batch = sampled(null);
        inspect(batch, 1);
        return batch;
    }

    private UUID sampled(@Nullable LocalDate bestBefore) {
        UUID batch = UUID.randomUUID();
        events.publish(new BatchReported(
                batch,
                member,
                product,
                "L-" + batch,
                Quantity.of(40, "C62"),
                LocalDate.of(2026, 11, 1),
                bestBefore,
                "by hand",
                null,
                null,
                null));
        Awaitility.await()
                .atMost(Events.PATIENCE)
                .until(() -> "SAMPLED"
                        .equals(given().get("/batches/" + batch).jsonPath().getString("state")));
        return batch;
    }

    private static void inspect(UUID batch, int defective) {
        given().contentType("application/json")
                .body("{\"inspected\": 13, \"defectives\": {\"MAJOR\": " + defective + "}, \"grade\": \"A\"}")
                .post("/batches/" + batch + "/inspections")
                .then()
                .statusCode(201);
    }
}
