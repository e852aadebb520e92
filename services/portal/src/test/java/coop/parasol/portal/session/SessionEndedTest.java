package coop.parasol.portal.session;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was typed into a form is kept when the session has ended, and a form of another site is not. */
@QuarkusTest
class SessionEndedTest {

    private static final String TOKEN = "abcdefghijklmnopqrstuv";

    @ConfigProperty(name = "parasol.public-origin")
    String origin;

    @Test
    void a_form_whose_session_has_ended_is_kept_with_its_token() {
        Response kept = send(form().cookie("parasol-csrf", TOKEN).formParam("csrf-token", TOKEN));

        assertThat(kept.statusCode()).isEqualTo(401);
        kept.then().body(containsString("value=\"ended-1\""), containsString("value=\"" + TOKEN + "\""));
        assertThat(kept.cookie("parasol-csrf")).as("another one").isIn(null, TOKEN);
    }

    @Test
    void a_form_of_a_browser_that_has_lost_its_cookies_is_kept_with_a_new_token() {
        Response kept = send(form().header("Origin", origin).formParam("csrf-token", TOKEN));

        assertThat(kept.statusCode()).isEqualTo(401);
        assertThat(kept.cookie("parasol-csrf")).isNotNull().isNotEqualTo(TOKEN);
        kept.then()
                .body(
                        containsString("value=\"ended-1\""),
                        containsString("value=\"" + kept.cookie("parasol-csrf") + "\""),
                        not(containsString(TOKEN)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "another-token-000000000"})
    void a_form_of_another_site_is_not_kept(String token) {
        Response refused = send(form().header("Origin", "https://evil.example")
                .cookie("parasol-csrf", TOKEN)
                .formParam("csrf-token", token));

        assertThat(refused.statusCode()).isEqualTo(400);
        refused.then().body(not(containsString("ended-1")));
    }

    private static RequestSpecification form() {
        return given().redirects().follow(false).formParam("lot", "ended-1");
    }

    private static Response send(RequestSpecification form) {
        return form.post("/batches/report");
    }
}
