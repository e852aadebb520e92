package coop.parasol.portal.mail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import coop.parasol.portal.notice.rules.Recipient;
import coop.parasol.portal.page.Language;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * People with their addresses, asked of Keycloak's administration at the moment when they are needed, by a client that may read
 * people and nothing else. Nothing of them is kept.
 */
@ApplicationScoped
class KeycloakPeople {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration BEFORE_ITS_END = Duration.ofSeconds(20);
    private static final int MAX_PEOPLE = 100;
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

    KeycloakPeople(
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
    static final class UnavailableException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        UnavailableException(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    /**
     * The subjects of everybody who acts for a member or a partner, at most a hundred.
     *
     * @throws UnavailableException if Keycloak is away
     */
    List<String> actingFor(Recipient recipient) {
        String attribute = switch (recipient) {
            case Recipient.Member member -> "member_id:" + member.memberId();
            case Recipient.Partner partner -> "partner_id:" + partner.partnerId();
            case Recipient.Role _, Recipient.Voters _ -> throw new IllegalArgumentException(recipient.toString());
        };
        List<String> subjects = new ArrayList<>();
        get("/users?briefRepresentation=true&max=" + MAX_PEOPLE + "&q="
                        + URLEncoder.encode(attribute, StandardCharsets.UTF_8))
                .ifPresent(people -> people.forEach(person -> {
                    // the account of a partner's own system reads no mail
                    if (!person.path("username").asText().startsWith("service-account-")) {
                        subjects.add(person.path("id").asText());
                    }
                }));
        return subjects;
    }

    /**
     * A person; empty if there is none any more.
     *
     * @throws UnavailableException if Keycloak is away
     */
    Optional<Reader> find(String subject) {
        return get("/users/" + subject)
                .map(person -> new Reader(
                        subject,
                        person.path("enabled").asBoolean(),
                        person.path("email").asText(),
                        id(person, "member_id"),
                        id(person, "partner_id"),
                        Language.of(attribute(person, "locale"))));
    }

    /**
     * Whether a person has a role of the realm.
     *
     * @throws UnavailableException if Keycloak is away
     */
    boolean hasRole(String subject, String role) {
        return get("/users/" + subject + "/role-mappings/realm/composite")
                .map(roles -> {
                    for (JsonNode each : roles) {
                        if (each.path("name").asText().equals(role)) {
                            return true;
                        }
                    }
                    return false;
                })
                .orElse(false);
    }

    private static @Nullable String attribute(JsonNode person, String name) {
        JsonNode value = person.path("attributes").path(name).path(0);
        return value.isMissingNode() ? null : value.asText();
    }

    private static @Nullable UUID id(JsonNode person, String name) {
        String value = attribute(person, name);
        return value == null ? null : UUID.fromString(value);
    }

    private Optional<JsonNode> get(String path) {
        HttpResponse<String> answer = ask(path, accessToken());
        if (answer.statusCode() == UNAUTHORIZED) {
            token = null;
            answer = ask(path, accessToken());
        }
        if (answer.statusCode() == NOT_FOUND) {
            return Optional.empty();
        }
        return Optional.of(read(answer));
    }

    private HttpResponse<String> ask(String path, String accessToken) {
        return send(HttpRequest.newBuilder(URI.create(administration + path))
                .header("Authorization", "Bearer " + accessToken)
                .timeout(PATIENCE)
                .build());
    }

    private String accessToken() {
        Token known = token;
        if (known != null && System.nanoTime() - known.until() < 0) {
            return known.text();
        }
        String form = "grant_type=client_credentials&client_id=" + clientId + "&client_secret="
                + URLEncoder.encode(secret, StandardCharsets.UTF_8);
        JsonNode answer = read(send(HttpRequest.newBuilder(URI.create(realm + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .timeout(PATIENCE)
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
