package coop.parasol.membership.login;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** People sign in at the real Keycloak, with the realm that every installation has. */
class SignInIT {

    private static final int OK = 200;
    private static final int GUESSING_AT_ONCE = 8;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void simultaneous_sign_ins_with_a_right_password_all_succeed() {
        List<CompletableFuture<HttpResponse<String>>> answers = IntStream.range(0, 12)
                .mapToObj(_ -> http.sendAsync(SignIn.request("tara", "tara-demo"), BodyHandlers.ofString()))
                .toList();

        assertThat(answers)
                .extracting(answer -> answer.join().statusCode())
                .as("statuses of twelve sign-ins at once")
                .containsOnly(OK);
    }

    @Test
    void wrong_passwords_of_a_stranger_do_not_keep_the_right_one_out_for_long() throws Exception {
        for (int i = 0; i < 60; i++) {
            assertThat(signIn("pavan", "wrong-" + i).statusCode()).isNotEqualTo(OK);
        }
        assertThat(secondsUntilSignedIn("pavan"))
                .as("seconds until the right password is taken")
                .isLessThanOrEqualTo(5);
    }

    @Test
    void a_stranger_who_goes_on_guessing_does_not_shut_a_desk_out() throws Exception {
        AtomicBoolean guessing = new AtomicBoolean(true);
        AtomicInteger wrong = new AtomicInteger();
        try (ExecutorService strangers = Executors.newFixedThreadPool(GUESSING_AT_ONCE)) {
            try {
                for (int i = 0; i < GUESSING_AT_ONCE; i++) {
                    strangers.execute(() -> {
                        while (guessing.get()) {
                            SignIn.withPassword("pavan", "wrong-" + wrong.incrementAndGet());
                        }
                    });
                }
                Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> wrong.get() >= 30);

                assertThat(secondsUntilSignedIn("pavan"))
                        .as("seconds until the right password is taken while others guess")
                        .isLessThanOrEqualTo(45);
            } finally {
                guessing.set(false);
            }
        }
    }

    @Test
    void a_token_names_its_subject_and_each_service_as_audience() throws Exception {
        JsonNode claims = claims(signIn("tara", "tara-demo").body());

        assertThat(claims.path("sub").asText()).matches("[0-9a-f-]{36}");
        assertThat(claims.path("aud"))
                .extracting(JsonNode::asText)
                .contains(
                        "parasol-membership",
                        "parasol-quality",
                        "parasol-pricing",
                        "parasol-production",
                        "parasol-distribution");
    }

    private long secondsUntilSignedIn(String user) {
        long start = System.nanoTime();
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> signIn(user, user + "-demo").statusCode() == OK);
        return Duration.ofNanos(System.nanoTime() - start).toSeconds();
    }

    private HttpResponse<String> signIn(String user, String password) throws IOException, InterruptedException {
        return http.send(SignIn.request(user, password), BodyHandlers.ofString());
    }

    private static JsonNode claims(String answer) throws IOException {
        ObjectMapper json = new ObjectMapper();
        String token = json.readTree(answer).path("access_token").asText();
        return json.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
    }
}
