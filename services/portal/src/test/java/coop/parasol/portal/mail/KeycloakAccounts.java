package coop.parasol.portal.mail;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Accounts at the real Keycloak of the tests, as its administrator makes and changes them. */
final class KeycloakAccounts {

    private static final String URL = System.getenv("PARASOL_TEST_KEYCLOAK");

    private KeycloakAccounts() {}

    /** @return the subject of a new person who acts for a member */
    static String ofMember(UUID memberId, String email, String locale) {
        return make(person(memberId, email, locale, true));
    }

    /** @return the subject of a person whom a member has invited */
    static String colleague(UUID memberId, String email, String locale) {
        Map<String, Object> person = new HashMap<>(person(memberId, email, locale, true));
        person.put(
                "attributes",
                Map.of(
                        "member_id", List.of(memberId.toString()),
                        "member_colleague", List.of("true"),
                        "locale", List.of(locale)));
        return make(person);
    }

    private static String make(Map<String, Object> person) {
        String id = admin().body(person)
                .post(URL + "/admin/realms/parasol/users")
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
        return id.substring(id.lastIndexOf('/') + 1);
    }

    static void change(String subject, UUID memberId, String email, String locale, boolean enabled) {
        admin().body(person(memberId, email, locale, enabled))
                .put(URL + "/admin/realms/parasol/users/" + subject)
                .then()
                .statusCode(204);
    }

    private static Map<String, Object> person(UUID memberId, String email, String locale, boolean enabled) {
        return Map.of(
                "username", email,
                "email", email,
                "enabled", enabled,
                "attributes", Map.of("member_id", List.of(memberId.toString()), "locale", List.of(locale)));
    }

    private static RequestSpecification admin() {
        String token = given().formParam("client_id", "admin-cli")
                .formParam("grant_type", "password")
                .formParam("username", "admin")
                .formParam("password", System.getenv("PARASOL_TEST_KEYCLOAK_ADMIN_PASSWORD"))
                .post(URL + "/realms/master/protocol/openid-connect/token")
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }
}
