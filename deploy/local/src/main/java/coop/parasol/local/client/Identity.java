package coop.parasol.local.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** Keycloak: signs people in, and, for the demo, gives producers a password that can be told. */
public final class Identity {

    /** An access token and how long it lasts. */
    record Token(String value, Duration lasts) {}

    private final String url;
    private final String adminPassword;
    private final Wire wire;

    Identity(String url, String adminPassword, Wire wire) {
        this.url = url;
        this.adminPassword = adminPassword;
        this.wire = wire;
    }

    /** @throws Refusal if the name or the password is wrong, or the account disabled */
    Token signIn(String realm, String client, String user, String password) {
        String form = Map.of("client_id", client, "grant_type", "password", "username", user, "password", password)
                .entrySet()
                .stream()
                .map(field -> field.getKey() + "=" + Person.encode(field.getValue()))
                .collect(Collectors.joining("&"));
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(url + "/realms/" + realm + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        JsonNode answer = wire.send("sign in as " + user, request).body();
        return new Token(
                answer.get("access_token").asText(),
                Duration.ofSeconds(answer.get("expires_in").asLong()));
    }

    /** Whether the account is there; membership makes it a moment after the buy-in. */
    public boolean knows(String user) {
        return !find(admin(), user).isEmpty();
    }

    /** Sets a password that lasts: in the demo nobody reads the producer's mail. */
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
        wire.send("set the password of " + user, request);
    }

    /** Whether the account can be used. */
    public boolean enabled(String user) {
        JsonNode found = find(admin(), user);
        return !found.isEmpty() && found.get(0).get("enabled").asBoolean();
    }

    private String admin() {
        return signIn("master", "admin-cli", "admin", adminPassword).value();
    }

    private JsonNode find(String token, String user) {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(url + "/admin/realms/parasol/users?exact=true&username=" + Person.encode(user)))
                .header("Authorization", "Bearer " + token)
                .build();
        return wire.send("look for the account of " + user, request).body();
    }
}
