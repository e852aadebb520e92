package coop.parasol.local.client;

import com.fasterxml.jackson.databind.JsonNode;
import coop.parasol.local.servers.OperatorException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Keycloak's token endpoint and the account administration that the demo needs. */
public final class KeycloakClient {

    /**
     * An OAuth 2.0 access token.
     *
     * @param validFor from its issue on
     */
    record Token(String value, Duration validFor) {}

    private static final String CLI = "parasol-cli";
    private static final String DEVICE = "urn:ietf:params:oauth:grant-type:device_code";

    private final String url;
    private final RetryingHttpClient http;
    private final LoginSession administrator;

    KeycloakClient(String url, String adminPassword, RetryingHttpClient http) {
        this.url = url;
        this.http = http;
        this.administrator = new LoginSession(() -> signIn("master", "admin-cli", "admin", adminPassword));
    }

    /**
     * Signs in with the password grant (RFC 6749, 4.3), which only the demo's client allows.
     *
     * @throws ProblemResponseException if the name or the password is wrong, or the account is disabled
     */
    Token signIn(String realm, String client, String user, String password) {
        return token(http.send(
                        "sign in as " + user,
                        form(
                                realm,
                                "token",
                                Map.of(
                                        "client_id",
                                        client,
                                        "grant_type",
                                        "password",
                                        "username",
                                        user,
                                        "password",
                                        password)))
                .body());
    }

    /**
     * Lets a person sign in with a browser, on this machine or another (device authorization grant, RFC 8628). Waits until
     * that has happened.
     *
     * @param show prints where to go and with which code
     * @throws OperatorException if nobody signs in while the code is valid, or who does refuses
     */
    Token signInByBrowser(Consumer<String> show) {
        JsonNode started = http.send(
                        "begin a sign-in with a browser", form("parasol", "auth/device", Map.of("client_id", CLI)))
                .body();
        show.accept("Sign in at " + started.get("verification_uri_complete").asText() + " and compare the code "
                + started.get("user_code").asText() + ".");
        Map<String, String> asked = Map.of(
                "client_id",
                CLI,
                "grant_type",
                DEVICE,
                "device_code",
                started.get("device_code").asText());
        Duration pause = Duration.ofSeconds(started.path("interval").asLong(5));
        long end = System.nanoTime()
                + Duration.ofSeconds(started.get("expires_in").asLong()).toNanos();
        while (System.nanoTime() < end) {
            sleep(pause);
            try {
                return token(http.send("sign in with a browser", form("parasol", "token", asked))
                        .body());
            } catch (ProblemResponseException refusal) {
                switch (refusal.problem().path("error").asText()) {
                    case "authorization_pending" -> {}
                    case "slow_down" -> pause = pause.plusSeconds(5);
                    default ->
                        throw new OperatorException(
                                "The sign-in was refused.\nWhat to do: repeat the command and agree in the browser.",
                                refusal);
                }
            }
        }
        throw new OperatorException("Nobody has signed in while the code was valid."
                + "\nWhat to do: repeat the command and open the address that it prints.");
    }

    private static void sleep(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OperatorException("Interrupted while waiting for a sign-in.", e);
        }
    }

    private HttpRequest form(String realm, String endpoint, Map<String, String> fields) {
        return HttpRequest.newBuilder(URI.create(url + "/realms/" + realm + "/protocol/openid-connect/" + endpoint))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(fields.entrySet().stream()
                        .map(field -> field.getKey() + "=" + ApiUser.encode(field.getValue()))
                        .collect(Collectors.joining("&"))))
                .build();
    }

    private static Token token(JsonNode answer) {
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
        return administrator.token();
    }

    private JsonNode find(String token, String user) {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(url + "/admin/realms/parasol/users?exact=true&username=" + ApiUser.encode(user)))
                .header("Authorization", "Bearer " + token)
                .build();
        return http.send("look for the account of " + user, request).body();
    }
}
