package coop.parasol.membership.admission;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.membership.Desk;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Anybody may apply, but not as often as a machine can. */
@QuarkusTest
@TestProfile(ApplicationRateTest.Strict.class)
class ApplicationRateTest {

    /** Three applications at once and one a minute. */
    public static class Strict implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "parasol.rate-limit.applications.burst", "3",
                    "parasol.rate-limit.applications.per-minute", "1");
        }
    }

    @Test
    void who_applies_too_often_from_one_address_is_told_to_wait() {
        List<Response> answers = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            answers.add(Desk.apply("REG-" + UUID.randomUUID(), UUID.randomUUID() + "@example.org"));
        }

        assertThat(answers).extracting(Response::statusCode).containsExactly(201, 201, 201, 429, 429);
        assertThat(answers.getLast().jsonPath().getString("code")).isEqualTo("too-many-requests");
        assertThat(Integer.parseInt(answers.getLast().getHeader("Retry-After"))).isBetween(1, 120);
    }
}
