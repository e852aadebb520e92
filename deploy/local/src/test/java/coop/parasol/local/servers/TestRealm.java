package coop.parasol.local.servers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** A realm of its own at the test servers' Keycloak, made from the files in {@code deploy/keycloak}. */
final class TestRealm implements AutoCloseable {

    static final Path CODE = Path.of("../keycloak");
    static final String ORIGIN = "https://firm.example";
    static final String SECRET = "of-the-membership-client";
    static final String PARTNERS_SECRET = "of-the-distribution-client";
    static final String PORTAL_SECRET = "the-secret-of-the-portal-of-this-test";
    static final String NOTICES_SECRET = "the-secret-that-reads-addresses-in-this-test";
    static final String PASSWORD = "a long enough password";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String URL = System.getenv("PARASOL_TEST_KEYCLOAK");
    private static final String ADMIN = System.getenv("PARASOL_TEST_KEYCLOAK_ADMIN_PASSWORD");

    final String name = "firm-" + UUID.randomUUID();
    final HttpClient http;

    private TestRealm(HttpClient http) {
        this.http = http;
    }

    /** A realm that Keycloak has made empty and an upgrade has filled. */
    static TestRealm create(boolean demo, Optional<MailServer> mailServer) {
        TestRealm realm = new TestRealm(client(InetAddress.getLoopbackAddress()));
        try (KeycloakAdmin master = new KeycloakAdmin(URL, ADMIN, "")) {
            master.post("", JSON.createObjectNode().put("realm", realm.name).put("enabled", true));
        }
        realm.upgrade(demo, mailServer);
        return realm;
    }

    /** A browser of its own, at that address of this machine. */
    static HttpClient client(InetAddress address) {
        return HttpClient.newBuilder()
                .localAddress(address)
                .cookieHandler(new LoopbackCookies())
                .build();
    }

    void upgrade(boolean demo, Optional<MailServer> mailServer) {
        upgrade(demo, mailServer, Map.of());
    }

    /** @param settings of the firm, by environment variable */
    void upgrade(boolean demo, Optional<MailServer> mailServer, Map<String, String> settings) {
        try (KeycloakAdmin admin = admin()) {
            new RealmUpgrade(
                            admin,
                            new RealmUpgrade.Values(
                                    SECRET,
                                    PARTNERS_SECRET,
                                    PORTAL_SECRET,
                                    NOTICES_SECRET,
                                    ORIGIN,
                                    demo,
                                    mailServer,
                                    RealmFirm.of(settings)))
                    .apply(CODE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    KeycloakAdmin admin() {
        return new KeycloakAdmin(URL, ADMIN, name);
    }

    String url(String path) {
        return URL + "/realms/" + name + path;
    }

    /** @return the id of the account */
    String addPerson(String userName, String role) {
        ObjectNode person = JSON.createObjectNode()
                .put("username", userName)
                .put("email", userName.contains("@") ? userName : userName + "@desk.example")
                .put("emailVerified", true)
                .put("firstName", userName)
                .put("lastName", "Rao")
                .put("enabled", true);
        person.putArray("credentials")
                .addObject()
                .put("type", "password")
                .put("value", PASSWORD)
                .put("temporary", false);
        try (KeycloakAdmin admin = admin()) {
            admin.post("/users", person);
            String id = admin.get("/users?exact=true&username=" + encode(userName))
                    .path(0)
                    .path("id")
                    .asText();
            String roles = "/users/" + id + "/role-mappings/realm";
            admin.post(
                    roles,
                    JSON.createArrayNode()
                            .add(Objects.requireNonNull(RealmUpgrade.named(admin.get(roles + "/available"), role))));
            return id;
        }
    }

    /** Where the portal, which does not run, would pass a call on to. */
    static String behind(String address) {
        return address.replace(System.getenv("PARASOL_TEST_ORIGIN"), URL);
    }

    /** Asks the token endpoint. */
    HttpResponse<String> token(Map<String, String> form) {
        return token(http, form);
    }

    HttpResponse<String> token(HttpClient client, Map<String, String> form) {
        return send(client, form(url("/protocol/openid-connect/token"), form));
    }

    HttpResponse<String> token(HttpClient client, String user, String password) {
        return token(
                client,
                Map.of("client_id", "parasol-cli", "grant_type", "password", "username", user, "password", password));
    }

    static HttpRequest form(String address, Map<String, String> fields) {
        return HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(fields.entrySet().stream()
                        .map(field -> field.getKey() + "=" + encode(field.getValue()))
                        .collect(Collectors.joining("&"))))
                .build();
    }

    HttpResponse<String> send(HttpRequest request) {
        return send(http, request);
    }

    static HttpResponse<String> send(HttpClient client, HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static JsonNode json(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The claims of the access token that was answered. */
    static JsonNode claims(HttpResponse<String> answer) {
        String token = json(answer).path("access_token").asText();
        try {
            return JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        try (KeycloakAdmin admin = admin()) {
            admin.delete("");
        }
        http.close();
    }
}
