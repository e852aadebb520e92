package coop.parasol.web;

import static coop.parasol.web.CountingIdentityServer.ORIGIN;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** A token whose signing key was withdrawn is not taken until it ends only because it was verified before. */
@QuarkusTest
@TestProfile(WithdrawnKeyTest.ShortMemory.class)
@QuarkusTestResource(value = CountingIdentityServer.class, restrictToAnnotatedClass = true)
class WithdrawnKeyTest {

    /** Two seconds instead of a minute. */
    public static class ShortMemory implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("parasol.token.remembered-for", "2s");
        }
    }

    private static final String REALM = ORIGIN + "/realms/parasol";
    private static final String SERVICE = "parasol-web";
    private static final UUID MEMBER = UUID.fromString("3f0c1a52-6d5f-4b6e-8a77-0d1b2c3d4e5f");

    @Test
    void a_token_of_a_withdrawn_key_is_refused_although_it_is_remembered() {
        String token = CountingIdentityServer.token(REALM, SERVICE, "asha", MEMBER);
        assertThat(status(token)).isEqualTo(200);

        CountingIdentityServer.exchangeKey();
        // by a token of the new key the service hears of the keys that hold now
        assertThat(status(CountingIdentityServer.tokenOfNextKey(REALM, SERVICE, "ravi", MEMBER)))
                .isEqualTo(200);

        Awaitility.await().atMost(Duration.ofSeconds(15)).until(() -> status(token) == 401);
    }

    private static int status(String token) {
        return given().auth()
                .oauth2(token)
                .get("/lamps/of/" + MEMBER)
                .then()
                .extract()
                .statusCode();
    }
}
