package coop.parasol.local.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import coop.parasol.local.servers.OperatorException;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Sends HTTP requests and repeats one, unchanged, while the service cannot be reached or answers 502, 503 or 504; gives
 * up after three minutes.
 */
final class RetryingHttpClient {

    private static final Duration MAX_WAIT = Duration.ofMinutes(3);
    private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(60);
    private static final Set<Integer> RETRYABLE_STATUS = Set.of(502, 503, 504);
    private static final int SUCCESS_CLASS = 2;
    private static final long MAX_PAUSE_MILLIS = 10_000;

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final Consumer<String> notice;

    /** @param notice receives a line when a service stops responding and when it responds again */
    RetryingHttpClient(Consumer<String> notice) {
        this.notice = notice;
    }

    /**
     * Sends the request.
     *
     * @param call what is called, for messages
     * @throws ProblemResponseException if the response is an error
     * @throws OperatorException if there is no response in time
     */
    RestResponse send(String call, HttpRequest request) {
        HttpResponse<String> response = sendWithRetries(call, request);
        boolean table = response.headers().firstValue("Content-Type").orElse("").startsWith("text/csv");
        JsonNode body = table ? TextNode.valueOf(response.body()) : Json.read(response.body());
        if (response.statusCode() / 100 != SUCCESS_CLASS) {
            throw new ProblemResponseException(call, response.statusCode(), body);
        }
        return new RestResponse(
                body, response.headers().firstValue("Idempotency-Replayed").isPresent());
    }

    private HttpResponse<String> sendWithRetries(String call, HttpRequest request) {
        HttpRequest bounded = HttpRequest.newBuilder(request, (name, value) -> true)
                .timeout(REQUEST_TIMEOUT)
                .build();
        long end = System.nanoTime() + MAX_WAIT.toNanos();
        for (int attempt = 0; ; attempt++) {
            String reason;
            long pauseMillis = Math.min(2_000, 100L << Math.min(attempt, 5));
            try {
                HttpResponse<String> response = client.send(bounded, BodyHandlers.ofString());
                if (!RETRYABLE_STATUS.contains(response.statusCode())) {
                    if (attempt > 0) {
                        notice.accept(request.uri().getAuthority() + " responds again");
                    }
                    return response;
                }
                reason = "status " + response.statusCode() + " " + response.body();
                pauseMillis = Math.max(pauseMillis, retryAfterMillis(response));
            } catch (IOException e) {
                reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new OperatorException("Interrupted while waiting for a response.", e);
            }
            if (System.nanoTime() > end) {
                throw new OperatorException(
                        "No response to \"" + call + "\" within " + MAX_WAIT.toSeconds() + " s (" + reason + ").\n"
                                + "What to do: look at ./parasol status; ./parasol up starts what does not run.");
            }
            if (attempt == 0) {
                notice.accept(request.uri().getAuthority() + " does not respond; retrying");
            }
            pause(pauseMillis);
        }
    }

    /** The service's Retry-After in milliseconds, at most ten seconds. */
    private static long retryAfterMillis(HttpResponse<?> response) {
        return response.headers()
                .firstValue("Retry-After")
                .filter(value -> value.matches("\\d{1,4}"))
                .map(value -> Math.min(MAX_PAUSE_MILLIS, Long.parseLong(value) * 1_000))
                .orElse(0L);
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OperatorException("Interrupted while waiting for a response.", e);
        }
    }
}
