package coop.parasol.acceptance;

import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.util.Map;

/** A person whom the producer of the season has invited, and who has chosen a password. */
final class ColleagueOfProducer {

    private final RunningSystem system;

    /** As of all people of the demo, the password is the first part of the name and "-demo". */
    private final String email = "colleague-" + System.nanoTime() + "@works.example";

    private boolean isInvited;

    ColleagueOfProducer(RunningSystem system) {
        this.system = system;
    }

    /** A call with the token of the colleague. */
    synchronized RequestSpecification call() {
        if (!isInvited) {
            invite();
            isInvited = true;
        }
        return system.as(email);
    }

    private void invite() {
        String subject = system.as("producer")
                .contentType("application/json")
                .body(Map.of("email", email, "name", "Asha Rao"))
                .post(system.url("membership") + "/members/" + system.ownId("producer") + "/people")
                .then()
                .statusCode(201)
                .extract()
                .path("subject");
        String admin = RestAssured.given()
                .formParam("client_id", "admin-cli")
                .formParam("grant_type", "password")
                .formParam("username", "admin")
                .formParam("password", System.getenv("PARASOL_TEST_KEYCLOAK_ADMIN_PASSWORD"))
                .post(system.url("keycloak") + "/realms/master/protocol/openid-connect/token")
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
        RestAssured.given()
                .auth()
                .oauth2(admin)
                .contentType("application/json")
                .body(Map.of("type", "password", "value", "colleague-demo", "temporary", false))
                .put(system.url("keycloak") + "/admin/realms/parasol/users/" + subject + "/reset-password")
                .then()
                .statusCode(204);
    }
}
