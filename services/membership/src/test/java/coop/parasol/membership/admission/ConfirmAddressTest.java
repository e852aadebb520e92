package coop.parasol.membership.admission;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import coop.parasol.contracts.AddressConfirmation;
import coop.parasol.membership.Desk;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever applies confirms its address by a link, once, before it is admitted; nobody learns of applications by links. */
@QuarkusTest
@TestSecurity(user = "rekha", roles = "registrar")
class ConfirmAddressTest {

    @Inject
    Jdbi jdbi;

    @ConfigProperty(name = "parasol.membership.confirmation-secret")
    String secret;

    private final String email = "a-" + UUID.randomUUID() + "@works.example";
    private String applicant = "";

    /** These tests have no mail server, and so are asked for no confirmation; this one is. */
    @BeforeEach
    void a_firm_has_applied_where_mail_is_sent() {
        applicant = Desk.apply("REG-" + email, email)
                .then()
                .statusCode(201)
                .body("hasToConfirmEmail", equalTo(false))
                .extract()
                .path("memberId");
        jdbi.useHandle(handle ->
                handle.execute("update member set confirmation_asked = true where id = ?", UUID.fromString(applicant)));
    }

    @Test
    void a_firm_is_admitted_when_it_has_confirmed_its_address_and_not_before() {
        given().get("/members/" + applicant)
                .then()
                .body("hasToConfirmEmail", equalTo(true))
                .body("emailConfirmedAt", nullValue());
        admit().then().statusCode(409).body("code", equalTo("address-unconfirmed"));
        int before = waiting();

        confirm(token(email, 60)).then().statusCode(204);

        assertThat(waiting()).isEqualTo(before + 1);
        given().get("/members/" + applicant)
                .then()
                .body("hasToConfirmEmail", equalTo(false))
                .body("emailConfirmedAt", notNullValue());
        admit().then().statusCode(200).body("state", equalTo("ADMITTED"));
    }

    @Test
    void a_link_is_used_once_and_within_its_days() {
        confirm(token(email, -1)).then().statusCode(409).body("code", equalTo("link-expired"));
        String token = token(email, 60);
        confirm(token).then().statusCode(204);
        confirm(token).then().statusCode(409).body("code", equalTo("link-used"));
    }

    @Test
    void a_link_of_another_address_or_of_no_application_gets_one_answer() {
        String other = token("other@works.example", 60);
        String unknown =
                new AddressConfirmation(UUID.randomUUID(), Instant.now().plusSeconds(60)).token(email, secret);
        String forged = new AddressConfirmation(
                        UUID.fromString(applicant), Instant.now().plusSeconds(60))
                .token(email, "a guess");
        String first = confirm(other).then().statusCode(409).extract().asString();
        for (String token : new String[] {unknown, forged, "what.ever"}) {
            assertThat(confirm(token).then().statusCode(409).extract().asString())
                    .isEqualTo(first);
        }
        admit().then().statusCode(409).body("code", equalTo("address-unconfirmed"));
    }

    @Test
    void a_changed_address_is_confirmed_anew() {
        confirm(token(email, 60)).then().statusCode(204);
        String changed = "b-" + email;
        given().contentType(ContentType.JSON)
                .body(Map.of("email", changed))
                .header("If-Match", "*")
                .put("/members/" + applicant + "/email")
                .then()
                .statusCode(200);

        admit().then().statusCode(409).body("code", equalTo("address-unconfirmed"));
        confirm(token(email, 60)).then().statusCode(409).body("code", equalTo("unknown-link"));
        confirm(token(changed, 60)).then().statusCode(204);
        admit().then().statusCode(200);
    }

    private Response admit() {
        return Desk.post("/members/" + applicant + "/admission", "{}");
    }

    /** How many applications the registrar is told of. */
    private static int waiting() {
        return given().get("/waiting-work")
                .then()
                .statusCode(200)
                .extract()
                .path("items.find { it.kind == 'APPLICATION_TO_DECIDE' }.count");
    }

    private String token(String address, long seconds) {
        return new AddressConfirmation(UUID.fromString(applicant), Instant.now().plusSeconds(seconds))
                .token(address, secret);
    }

    private static Response confirm(String token) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("token", token))
                .post("/applications/confirmation");
    }
}
