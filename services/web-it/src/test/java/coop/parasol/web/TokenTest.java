package coop.parasol.web;

import static coop.parasol.web.CountingIdentityServer.ORIGIN;
import static coop.parasol.web.CountingIdentityServer.forgedToken;
import static coop.parasol.web.CountingIdentityServer.token;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Which tokens a service takes, and as whom it records their owner. */
@QuarkusTest
@QuarkusTestResource(value = CountingIdentityServer.class, restrictToAnnotatedClass = true)
class TokenTest {

    private static final String REALM = ORIGIN + "/realms/parasol";
    private static final String SERVICE = "parasol-web";
    private static final String SUBJECT = "0f8a5c1e-7d0b-4c69-9c1a-2f1f6a8d3b55";
    private static final UUID MEMBER = UUID.fromString("3f0c1a52-6d5f-4b6e-8a77-0d1b2c3d4e5f");

    @Inject
    RememberedTokens rememberedTokens;

    @Test
    void the_actor_is_the_subject_of_the_token_and_never_its_user_name() {
        call(token(REALM, SERVICE, SUBJECT, MEMBER)).statusCode(200).body("actor", equalTo(SUBJECT));
    }

    @Test
    void a_token_is_remembered_and_refused_when_it_has_ended() {
        int before = rememberedTokens.size();
        String token = CountingIdentityServer.tokenFor(Duration.ofSeconds(8), REALM, SERVICE, SUBJECT, MEMBER);
        call(token).statusCode(200);
        assertThat(rememberedTokens.size()).isEqualTo(before + 1);
        call(token).statusCode(200).body("actor", equalTo(SUBJECT));

        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> status(token) == 401);
        assertThat(rememberedTokens.size()).isEqualTo(before);
    }

    @Test
    void a_token_that_differs_in_one_character_from_a_remembered_one_is_verified_anew() {
        String token = token(REALM, SERVICE, SUBJECT, MEMBER);
        call(token).statusCode(200);
        int remembered = rememberedTokens.size();
        for (int place : new int[] {token.length() - 10, token.indexOf('.') + 20}) {
            char other = token.charAt(place) == 'A' ? 'B' : 'A';
            call(token.substring(0, place) + other + token.substring(place + 1)).statusCode(401);
        }
        assertThat(rememberedTokens.size()).isEqualTo(remembered);
    }

    @Test
    void who_calls_is_told_apart_by_the_token_whatever_is_remembered() {
        String other = UUID.randomUUID().toString();
        String first = token(REALM, SERVICE, SUBJECT, MEMBER);
        String second = token(REALM, SERVICE, other, MEMBER);
        for (int round = 0; round < 3; round++) {
            call(first).statusCode(200).body("actor", equalTo(SUBJECT));
            call(second).statusCode(200).body("actor", equalTo(other));
            given().get("/lamps/of/" + MEMBER).then().statusCode(401);
        }
    }

    @Test
    void a_token_for_another_service_is_refused() {
        call(token(REALM, "parasol-pricing", SUBJECT, MEMBER)).statusCode(401);
    }

    @Test
    void a_token_of_another_issuer_is_refused_whatever_its_key() {
        call(token("http://127.0.0.1:8180/realms/parasol", SERVICE, SUBJECT, MEMBER))
                .statusCode(401);
    }

    @Test
    void a_token_that_another_key_has_signed_is_refused() {
        call(forgedToken(SERVICE, SUBJECT, MEMBER)).statusCode(401);
    }

    @Test
    void a_token_that_cannot_be_verified_costs_no_call_to_keycloak() {
        call(token(REALM, SERVICE, SUBJECT, MEMBER)).statusCode(200);
        int before = CountingIdentityServer.CALLS.get();
        for (String garbage : new String[] {
            "garbage", "a.b.c", "x".repeat(2_000), UUID.randomUUID().toString()
        }) {
            call(garbage).statusCode(401);
        }
        call(forgedToken(SERVICE, SUBJECT, MEMBER)).statusCode(401);
        assertThat(CountingIdentityServer.CALLS.get()).isEqualTo(before);
    }

    /** Keys change; so the first token of an unknown key makes the service look, and then none for ten minutes. */
    @Test
    void tokens_of_unknown_keys_make_the_service_look_for_new_keys_once() {
        call(token(REALM, SERVICE, SUBJECT, MEMBER)).statusCode(200);
        int before = CountingIdentityServer.CALLS.get();
        for (int i = 0; i < 20; i++) {
            call(forgedToken("unknown-" + i, SERVICE, SUBJECT, MEMBER)).statusCode(401);
        }
        assertThat(CountingIdentityServer.CALLS.get()).isLessThanOrEqualTo(before + 1);
        call(token(REALM, SERVICE, SUBJECT, MEMBER)).statusCode(200);
    }

    private static int status(String token) {
        return call(token).extract().statusCode();
    }

    private static ValidatableResponse call(String token) {
        return given().auth().oauth2(token).get("/lamps/of/" + MEMBER).then();
    }
}
