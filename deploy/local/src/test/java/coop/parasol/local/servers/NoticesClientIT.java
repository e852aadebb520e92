package coop.parasol.local.servers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** The client by which the portal asks for addresses reads people at the real Keycloak, and can do nothing else. */
@EnabledIfEnvironmentVariable(named = "PARASOL_TEST_KEYCLOAK", matches = ".+")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NoticesClientIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PERSON = "rekha";

    private TestRealm realm = TestRealm.create(false, Optional.empty());
    private String token = "";
    private String subject = "";

    @BeforeAll
    void begin() {
        subject = realm.addPerson(PERSON, "registrar");
        token = TestRealm.json(realm.token(Map.of(
                        "client_id",
                        "parasol-notices",
                        "client_secret",
                        TestRealm.NOTICES_SECRET,
                        "grant_type",
                        "client_credentials")))
                .path("access_token")
                .asText();
    }

    @AfterAll
    void end() {
        realm.close();
    }

    @Test
    void it_reads_people_and_their_roles() {
        HttpResponse<String> person = call("GET", "/users/" + subject, null);
        assertThat(person.statusCode()).isEqualTo(200);
        assertThat(TestRealm.json(person).path("email").asText()).isEqualTo(PERSON + "@desk.example");
        assertThat(call("GET", "/users?q=member_id:00000000-0000-7000-8000-000000000000", null)
                        .statusCode())
                .isEqualTo(200);
        assertThat(call("GET", "/users/" + subject + "/role-mappings/realm/composite", null)
                        .body())
                .contains("\"registrar\"");
    }

    @Test
    void it_changes_nobody_and_makes_and_deletes_nobody() {
        ObjectNode person = JSON.createObjectNode().put("username", "eve").put("enabled", true);
        assertThat(call("POST", "/users", person).statusCode()).isEqualTo(403);
        assertThat(call("PUT", "/users/" + subject, person).statusCode()).isEqualTo(403);
        assertThat(call("DELETE", "/users/" + subject, null).statusCode()).isEqualTo(403);
        assertThat(call("POST", "/users/" + subject + "/logout", null).statusCode())
                .isEqualTo(403);
        assertThat(call(
                                "PUT",
                                "/users/" + subject + "/reset-password",
                                JSON.createObjectNode().put("type", "password").put("value", "guessed it"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(call("PUT", "/users/" + subject + "/execute-actions-email", JSON.createArrayNode())
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void it_reads_nothing_else_of_the_realm() {
        assertThat(call("GET", "/clients/" + clientId("parasol-portal") + "/client-secret", null)
                        .statusCode())
                .isEqualTo(403);
        assertThat(call("PUT", "", JSON.createObjectNode().put("registrationAllowed", true))
                        .statusCode())
                .isEqualTo(403);
    }

    private String clientId(String name) {
        try (KeycloakAdmin admin = realm.admin()) {
            return admin.clientId(name);
        }
    }

    private HttpResponse<String> call(String method, String path, @Nullable JsonNode body) {
        return realm.send(HttpRequest.newBuilder(
                        URI.create(System.getenv("PARASOL_TEST_KEYCLOAK") + "/admin/realms/" + realm.name + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString()))
                .build());
    }
}
