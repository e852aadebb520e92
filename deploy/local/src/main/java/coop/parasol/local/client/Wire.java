package coop.parasol.local.client;

import com.fasterxml.jackson.databind.JsonNode;
import coop.parasol.local.servers.Trouble;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Sends requests and is patient with whoever is away: a request that was not answered is sent again, unchanged, until
 * somebody answers or the patience is over.
 */
final class Wire {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(60);
    private static final Set<Integer> AWAY = Set.of(502, 503, 504);
    private static final int SUCCESS = 2;
    private static final long LONGEST_PAUSE_MILLIS = 10_000;

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final Consumer<String> notice;

    /** @param notice is told when somebody is away and when it is back */
    Wire(Consumer<String> notice) {
        this.notice = notice;
    }

    /** @throws Refusal unless the answer is a success; {@link Trouble} if none comes */
    Answer send(String call, HttpRequest request) {
        HttpResponse<String> response = patiently(call, request);
        JsonNode body = Json.read(response.body());
        if (response.statusCode() / 100 != SUCCESS) {
            throw new Refusal(call, response.statusCode(), body);
        }
        return new Answer(
                body, response.headers().firstValue("Idempotency-Replayed").isPresent());
    }

    private HttpResponse<String> patiently(String call, HttpRequest request) {
        HttpRequest bounded = HttpRequest.newBuilder(request, (name, value) -> true)
                .timeout(ANSWER_WITHIN)
                .build();
        long end = System.nanoTime() + PATIENCE.toNanos();
        for (int attempt = 0; ; attempt++) {
            String reason;
            long pauseMillis = Math.min(2_000, 100L << Math.min(attempt, 5));
            try {
                HttpResponse<String> response = client.send(bounded, BodyHandlers.ofString());
                if (!AWAY.contains(response.statusCode())) {
                    if (attempt > 0) {
                        notice.accept(request.uri().getAuthority() + " answers again");
                    }
                    return response;
                }
                reason = "it answers " + response.statusCode() + " " + response.body();
                pauseMillis = Math.max(pauseMillis, retryAfterMillis(response));
            } catch (IOException e) {
                reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new Trouble("interrupted", e);
            }
            if (System.nanoTime() > end) {
                throw new Trouble("Nobody answered \"" + call + "\" (" + reason + ").\n"
                        + "What to do: ./parasol status says what runs; ./parasol up starts what does not.");
            }
            if (attempt == 0) {
                notice.accept(request.uri().getAuthority() + " does not answer; asking again");
            }
            pause(pauseMillis);
        }
    }

    /** What the service asks for in seconds, as far as a person at a terminal waits without a word. */
    private static long retryAfterMillis(HttpResponse<?> response) {
        return response.headers()
                .firstValue("Retry-After")
                .filter(value -> value.matches("\\d{1,4}"))
                .map(value -> Math.min(LONGEST_PAUSE_MILLIS, Long.parseLong(value) * 1_000))
                .orElse(0L);
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Trouble("interrupted", e);
        }
    }
}
