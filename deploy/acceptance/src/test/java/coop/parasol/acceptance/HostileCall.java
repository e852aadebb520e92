package coop.parasol.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import coop.parasol.acceptance.Constitution.Endpoint;
import coop.parasol.acceptance.Constitution.Right;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** A call of an authorised caller who sends what no endpoint takes; headers and body go out exactly as they are given. */
final class HostileCall {

    private static final RunningSystem SYSTEM = RunningSystem.afterASeason();
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Calls that have many items, each of which is answered by itself. */
    private static final Set<String> ITEM_BY_ITEM =
            Set.of("production POST /batches/bulk", "distribution POST /forecasts");

    private final Endpoint endpoint;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private String query = "";
    private byte[] body = new byte[0];

    HostileCall(Endpoint endpoint) {
        this.endpoint = endpoint;
        headers.put("If-Match", "*");
    }

    /** What came back; the problem is empty if the answer is none. */
    record Answer(Endpoint endpoint, String call, int status, String contentType, String text) {

        /** Where a call has many items, each is answered by itself: the answer to the only one, if it is refused. */
        Answer ofOnlyItem() {
            if (status != 200 || !ITEM_BY_ITEM.contains(endpoint.toString())) {
                return this;
            }
            JsonPath items = JsonPath.from(text);
            return items.getList("").size() == 1 && items.get("[0].problem") != null
                    ? new Answer(
                            endpoint,
                            call,
                            items.getInt("[0].status"),
                            "application/problem+json",
                            JSON.valueToTree(items.getMap("[0].problem")).toString())
                    : this;
        }

        String code() {
            return String.valueOf(problem().getString("code"));
        }

        String field() {
            String field = problem().getString("field");
            return field == null ? "" : field;
        }

        private JsonPath problem() {
            return JsonPath.from(text);
        }

        /** Whatever is refused is refused with a problem document that has a code, which OpenAPI names. */
        Answer assertAnsweredWell() {
            assertThat(status).as(call + " -> " + text).isLessThan(500);
            if (status >= 400) {
                assertThat(contentType).as(call).isEqualTo("application/problem+json");
                assertThat(DescribedProblems.of(endpoint, status))
                        .as("codes of " + status + " in contracts/openapi; " + call + " -> " + text)
                        .contains(code());
            }
            return this;
        }

        /** It is refused, and the problem names the code and the field. */
        void assertRefused(int expectedStatus, String expectedCode) {
            assertAnsweredWell();
            assertThat(status).as(call + " -> " + text).isEqualTo(expectedStatus);
            assertThat(code()).as(call + " -> " + text).isEqualTo(expectedCode);
            assertThat(field()).as(call + " -> " + text).isNotBlank();
        }

        /** It is refused for whatever reason; what is wrong with a field names the field. */
        void assertRefused() {
            assertAnsweredWell();
            assertThat(status).as(call + " -> " + text).isBetween(400, 499);
            if (status == 400 || status == 422) {
                assertThat(field()).as(call + " -> " + text).isNotBlank();
            }
        }
    }

    HostileCall with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    HostileCall without(String header) {
        headers.remove(header);
        return this;
    }

    HostileCall query(String parameters) {
        query = "?" + parameters;
        return this;
    }

    HostileCall json(String text) {
        return with("Content-Type", "application/json").body(text.getBytes(StandardCharsets.UTF_8));
    }

    HostileCall body(byte[] bytes) {
        body = bytes;
        return this;
    }

    Answer send() {
        return send(address());
    }

    /** With every id of the path replaced by one text. */
    Answer send(String id) {
        return send(URI.create(SYSTEM.url(endpoint.service()) + endpoint.path().replaceAll("\\{\\w+}", id) + query));
    }

    private Answer send(URI address) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .expectContinue(body.length > 1_000_000)
                .header("Authorization", "Bearer " + SYSTEM.token(role()))
                .method(
                        endpoint.method(),
                        body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        String call = endpoint + query + " " + headers + " <- "
                + new String(body, 0, Math.min(300, body.length), StandardCharsets.UTF_8);
        try {
            HttpResponse<String> answer = CLIENT.send(request.build(), BodyHandlers.ofString());
            return new Answer(
                            endpoint,
                            call,
                            answer.statusCode(),
                            answer.headers().firstValue("Content-Type").orElse(""),
                            answer.body())
                    .ofOnlyItem();
        } catch (IOException e) {
            throw new UncheckedIOException(call, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The address of the endpoint, with ids that name nothing. */
    private URI address() {
        return URI.create(SYSTEM.url(endpoint.service())
                + endpoint.path()
                        .replace("{product}", "HOSTILE")
                        .replace("{period}", "2026-W48")
                        .replace("{year}", "2026")
                        .replace("{day}", "2026-11-28")
                        .replace("{entry}", "999999999")
                        .replace("{line}", "1")
                        .replace("{version}", "999999999")
                        .replace("{account}", "NO_SUCH_ACCOUNT")
                        .replaceAll("\\{\\w+}", UUID.randomUUID().toString())
                + query);
    }

    private String role() {
        return Constitution.ROLES.stream()
                .filter(each -> endpoint.right(each) != Right.NONE)
                .findFirst()
                .orElseThrow();
    }
}
