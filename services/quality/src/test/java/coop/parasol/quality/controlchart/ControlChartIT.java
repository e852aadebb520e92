package coop.parasol.quality.controlchart;

import static coop.parasol.quality.VaseScenario.graded;
import static coop.parasol.quality.VaseScenario.submit;
import static coop.parasol.quality.VaseScenario.units;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import coop.parasol.quality.ActingAs;
import coop.parasol.quality.VaseScenario;
import coop.parasol.testing.Events;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The producer and the quality desk see how a process runs, lot by lot. */
@QuarkusTest
@TestSecurity(
        user = "arun",
        roles = {"auditor", "quality-desk"})
@OidcSecurity(claims = @Claim(key = "auditor_id", value = VaseScenario.ARUN))
class ControlChartIT {

    @Inject
    Events events;

    @Test
    void a_chart_has_a_point_for_each_lot_limits_from_the_data_and_capability() {
        VaseScenario vases = new VaseScenario(events);
        vases.publish("");
        String charts = "/producers/" + vases.member + "/control-charts";
        measured(vases, 2.0, 0.2);
        given().get(charts).then().statusCode(200).body("items[0].charts", hasSize(0));
        measured(vases, 2.1, 0.2);
        measured(vases, 0.5, 0.2);

        JsonPath chart = ActingAs.producer(vases.member, () -> given().get(charts))
                .then()
                .statusCode(200)
                .body("items[0].product", equalTo(vases.product))
                .body("items[0].charts[0].characteristic", equalTo("weight"))
                .body("items[0].charts[0].subgroupSize", equalTo(10))
                .body("items[0].charts[0].preliminary", equalTo(true))
                .body("items[0].charts[0].inControl", equalTo(false))
                .body("items[0].charts[0].points", hasSize(3))
                .extract()
                .jsonPath();
        assertThat(chart.getDouble("items[0].charts[0].rangeLimits.centre")).isEqualTo(0.2);
        assertThat(chart.getDouble("items[0].charts[0].deviation")).isEqualTo(0.064977);
        assertThat(chart.getString("items[0].charts[0].cp"))
                .as("the standard has a lower limit only")
                .isNull();
        ActingAs.producer(UUID.randomUUID(), () -> given().get(charts)).then().statusCode(403);
    }

    /** A lot whose units have two values by turns. */
    private static void measured(VaseScenario vases, double lowest, double range) {
        UUID batch = vases.sampled();
        List<Long> units = units(batch).stream().sorted().toList();
        String results = units.stream()
                .map(unit -> "{\"unit\": " + unit + ", \"measurements\": {\"weight\": "
                        + (units.indexOf(unit) % 2 == 0 ? lowest : lowest + range) + "}}")
                .collect(Collectors.joining(","));
        submit(batch, graded("{\"results\": [" + results + "]}")).then().statusCode(201);
    }
}
