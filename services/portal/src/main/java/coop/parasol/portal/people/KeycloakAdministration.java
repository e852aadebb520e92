package coop.parasol.portal.people;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Keycloak's administration of people, asked by a client that may read them and nothing else. */
@ApplicationScoped
public class KeycloakAdministration {

    private static final Duration BEFORE_ITS_END = Duration.ofSeconds(20);
    private static final int UNAUTHORIZED = 401;
    private static final int NOT_FOUND = 404;
    private static final int FIRST_ERROR = 300;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(3)).build();
    private final ObjectMapper json;
    private final String realm;
    private final String administration;
    private final String clientId;
    private final String secret;
    private volatile @Nullable Token token;

    KeycloakAdministration(
            ObjectMapper json,
            @ConfigProperty(name = "parasol.keycloak") String keycloak,
            @ConfigProperty(name = "parasol.notice.client-id") String clientId,
            @ConfigProperty(name = "parasol.notice.client-secret") Optional<String> secret) {
        this.json = json;
        this.realm = keycloak + "/realms/parasol";
        this.administration = keycloak + "/admin/realms/parasol";
        this.clientId = clientId;
        this.secret = secret.orElse("");
    }

    private record Token(String text, long until) {}

    /** Keycloak is away, or does not let the portal ask: it is asked again later. */
    public static final class UnavailableException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        UnavailableException(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    /**
     * What Keycloak knows at a path of its administration; empty if there is nothing.
     *
     * @param patience how long each of its answers is waited for
     * @throws UnavailableException if Keycloak is away
     */
    public Optional<JsonNode> get(String path, Duration patience) {
        HttpResponse<String> answer = ask(path, accessToken(patience), patience);
        if (answer.statusCode() == UNAUTHORIZED) {
            token = null;
            answer = ask(path, accessToken(patience), patience);
        }
        if (answer.statusCode() == NOT_FOUND) {
            return Optional.empty();
        }
        return Optional.of(read(answer));
    }

    private HttpResponse<String> ask(String path, String accessToken, Duration patience) {
        return send(HttpRequest.newBuilder(URI.create(administration + path))
                .header("Authorization", "Bearer " + accessToken)
                .timeout(patience)
                .build());
    }

    private String accessToken(Duration patience) {
        Token known = token;
        if (known != null && System.nanoTime() - known.until() < 0) {
            return known.text();
        }
        String form = "grant_type=client_credentials&client_id=" + clientId + "&client_secret="
                + URLEncoder.encode(secret, StandardCharsets.UTF_8);
        JsonNode answer = read(send(HttpRequest.newBuilder(URI.create(realm + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .timeout(patience)
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build()));
        Duration lasts = Duration.ofSeconds(answer.path("expires_in").asLong()).minus(BEFORE_ITS_END);
        Token fresh = new Token(answer.path("access_token").asText(), System.nanoTime() + lasts.toNanos());
        token = fresh;
        return fresh.text();
    }

    private JsonNode read(HttpResponse<String> answer) {
        if (answer.statusCode() >= FIRST_ERROR) {
            throw new UnavailableException("Keycloak answers " + answer.statusCode(), null);
        }
        try {
            return json.readTree(answer.body());
        } catch (IOException e) {
            throw new UnavailableException("Keycloak's answer cannot be read", e);
        }
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UnavailableException("Keycloak does not answer: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnavailableException("interrupted", e);
        }
    }

    @PreDestroy
    void close() {
        http.close();
    }
}
