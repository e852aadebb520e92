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

/** The mark of a member's colleague at the real Keycloak: membership's client sets it, tokens have it, and its owner keeps it. */
@EnabledIfEnvironmentVariable(named = "PARASOL_TEST_KEYCLOAK", matches = ".+")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ColleagueMarkIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MEMBER = "0198c000-0000-7000-8000-0000000000c1";
    private static final String MARK = "member_colleague";
    private static final String COLLEAGUE = "colleague@works.example";

    private TestRealm realm;
    private String ofMembership;
    private String colleague;

    @BeforeAll
    void found() {
        realm = TestRealm.create(true, Optional.empty());
        ofMembership = TestRealm.json(realm.token(Map.of(
                        "client_id", "parasol-membership",
                        "client_secret", TestRealm.SECRET,
                        "grant_type", "client_credentials")))
                .path("access_token")
                .asText();
        make("own@works.example", false);
        make(COLLEAGUE, true);
        colleague = marked().path(0).path("id").asText();
    }

    @AfterAll
    void end() {
        realm.close();
    }

    @Test
    void a_token_says_of_a_colleague_that_it_is_one_and_of_nobody_else() {
        JsonNode claims = TestRealm.claims(realm.token(realm.http, COLLEAGUE, TestRealm.PASSWORD));
        JsonNode own = TestRealm.claims(realm.token(realm.http, "own@works.example", TestRealm.PASSWORD));

        assertThat(claims.path(MARK).asText()).isEqualTo("true");
        assertThat(claims.path("member_id")).isEqualTo(own.path("member_id"));
        assertThat(claims.path("realm_access").toString()).contains("\"producer\"");
        assertThat(own.has(MARK)).isFalse();
    }

    @Test
    void membership_finds_the_colleagues_of_a_member_by_their_mark() {
        assertThat(marked())
                .singleElement()
                .satisfies(found -> assertThat(
                                found.path("attributes").path(MARK).path(0).asText())
                        .isEqualTo("true"));
    }

    @Test
    void a_colleague_does_not_take_its_mark_off() {
        String token = TestRealm.json(realm.token(realm.http, COLLEAGUE, TestRealm.PASSWORD))
                .path("access_token")
                .asText();
        ObjectNode without = JSON.createObjectNode()
                .put("username", COLLEAGUE)
                .put("email", COLLEAGUE)
                .put("firstName", "Asha")
                .put("lastName", "Rao");
        without.putObject("attributes").putArray("member_id").add(MEMBER);

        call(token, "POST", realm.url("/account"), without);

        try (KeycloakAdmin admin = realm.admin()) {
            assertThat(admin.get("/users/" + colleague)
                            .path("attributes")
                            .path(MARK)
                            .path(0)
                            .asText())
                    .isEqualTo("true");
        }
        assertThat(TestRealm.claims(realm.token(realm.http, COLLEAGUE, TestRealm.PASSWORD))
                        .path(MARK)
                        .asText())
                .isEqualTo("true");
    }

    private void make(String email, boolean isColleague) {
        ObjectNode user = JSON.createObjectNode()
                .put("username", email)
                .put("email", email)
                .put("emailVerified", true)
                .put("firstName", "Asha")
                .put("lastName", "Rao")
                .put("enabled", true);
        user.putArray("groups").add("/producers");
        user.putArray("credentials")
                .addObject()
                .put("type", "password")
                .put("value", TestRealm.PASSWORD)
                .put("temporary", false);
        ObjectNode attributes = user.putObject("attributes");
        attributes.putArray("member_id").add(MEMBER);
        if (isColleague) {
            attributes.putArray(MARK).add("true");
        }
        assertThat(call(ofMembership, "POST", administration("/users"), user).statusCode())
                .isEqualTo(201);
    }

    private JsonNode marked() {
        return TestRealm.json(call(
                ofMembership,
                "GET",
                administration("/users?briefRepresentation=false&q=member_id:" + MEMBER + "%20" + MARK + ":true"),
                null));
    }

    private String administration(String path) {
        return System.getenv("PARASOL_TEST_KEYCLOAK") + "/admin/realms/" + realm.name + path;
    }

    private HttpResponse<String> call(String token, String method, String address, @Nullable JsonNode body) {
        return realm.send(HttpRequest.newBuilder(URI.create(address))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString()))
                .build());
    }
}
