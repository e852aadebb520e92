package coop.parasol.local.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** Keycloak's token endpoint and the account administration that the demo needs. */
public final class KeycloakClient {

    /**
     * An OAuth 2.0 access token.
     *
     * @param validFor from its issue on
     */
    record Token(String value, Duration validFor) {}

    private final String url;
    private final String adminPassword;
    private final RetryingHttpClient http;

    KeycloakClient(String url, String adminPassword, RetryingHttpClient http) {
        this.url = url;
        this.adminPassword = adminPassword;
        this.http = http;
    }

    /**
     * Signs in with the password grant (RFC 6749, 4.3), which only the demo's client allows.
     *
     * @throws ProblemResponseException if the name or the password is wrong, or the account is disabled
     */
    Token signIn(String realm, String client, String user, String password) {
        String form = Map.of("client_id", client, "grant_type", "password", "username", user, "password", password)
                .entrySet()
                .stream()
                .map(field -> field.getKey() + "=" + ApiUser.encode(field.getValue()))
                .collect(Collectors.joining("&"));
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(url + "/realms/" + realm + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        JsonNode answer = http.send("sign in as " + user, request).body();
        return new Token(
                answer.get("access_token").asText(),
                Duration.ofSeconds(answer.get("expires_in").asLong()));
    }

    /** Whether the account exists; membership creates it shortly after the share is paid. */
    public boolean accountExists(String user) {
        return !find(admin(), user).isEmpty();
    }

    /** Sets a permanent password: nobody reads the mail of the demo's producers. */
    public void setPassword(String user, String password) {
        String token = admin();
        String id = find(token, user).get(0).get("id").asText();
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(url + "/admin/realms/parasol/users/" + id + "/reset-password"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(
                        Json.write(Map.of("type", "password", "value", password, "temporary", false))))
                .build();
        http.send("set the password of " + user, request);
    }

    /** Whether the account exists and is not disabled. */
    public boolean isEnabled(String user) {
        JsonNode found = find(admin(), user);
        return !found.isEmpty() && found.get(0).get("enabled").asBoolean();
    }

    private String admin() {
        return signIn("master", "admin-cli", "admin", adminPassword).value();
    }

    private JsonNode find(String token, String user) {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(url + "/admin/realms/parasol/users?exact=true&username=" + ApiUser.encode(user)))
                .header("Authorization", "Bearer " + token)
                .build();
        return http.send("look for the account of " + user, request).body();
    }
}
