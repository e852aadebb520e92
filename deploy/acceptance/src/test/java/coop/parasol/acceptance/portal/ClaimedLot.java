package coop.parasol.acceptance.portal;

import static org.awaitility.Awaitility.await;

import coop.parasol.acceptance.RunningSystem;
import io.restassured.http.ContentType;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/**
 * A new batch whose sample is drawn and which the auditor has claimed.
 *
 * @param low the lower limit of what is measured, without decimals
 */
record ClaimedLot(RunningSystem system, String batch, String lot, String low) {

    static ClaimedLot of(RunningSystem system, int pieces) {
        String product = system.as("producer")
                .queryParam("limit", 200)
                .get(system.url("production") + "/batches")
                .then()
                .statusCode(200)
                .extract()
                .path("items[0].product");
        String lot = "ROAD-" + System.nanoTime();
        String batch = system.as("producer")
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "product",
                        product,
                        "lot",
                        lot,
                        "quantity",
                        Map.of("value", pieces, "unit", "C62"),
                        "madeOn",
                        LocalDate.now(ZoneOffset.UTC).minusDays(1).toString(),
                        "route",
                        "by hand"))
                .post(system.url("production") + "/batches")
                .then()
                .statusCode(201)
                .extract()
                .path("batchId");
        String low = system.as("auditor")
                .get(system.url("quality") + "/standards/" + product)
                .jsonPath()
                .getString("characteristics.find { it.kind == 'VARIABLE' }.lower");
        claim(system, batch);
        return new ClaimedLot(system, batch, lot, low.contains(".") ? low.substring(0, low.indexOf('.')) : low);
    }

    /** The auditor claims a batch once its sample is drawn. */
    static void claim(RunningSystem system, String batch) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> system.as("auditor")
                                .contentType(ContentType.JSON)
                                .body("{}")
                                .post(system.url("quality") + "/batches/" + batch + "/claim")
                                .statusCode()
                        < 300);
    }

    /** What quality has of its inspections. */
    List<Map<String, Object>> inspections() {
        return system.as("auditor")
                .get(system.url("quality") + "/batches/" + batch + "/inspections")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items");
    }
}
