package coop.parasol.membership.admission;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Whoever applies has no account yet. */
@QuarkusTest
class AnonymousApplicationTest {

    @Test
    void an_application_that_a_stranger_sends_again_with_its_key_is_one() {
        String key = UUID.randomUUID().toString();
        String registration = UUID.randomUUID().toString();

        Response first = apply(key, registration);
        Response second = apply(key, registration);

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.asString()).isEqualTo(first.asString());
    }

    @Test
    void strangers_who_use_the_same_key_do_not_hear_of_one_another() {
        String key = UUID.randomUUID().toString();

        Response first = apply(key, UUID.randomUUID().toString());
        Response second = apply(key, UUID.randomUUID().toString());

        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.jsonPath().getString("memberId"))
                .isNotEqualTo(first.jsonPath().getString("memberId"));
    }

    private static Response apply(String key, String registration) {
        return given().header("Idempotency-Key", key)
                .contentType("application/json")
                .body(
                        "{\"name\": \"W\", \"registrationNumber\": \"%s\", \"kind\": \"BOTH\", \"email\": \"w@example.org\"}"
                                .formatted(registration))
                .post("/applications");
    }
}
