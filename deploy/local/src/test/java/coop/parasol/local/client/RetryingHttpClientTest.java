package coop.parasol.local.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A request is repeated unchanged while the service is unavailable. */
class RetryingHttpClientTest {

    private final List<String> received = new CopyOnWriteArrayList<>();
    private final List<String> notices = new CopyOnWriteArrayList<>();
    private HttpServer server;

    RetryingHttpClientTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void a_request_is_repeated_with_the_same_key_and_body_while_the_database_is_unavailable() {
        answer(
                new Given(503, "{\"code\":\"database-unavailable\"}", Map.of("Retry-After", "1")),
                new Given(503, "{\"code\":\"database-unavailable\"}", Map.of("Retry-After", "0")),
                new Given(201, "{\"state\":\"ACCEPTED\"}", Map.of()));
        long begin = System.nanoTime();

        RestResponse answer = send();

        assertThat(answer.body().path("state").asText()).isEqualTo("ACCEPTED");
        assertThat(answer.replayed()).isFalse();
        assertThat(received).hasSize(3).containsOnly("k-1 {\"a\":1}");
        assertThat(System.nanoTime() - begin).as("waits as long as asked").isGreaterThan(1_000_000_000L);
        assertThat(notices).hasSize(2);
    }

    @Test
    void a_repeated_response_is_marked_as_replayed() {
        answer(new Given(201, "{}", Map.of("Idempotency-Replayed", "true")));

        assertThat(send().replayed()).isTrue();
    }

    @Test
    void a_refused_request_is_not_repeated() {
        answer(new Given(422, "{\"code\":\"unknown-partner\"}", Map.of()));

        ProblemResponseException refusal = catchThrowableOfType(ProblemResponseException.class, this::send);

        assertThat(refusal.code()).isEqualTo("unknown-partner");
        assertThat(received).hasSize(1);
    }

    private record Given(int status, String body, Map<String, String> headers) {}

    private void answer(Given... answers) {
        server.createContext("/", exchange -> {
            Given answer = answers[received.size()];
            received.add(exchange.getRequestHeaders().getFirst("Idempotency-Key") + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            answer.headers().forEach(exchange.getResponseHeaders()::set);
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }

    private RestResponse send() {
        URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/orders");
        return new RetryingHttpClient(notices::add)
                .send(
                        "POST orders",
                        HttpRequest.newBuilder(address)
                                .header("Idempotency-Key", "k-1")
                                .POST(BodyPublishers.ofString("{\"a\":1}"))
                                .build());
    }
}
