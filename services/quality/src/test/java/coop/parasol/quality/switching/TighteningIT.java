package coop.parasol.quality.switching;

import static coop.parasol.quality.VaseScenario.inspect;
import static coop.parasol.quality.VaseScenario.post;
import static coop.parasol.quality.VaseScenario.shown;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import coop.parasol.quality.VaseScenario;
import coop.parasol.testing.Events;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The quality desk tightens a line at once, and only the switching rules bring normal inspection back. */
@QuarkusTest
@TestSecurity(
        user = "arun",
        roles = {"auditor", "quality-desk"})
@OidcSecurity(claims = @Claim(key = "auditor_id", value = VaseScenario.ARUN))
class TighteningIT {

    @Inject
    Events events;

    @Test
    void lots_that_nobody_has_begun_to_inspect_have_tightened_plans_until_five_are_accepted() {
        VaseScenario vases = new VaseScenario(events);
        vases.publish("");
        UUID waiting = vases.sampled();
        assertThat(shown(waiting).getString("plans[0].severity")).isEqualTo("NORMAL");

        tighten(vases, "MAJOR").then().statusCode(200).body("switching.MAJOR", equalTo("TIGHTENED"));

        assertThat(shown(waiting).getString("plans[0].severity")).isEqualTo("TIGHTENED");
        given().get("/producers/" + vases.member + "/quality")
                .then()
                .body("items[0].switching[0].reason", containsString("partners complain"))
                .body("items[0].switching[0].why.code", equalTo("TIGHTENED_BY_DESK"))
                .body("items[0].switching[0].why.written", containsString("partners complain"))
                .body("items[0].switching[0].changes[0].why.code", equalTo("TIGHTENED_BY_DESK"));
        tighten(vases, "MAJOR").then().statusCode(409).body("code", equalTo("already-tightened"));
        inspect(waiting, 0).then().statusCode(201);
        for (int lot = 2; lot <= 5; lot++) {
            UUID next = vases.sampled();
            assertThat(shown(next).getString("plans[0].severity"))
                    .as("lot " + lot)
                    .isEqualTo("TIGHTENED");
            inspect(next, 0).then().statusCode(201);
        }
        assertThat(shown(vases.sampled()).getString("plans[0].severity")).isEqualTo("NORMAL");
    }

    @Test
    void what_the_producer_does_not_make_or_the_standard_does_not_inspect_is_not_tightened() {
        VaseScenario vases = new VaseScenario(events);
        vases.publish("");

        tighten(vases, "MAJOR").then().statusCode(422).body("code", equalTo("product-not-reported"));
        vases.sampled();
        tighten(vases, "CRITICAL").then().statusCode(422).body("code", equalTo("aql-missing"));
    }

    private static Response tighten(VaseScenario vases, String defectClass) {
        return post(
                "/producers/" + vases.member + "/tightening",
                "{\"product\": \"" + vases.product + "\", \"defectClass\": \"" + defectClass
                        + "\", \"reason\": \"partners complain of thin glaze\"}");
    }
}
