package coop.parasol.quality.standard;

import static coop.parasol.quality.VaseScenario.post;
import static org.hamcrest.Matchers.equalTo;

import coop.parasol.quality.TestDatabase;
import coop.parasol.quality.VaseScenario;
import coop.parasol.testing.Events;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A product is counted in one unit for ever: what is priced, promised and in stock is counted in it. */
@QuarkusTest
@TestSecurity(user = "qadir", roles = "quality-desk")
class FixedUnitIT {

    @Inject
    Events events;

    private VaseScenario vases;

    @BeforeEach
    void publish_a_standard() {
        vases = new VaseScenario(events);
    }

    @Test
    void another_unit_cannot_be_drafted() {
        vases.publish("");

        draft("KGM")
                .then()
                .statusCode(422)
                .body("code", equalTo("unit-changed"))
                .body("field", equalTo("unit"));
        draft("C62").then().statusCode(201);
    }

    @Test
    void a_draft_from_before_the_first_version_is_not_published_with_another_unit() {
        String early = draft("KGM").then().statusCode(201).extract().path("standardId");
        TestDatabase.sql("update standard_draft set drafted_by = 'qasim' where id = '" + early + "'");
        vases.publish("");

        post("/standards/" + early + "/approval", "{}")
                .then()
                .statusCode(422)
                .body("code", equalTo("unit-changed"))
                .body("field", equalTo("unit"));
    }

    private Response draft(String unit) {
        return post(
                "/standards",
                "{\"product\": \"%s\", \"name\": \"Vase\", \"unit\": \"%s\", \"characteristics\": [{\"name\": \"finish\", \"kind\":"
                                .formatted(vases.product, unit)
                        + " \"ATTRIBUTE\", \"defectClass\": \"MAJOR\"}], \"aql\": {\"MAJOR\": 1.0}, \"grades\": [\"A\"]}");
    }
}
