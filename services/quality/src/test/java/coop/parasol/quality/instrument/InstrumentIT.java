package coop.parasol.quality.instrument;

import static coop.parasol.quality.VaseScenario.graded;
import static coop.parasol.quality.VaseScenario.post;
import static coop.parasol.quality.VaseScenario.results;
import static coop.parasol.quality.VaseScenario.save;
import static coop.parasol.quality.VaseScenario.submit;
import static coop.parasol.quality.VaseScenario.units;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import coop.parasol.firm.FirmClock;
import coop.parasol.quality.VaseScenario;
import coop.parasol.testing.Events;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Values are measured with calibrated instruments. */
@QuarkusTest
@TestSecurity(
        user = "arun",
        roles = {"auditor", "quality-desk"})
@OidcSecurity(claims = @Claim(key = "auditor_id", value = VaseScenario.ARUN))
class InstrumentIT {

    @Inject
    Events events;

    @Inject
    FirmClock clock;

    private VaseScenario vases;
    private UUID batch;
    private LocalDate today;

    @BeforeEach
    void draw_a_sample() {
        vases = new VaseScenario(events);
        vases.publish("");
        batch = vases.sampled();
        today = clock.today();
    }

    @Test
    void what_was_measured_past_a_calibration_is_refused_as_a_draft_and_as_a_submission() {
        String scale = instrument();
        measured(scale).then().statusCode(422).body("code", equalTo("instrument-not-calibrated"));
        calibrate(scale, today.minusDays(400), today.minusDays(1))
                .then()
                .statusCode(200)
                .body("usableToday", equalTo(false));
        measured(scale).then().statusCode(422).body("code", equalTo("instrument-not-calibrated"));
        save(batch, UUID.randomUUID(), named(results(units(batch), "2.0"), "weight", scale))
                .then()
                .statusCode(422)
                .body("code", equalTo("instrument-not-calibrated"));

        calibrate(scale, today, today).then().statusCode(200).body("usableToday", equalTo(true));
        String first = measured(scale).then().statusCode(201).extract().path("inspectionId");
        given().get("/batches/" + batch + "/inspections/" + first)
                .then()
                .body("instruments.weight", equalTo(scale))
                .body("measuredOn", equalTo(today.toString()));
    }

    @Test
    void only_variables_of_the_standard_are_measured_and_not_in_the_future_or_before_the_report() {
        String scale = instrument();
        calibrate(scale, today.minusDays(10), today.plusDays(10)).then().statusCode(200);
        String results = graded(results(units(batch), "2.0"));

        submit(batch, named(results, "height", scale)).then().statusCode(422).body("code", equalTo("unknown-variable"));
        for (LocalDate day : new LocalDate[] {today.plusDays(2), today.minusDays(2)}) {
            submit(batch, on(day, named(results, "weight", scale)))
                    .then()
                    .statusCode(422)
                    .body("code", equalTo("day-impossible"));
        }
        submit(batch, on(today, results)).then().statusCode(422).body("code", equalTo("instruments-missing"));
        submit(batch, named(results, "weight", UUID.randomUUID().toString()))
                .then()
                .statusCode(422)
                .body("code", equalTo("instrument-not-calibrated"));
    }

    @Test
    void a_calibration_is_recorded_once_and_never_before_it_is_done() {
        String scale = instrument();
        calibrate(scale, today, today.minusDays(1)).then().statusCode(422).body("field", equalTo("validThrough"));
        calibrate(scale, today.plusDays(2), today.plusDays(9))
                .then()
                .statusCode(422)
                .body("field", equalTo("calibratedOn"));
        calibrate(scale, today, today.plusDays(9)).then().statusCode(200);
        calibrate(scale, today, today.plusDays(99)).then().statusCode(409).body("code", equalTo("already-recorded"));
        calibrate(UUID.randomUUID().toString(), today, today).then().statusCode(404);
    }

    private Response measured(String instrument) {
        return submit(batch, named(graded(results(units(batch), "2.0")), "weight", instrument));
    }

    private static String named(String finding, String variable, String instrument) {
        return finding.substring(0, finding.length() - 1) + ", \"instruments\": {\"" + variable + "\": \"" + instrument
                + "\"}}";
    }

    private static String on(LocalDate day, String finding) {
        return finding.substring(0, finding.length() - 1) + ", \"measuredOn\": \"" + day + "\"}";
    }

    private static String instrument() {
        return post("/instruments", "{\"name\": \"scale\", \"serialNumber\": \"S-1\"}")
                .then()
                .statusCode(201)
                .body("usableToday", equalTo(false))
                .extract()
                .path("instrumentId");
    }

    private static Response calibrate(String instrument, LocalDate on, LocalDate through) {
        return post(
                "/instruments/" + instrument + "/calibrations",
                "{\"calibratedOn\": \"" + on + "\", \"validThrough\": \"" + through + "\", \"certificate\": \"K-1\"}");
    }
}
