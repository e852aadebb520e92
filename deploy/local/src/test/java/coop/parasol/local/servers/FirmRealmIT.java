package coop.parasol.local.servers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** How people and machines sign in at a firm's realm, at the real Keycloak. */
@EnabledIfEnvironmentVariable(named = "PARASOL_TEST_KEYCLOAK", matches = ".+")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FirmRealmIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int OK = 200;

    private TestRealm realm;
    private PortalSignIn portal;

    @BeforeAll
    void found() {
        realm = TestRealm.create(false, Optional.empty());
        portal = new PortalSignIn(realm, realm.http);
        realm.addPerson("rekha", "registrar");
        realm.addPerson("lotus@works.example", "producer");
    }

    @AfterAll
    void end() {
        realm.close();
    }

    @Test
    void people_sign_in_by_code_with_a_proof_key_of_sha256_and_not_without() {
        assertThat(portal.begin(Map.of()).headers().firstValue("Location"))
                .as("without a proof key")
                .hasValueSatisfying(location -> assertThat(location).contains("error=invalid_request"));
        assertThat(portal.begin(Map.of("code_challenge", PortalSignIn.VERIFIER, "code_challenge_method", "plain"))
                        .headers()
                        .firstValue("Location"))
                .as("with a proof key that is its own verifier")
                .hasValueSatisfying(location -> assertThat(location).contains("error=invalid_request"));

        HttpResponse<String> form = portal.begin(PortalSignIn.proofKey());
        String code = portal.code(portal.submit(form, Map.of("username", "rekha", "password", TestRealm.PASSWORD)));
        assertThat(portal.exchange(code, "x" + PortalSignIn.VERIFIER).statusCode())
                .as("with another's verifier")
                .isEqualTo(400);
        JsonNode claims = TestRealm.claims(new PortalSignIn(realm, TestRealm.client(InetAddress.getLoopbackAddress()))
                .signIn("rekha", TestRealm.PASSWORD));
        assertThat(claims.path("realm_access").path("roles").toString()).contains("registrar");
        assertThat(claims.path("aud").toString()).contains("parasol-membership", "parasol-distribution");
    }

    @Test
    void passwords_are_exchanged_for_tokens_in_a_demo_only() {
        assertThat(TestRealm.json(realm.token(realm.http, "rekha", TestRealm.PASSWORD))
                        .path("error")
                        .asText())
                .isEqualTo("unauthorized_client");

        try (TestRealm demo = TestRealm.create(true, Optional.empty())) {
            demo.addPerson("rekha", "registrar");
            assertThat(demo.token(demo.http, "rekha", TestRealm.PASSWORD).statusCode())
                    .isEqualTo(OK);
            demo.upgrade(false, Optional.empty());
            assertThat(demo.token(demo.http, "rekha", TestRealm.PASSWORD).statusCode())
                    .isNotEqualTo(OK);
        }
    }

    @Test
    void a_person_at_a_terminal_gets_a_code_for_its_browser() {
        JsonNode started = TestRealm.json(realm.send(
                TestRealm.form(realm.url("/protocol/openid-connect/auth/device"), Map.of("client_id", "parasol-cli"))));
        assertThat(started.path("user_code").asText()).isNotEmpty();
        assertThat(TestRealm.json(realm.token(Map.of(
                                "client_id",
                                "parasol-cli",
                                "grant_type",
                                "urn:ietf:params:oauth:grant-type:device_code",
                                "device_code",
                                started.path("device_code").asText())))
                        .path("error")
                        .asText())
                .isEqualTo("authorization_pending");
    }

    @Test
    void a_partners_own_system_signs_in_with_its_secret_and_acts_for_that_partner_only() {
        UUID partner = UUID.randomUUID();
        try (KeycloakAdmin admin = realm.admin()) {
            MachineClients clients = new MachineClients(admin);
            MachineClients.Credentials first = clients.forPartner(partner);

            JsonNode claims = TestRealm.claims(credentials(first));
            assertThat(claims.path("partner_id").asText()).isEqualTo(partner.toString());
            assertThat(claims.path("realm_access").path("roles").toString())
                    .contains("\"partner\"")
                    .doesNotContain("desk");
            assertThat(claims.path("aud").toString()).contains("parasol-distribution");

            MachineClients.Credentials second = clients.forPartner(partner);
            assertThat(second.clientId()).isEqualTo(first.clientId());
            assertThat(credentials(first).statusCode())
                    .as("with the earlier secret")
                    .isEqualTo(401);
            assertThat(credentials(second).statusCode()).isEqualTo(OK);
        }
    }

    @Test
    void nobody_gets_a_token_that_outlives_its_session() {
        PortalSignIn browser = new PortalSignIn(realm, TestRealm.client(InetAddress.getLoopbackAddress()));
        assertThat(browser.begin(with(PortalSignIn.proofKey(), "scope", "openid offline_access"))
                        .headers()
                        .firstValue("Location"))
                .hasValueSatisfying(location -> assertThat(location).contains("error=invalid_scope"));

        JsonNode tokens = TestRealm.json(browser.signIn("rekha", TestRealm.PASSWORD));
        Map<String, String> refresh = Map.of(
                "client_id",
                "parasol-portal",
                "client_secret",
                TestRealm.PORTAL_SECRET,
                "grant_type",
                "refresh_token",
                "refresh_token",
                tokens.path("refresh_token").asText());
        JsonNode again = TestRealm.json(realm.token(refresh));
        assertThat(again.path("access_token").asText()).isNotEmpty();
        assertThat(TestRealm.json(realm.token(refresh)).path("access_token").asText())
                .as("several tabs renew at the same moment")
                .isNotEmpty();
        assertThat(realm.token(with(refresh, "client_secret", "another")).statusCode())
                .as("without the portal's secret")
                .isEqualTo(401);

        JsonNode other = TestRealm.json(browser.signIn("rekha", TestRealm.PASSWORD));
        realm.send(TestRealm.form(
                realm.url("/protocol/openid-connect/logout"),
                Map.of(
                        "client_id",
                        "parasol-portal",
                        "client_secret",
                        TestRealm.PORTAL_SECRET,
                        "refresh_token",
                        other.path("refresh_token").asText())));
        assertThat(realm.token(with(
                                refresh,
                                "refresh_token",
                                other.path("refresh_token").asText()))
                        .statusCode())
                .as("after signing out")
                .isEqualTo(400);
        assertThat(other.path("expires_in").asInt()).as("seconds").isLessThanOrEqualTo(300);
    }

    @Test
    void a_member_cannot_take_anothers_email_nor_change_its_own() {
        String token = TestRealm.json(new PortalSignIn(realm, TestRealm.client(InetAddress.getLoopbackAddress()))
                        .signIn("lotus@works.example", TestRealm.PASSWORD))
                .path("access_token")
                .asText();
        assertThat(changeProfile(token, "lotus@works.example", "Sharma").statusCode())
                .as("what it may change itself")
                .isEqualTo(204);
        assertThat(lotus().path("lastName").asText()).isEqualTo("Sharma");

        for (String email : List.of("rekha@desk.example", "lotus-two@works.example")) {
            assertThat(changeProfile(token, email, "Sharma").statusCode()).isGreaterThanOrEqualTo(400);
            assertThat(lotus().path("email").asText()).isEqualTo("lotus@works.example");
        }
    }

    private HttpResponse<String> changeProfile(String token, String email, String lastName) {
        return realm.send(HttpRequest.newBuilder(URI.create(realm.url("/account")))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .POST(BodyPublishers.ofString(JSON.createObjectNode()
                        .put("username", email)
                        .put("email", email)
                        .put("firstName", "Lotus")
                        .put("lastName", lastName)
                        .toString()))
                .build());
    }

    private JsonNode lotus() {
        try (KeycloakAdmin admin = realm.admin()) {
            return admin.get("/users?exact=true&username=" + TestRealm.encode("lotus@works.example"))
                    .path(0);
        }
    }

    private HttpResponse<String> credentials(MachineClients.Credentials credentials) {
        return realm.token(Map.of(
                "client_id",
                credentials.clientId(),
                "client_secret",
                credentials.secret(),
                "grant_type",
                "client_credentials"));
    }

    private static Map<String, String> with(Map<String, String> fields, String name, String value) {
        Map<String, String> all = new HashMap<>(fields);
        all.put(name, value);
        return all;
    }
}
