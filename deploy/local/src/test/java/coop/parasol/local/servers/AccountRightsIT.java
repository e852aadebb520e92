package coop.parasol.local.servers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/**
 * What the real Keycloak lets the services' clients do: membership's everything with accounts of producers and of the firm's own
 * people, distribution's with partners', and nothing with anybody else's.
 */
@EnabledIfEnvironmentVariable(named = "PARASOL_TEST_KEYCLOAK", matches = ".+")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccountRightsIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int CREATED = 201;
    private static final int FORBIDDEN = 403;

    private TestRealm realm;
    private String registrar;
    private String token;
    private String ofDistribution;

    @BeforeAll
    void found() {
        realm = TestRealm.create(false, Optional.empty());
        registrar = realm.addPerson("rekha", "registrar");
        token = token("parasol-membership", TestRealm.SECRET);
        ofDistribution = token("parasol-distribution", TestRealm.PARTNERS_SECRET);
    }

    private String token(String client, String secret) {
        return TestRealm.json(realm.token(
                        Map.of("client_id", client, "client_secret", secret, "grant_type", "client_credentials")))
                .path("access_token")
                .asText();
    }

    @AfterAll
    void end() {
        realm.close();
    }

    @Test
    void it_makes_changes_and_disables_producers() {
        assertThat(call("POST", "/users", producer("lotus@works.example")).statusCode())
                .isEqualTo(201);
        String id = TestRealm.json(call("GET", "/users?exact=true&username=lotus@works.example", null))
                .path(0)
                .path("id")
                .asText();
        assertThat(call("PUT", "/users/" + id + "/reset-password", password()).statusCode())
                .isEqualTo(204);
        ObjectNode disabled = producer("lotus@works.example").put("enabled", false);
        disabled.remove("groups");
        assertThat(call("PUT", "/users/" + id, disabled).statusCode()).isEqualTo(204);
        assertThat(call("POST", "/users/" + id + "/logout", null).statusCode()).isEqualTo(204);
        try (KeycloakAdmin admin = realm.admin()) {
            assertThat(admin.get("/users/" + id + "/role-mappings/realm/composite")
                            .toString())
                    .contains("\"producer\"");
        }
        assertThat(call("DELETE", "/users/" + id, null).statusCode()).isEqualTo(204);
    }

    @Test
    void it_neither_sees_nor_changes_a_desk() {
        assertThat(TestRealm.json(call("GET", "/users?max=1000", null)).toString())
                .doesNotContain("rekha");
        assertThat(call("GET", "/users/" + registrar, null).statusCode()).isEqualTo(FORBIDDEN);
        assertThat(call("PUT", "/users/" + registrar + "/reset-password", password())
                        .statusCode())
                .isEqualTo(FORBIDDEN);
        assertThat(call("PUT", "/users/" + registrar, JSON.createObjectNode().put("enabled", false))
                        .statusCode())
                .isEqualTo(FORBIDDEN);
        assertThat(call("POST", "/users/" + registrar + "/logout", null).statusCode())
                .isEqualTo(FORBIDDEN);
        assertThat(call("DELETE", "/users/" + registrar, null).statusCode()).isEqualTo(FORBIDDEN);
    }

    @Test
    void it_makes_nobody_a_desk() {
        assertThat(call("POST", "/users", producer("mala@works.example")).statusCode())
                .isEqualTo(201);
        String id = TestRealm.json(call("GET", "/users?exact=true&username=mala@works.example", null))
                .path(0)
                .path("id")
                .asText();
        try (KeycloakAdmin admin = realm.admin()) {
            JsonNode role = admin.get("/roles/registrar");
            JsonNode group = Objects.requireNonNull(RealmUpgrade.named(admin.get("/groups"), "producers"));
            assertThat(call(
                                    "POST",
                                    "/users/" + id + "/role-mappings/realm",
                                    JSON.createArrayNode().add(role))
                            .statusCode())
                    .isEqualTo(FORBIDDEN);
            assertThat(call(
                                    "POST",
                                    "/groups/" + group.path("id").asText() + "/role-mappings/realm",
                                    JSON.createArrayNode().add(role))
                            .statusCode())
                    .isEqualTo(FORBIDDEN);
            assertThat(call(
                                    "PUT",
                                    "/users/" + registrar + "/groups/"
                                            + group.path("id").asText(),
                                    JSON.createObjectNode())
                            .statusCode())
                    .as("a desk is not made a producer, to be managed as one")
                    .isEqualTo(FORBIDDEN);
        }
        ObjectNode outside = producer("nila@works.example");
        outside.remove("groups");
        assertThat(call("POST", "/users", outside).statusCode())
                .as("an account outside the group")
                .isEqualTo(FORBIDDEN);
        ObjectNode desk = producer("omi@works.example");
        desk.putArray("realmRoles").add("registrar");
        call("POST", "/users", desk);
        try (KeycloakAdmin admin = realm.admin()) {
            assertThat(admin.get("/roles/registrar/users").toString())
                    .contains("rekha")
                    .doesNotContain("omi", "mala");
        }
        assertThat(call("GET", "/clients", null).statusCode()).isEqualTo(FORBIDDEN);
        assertThat(call("PUT", "", JSON.createObjectNode().put("registrationAllowed", true))
                        .statusCode())
                .isEqualTo(FORBIDDEN);
    }

    @Test
    void membership_gives_and_takes_the_rights_of_desks_and_auditors_by_their_groups_alone() {
        assertThat(call("POST", "/users", member("clerk@firm.example", "/treasurers", "/registrars"))
                        .statusCode())
                .isEqualTo(CREATED);
        try (KeycloakAdmin admin = realm.admin()) {
            String clerk = idOf(admin, "clerk@firm.example");
            assertThat(roles(admin, clerk)).contains("\"treasurer\"", "\"registrar\"");
            String auditors = group(admin, "auditors");
            String treasurers = group(admin, "treasurers");
            assertThat(call("PUT", "/users/" + clerk + "/groups/" + auditors, JSON.createObjectNode())
                            .statusCode())
                    .as("it is put into another group")
                    .isEqualTo(204);
            assertThat(call("DELETE", "/users/" + clerk + "/groups/" + treasurers, null)
                            .statusCode())
                    .isEqualTo(204);
            assertThat(roles(admin, clerk))
                    .contains("\"auditor\"", "\"registrar\"")
                    .doesNotContain("\"treasurer\"");
            assertThat(call("PUT", "/users/" + registrar + "/groups/" + treasurers, JSON.createObjectNode())
                            .statusCode())
                    .as("an account that is in none of the groups")
                    .isEqualTo(FORBIDDEN);
            assertThat(call(
                                    "POST",
                                    "/groups/" + treasurers + "/role-mappings/realm",
                                    JSON.createArrayNode().add(admin.get("/roles/registrar")))
                            .statusCode())
                    .as("a group gets no other role")
                    .isEqualTo(FORBIDDEN);
            assertThat(call("POST", "/users", producer("indus@works.example")).statusCode())
                    .isEqualTo(CREATED);
            assertThat(call(
                                    "PUT",
                                    "/users/" + idOf(admin, "indus@works.example") + "/groups/" + treasurers,
                                    JSON.createObjectNode())
                            .statusCode())
                    .as("a producer becomes no desk")
                    .isEqualTo(FORBIDDEN);
            noRight(ofDistribution, clerk);
            assertThat(call(ofDistribution, "POST", "/users", member("thief@shop.example", "/registrars"))
                            .statusCode())
                    .isEqualTo(FORBIDDEN);
            assertThat(call("DELETE", "/users/" + clerk, null).statusCode()).isEqualTo(204);
        }
    }

    private static String group(KeycloakAdmin admin, String name) {
        return Objects.requireNonNull(RealmUpgrade.named(admin.get("/groups"), name))
                .path("id")
                .asText();
    }

    private static String roles(KeycloakAdmin admin, String account) {
        return admin.get("/users/" + account + "/role-mappings/realm/composite").toString();
    }

    @Test
    void each_service_manages_the_accounts_of_its_own_group_alone() {
        assertThat(call(token, "POST", "/users", member("tulsi@works.example", "/producers"))
                        .statusCode())
                .isEqualTo(CREATED);
        assertThat(call(ofDistribution, "POST", "/users", member("buyer@shop.example", "/partners"))
                        .statusCode())
                .isEqualTo(CREATED);
        try (KeycloakAdmin admin = realm.admin()) {
            String producer = idOf(admin, "tulsi@works.example");
            String partner = idOf(admin, "buyer@shop.example");
            assertThat(admin.get("/users/" + partner + "/role-mappings/realm/composite")
                            .toString())
                    .contains("\"partner\"")
                    .doesNotContain("\"producer\"");
            noRight(ofDistribution, producer);
            noRight(ofDistribution, registrar);
            noRight(token, partner);
        }
        assertThat(call(ofDistribution, "POST", "/users", member("usha@works.example", "/producers"))
                        .statusCode())
                .as("an account of a producer made by distribution")
                .isEqualTo(FORBIDDEN);
        assertThat(call(token, "POST", "/users", member("other@shop.example", "/partners"))
                        .statusCode())
                .as("an account of a partner made by membership")
                .isEqualTo(FORBIDDEN);
    }

    private void noRight(String caller, String account) {
        assertThat(call(caller, "GET", "/users/" + account, null).statusCode()).isEqualTo(FORBIDDEN);
        assertThat(call(caller, "PUT", "/users/" + account + "/reset-password", password())
                        .statusCode())
                .isEqualTo(FORBIDDEN);
        assertThat(call(caller, "DELETE", "/users/" + account, null).statusCode())
                .isEqualTo(FORBIDDEN);
    }

    private static String idOf(KeycloakAdmin admin, String userName) {
        return admin.get("/users?exact=true&username=" + userName)
                .path(0)
                .path("id")
                .asText();
    }

    private static ObjectNode producer(String email) {
        return member(email, "/producers");
    }

    private static ObjectNode member(String email, String... groups) {
        ObjectNode member = JSON.createObjectNode()
                .put("username", email)
                .put("email", email)
                .put("enabled", true);
        ArrayNode all = member.putArray("groups");
        Stream.of(groups).forEach(all::add);
        return member;
    }

    private static ObjectNode password() {
        return JSON.createObjectNode()
                .put("type", "password")
                .put("value", "chosen by a thief")
                .put("temporary", false);
    }

    private HttpResponse<String> call(String method, String path, @Nullable JsonNode body) {
        return call(token, method, path, body);
    }

    private HttpResponse<String> call(String caller, String method, String path, @Nullable JsonNode body) {
        return realm.send(HttpRequest.newBuilder(
                        URI.create(System.getenv("PARASOL_TEST_KEYCLOAK") + "/admin/realms/" + realm.name + path))
                .header("Authorization", "Bearer " + caller)
                .header("Content-Type", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString()))
                .build());
    }
}
