package coop.parasol.local.servers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Keycloak's administration of a realm, on loopback. Paths are below the realm. Signed in once for a minute, which is longer
 * than an upgrade takes.
 */
final class KeycloakAdmin implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final int FIRST_ERROR = 300;

    private final HttpClient http = HttpClient.newHttpClient();
    private final String url;
    private final String realm;
    private final String token;

    /** @throws OperatorException if the password is not the administrator's */
    KeycloakAdmin(String url, String password) {
        this(url, password, "parasol");
    }

    /** @param realm its name; empty for the list of realms */
    KeycloakAdmin(String url, String password, String realm) {
        this.url = url;
        this.realm = realm;
        String form = "client_id=admin-cli&grant_type=password&username=admin&password="
                + URLEncoder.encode(password, StandardCharsets.UTF_8);
        HttpRequest signIn = HttpRequest.newBuilder(URI.create(url + "/realms/master/protocol/openid-connect/token"))
                .timeout(TIMEOUT)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        this.token = send(signIn).path("access_token").asText();
    }

    JsonNode get(String path) {
        return call("GET", path, null);
    }

    void put(String path, JsonNode body) {
        call("PUT", path, body);
    }

    void post(String path, JsonNode body) {
        call("POST", path, body);
    }

    /** The id of the client of this name; empty if there is none. */
    String clientId(String name) {
        return get("/clients?clientId=" + name).path(0).path("id").asText();
    }

    JsonNode postForAnswer(String path, JsonNode body) {
        return call("POST", path, body);
    }

    void delete(String path) {
        call("DELETE", path, null);
    }

    void delete(String path, JsonNode body) {
        call("DELETE", path, body);
    }

    private JsonNode call(String method, String path, @Nullable JsonNode body) {
        return send(HttpRequest.newBuilder(
                        URI.create(url + "/admin/realms" + (realm.isEmpty() ? "" : "/" + realm) + path))
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString()))
                .build());
    }

    private JsonNode send(HttpRequest request) {
        try {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() >= FIRST_ERROR) {
                throw new OperatorException("Keycloak refused " + request.method() + " "
                        + request.uri().getPath() + " (" + answer.statusCode() + "): " + answer.body()
                        + "\nWhat to do: compare keycloak.admin in secrets.properties with the password of admin.");
            }
            return answer.body().isEmpty() ? MissingNode.getInstance() : JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OperatorException("Interrupted while Keycloak was being configured.", e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
