package coop.parasol.quality;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThan;

import coop.parasol.contracts.ProductionEvent.BatchReported;
import coop.parasol.contracts.QualityEvent.SampleDrawn;
import coop.parasol.contracts.Quantity;
import coop.parasol.testing.Events;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** A producer, its product with the variable weight, its batches, and the calls of those who inspect them. */
public final class VaseScenario {

    public static final String ARUN = "0198c000-0000-7000-8000-00000000a101";
    public static final String ANITA = "0198c000-0000-7000-8000-00000000a102";

    /** 40 units, AQL 1.0: 13 are inspected, none may be defective. */
    public static final long LOT = 40;

    public static final int SAMPLE = 13;

    public final UUID member = UUID.randomUUID();
    public final String product = "VASE-" + UUID.randomUUID().toString().substring(0, 8);
    private final Events events;

    public VaseScenario(Events events) {
        this.events = events;
        auditor(ARUN, "[]");
        auditor(ANITA, "[]");
    }

    /** @param more fields of the standard, with a comma at the end */
    public void publish(String more) {
        publish(more, "", "");
    }

    /**
     * A standard with another characteristic.
     *
     * @param characteristic its JSON, or nothing
     * @param aql of its defect class, or nothing
     */
    public void publish(String more, String characteristic, String aql) {
        String draft = post("/standards", """
                        {"product": "%s", "name": "Vase", "unit": "C62", "characteristics":
                         [{"name": "weight", "kind": "VARIABLE", "defectClass": "MAJOR", "unit": "GRM", "lower": 1.0}%s],
                         "aql": {"MAJOR": 1.0%s}, %s "grades": ["A", "B"]}
                        """.formatted(
                                product,
                                characteristic.isEmpty() ? "" : ", " + characteristic,
                                aql.isEmpty() ? "" : ", " + aql,
                                more))
                .then()
                .statusCode(201)
                .extract()
                .path("standardId");
        TestDatabase.sql("update standard_draft set drafted_by = 'qasim' where id = :p1", UUID.fromString(draft));
        post("/standards/" + draft + "/approval", "{}").then().statusCode(200);
    }

    public UUID reported() {
        return reported(LOT);
    }

    public UUID reported(long units) {
        UUID batch = UUID.randomUUID();
        events.publish(new BatchReported(
                batch,
                member,
                product,
                "L-" + UUID.randomUUID(),
                Quantity.of(units, "C62"),
                LocalDate.of(2026, 11, 1),
                null,
                "by hand",
                null,
                null,
                null));
        return batch;
    }

    public UUID sampled() {
        return sampled(LOT);
    }

    public UUID sampled(long units) {
        UUID batch = reported(units);
        events.await(SampleDrawn.class, event -> event.batchId().equals(batch));
        return batch;
    }

    public UUID rejected() {
        UUID batch = sampled();
        inspect(batch, 1).then().statusCode(201).body("outcome", equalTo("REJECTED"));
        return batch;
    }

    public Response rework(UUID batch) {
        return ActingAs.producer(
                member, () -> post("/batches/" + batch + "/rework", "{\"description\": \"filed down\"}"));
    }

    public Response scrap(UUID batch) {
        return ActingAs.producer(member, () -> post("/batches/" + batch + "/scrapping", "{\"reason\": \"cracked\"}"));
    }

    /** The whole sample, by counts. */
    public static Response inspect(UUID batch, int major) {
        return submit(
                batch,
                "{\"inspected\": " + shown(batch).getInt("sampleSize") + ", \"defectives\": {\"MAJOR\": " + major
                        + "}, \"grade\": \"A\"}");
    }

    public static String results(List<Long> units, String weight) {
        return "{\"results\": ["
                + units.stream()
                        .map(unit -> "{\"unit\": " + unit + ", \"measurements\": {\"weight\": " + weight + "}}")
                        .collect(Collectors.joining(","))
                + "]}";
    }

    public static String graded(String results) {
        return results.substring(0, results.length() - 1) + ", \"grade\": \"A\"}";
    }

    public static Response save(UUID batch, UUID inspection, String body) {
        return given().header("If-Match", "*")
                .contentType("application/json")
                .body(body)
                .put("/batches/" + batch + "/inspections/" + inspection);
    }

    public static Response submit(UUID batch, String body) {
        return post("/batches/" + batch + "/inspections", body);
    }

    public static Response post(String path, String body) {
        return given().contentType("application/json").body(body).post(path);
    }

    public static void auditor(String id, String interests) {
        given().contentType("application/json")
                .body("{\"name\": \"Somebody\", \"interests\": " + interests + "}")
                .header("If-Match", "*")
                .put("/auditors/" + id)
                .then()
                .statusCode(lessThan(300));
    }

    public static JsonPath shown(UUID batch) {
        return given().get("/batches/" + batch).then().statusCode(200).extract().jsonPath();
    }

    public static List<Long> units(UUID batch) {
        return shown(batch).getList("sampleUnits", Long.class);
    }
}
