package coop.parasol.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/**
 * The endpoints of OpenID Connect that a service may call, which count the calls: that a service does not call Keycloak
 * cannot be seen at a real one.
 */
public final class CountingIdentityServer implements QuarkusTestResourceLifecycleManager {

    static final String ORIGIN = "https://parasol.example";
    static final AtomicInteger CALLS = new AtomicInteger();

    private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);
    private static final RsaJsonWebKey KEY = key("realm");
    private static final RsaJsonWebKey NEXT_KEY = key("next");
    private static final RsaJsonWebKey FORGERS_KEY = key("realm");
    private static volatile RsaJsonWebKey present = KEY;

    private @Nullable HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        present = KEY;
        String address = "http://127.0.0.1:" + server.getAddress().getPort();
        String realm = address + "/realms/parasol";
        server.createContext("/", exchange -> counted(exchange, """
                        {"issuer": "%s/realms/parasol", "jwks_uri": "%s/keys", "token_endpoint": "%s/token",
                         "introspection_endpoint": "%s/introspect", "userinfo_endpoint": "%s/userinfo"}
                        """.formatted(ORIGIN, realm, realm, realm, realm)));
        server.createContext(
                "/realms/parasol/keys",
                exchange -> counted(
                        exchange, "{\"keys\": [" + present.toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY) + "]}"));
        server.createContext("/realms/parasol/introspect", exchange -> counted(exchange, "{\"active\": false}"));
        server.start();
        return Map.of("quarkus.oidc.auth-server-url", realm, "parasol.public-origin", ORIGIN);
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop(0);
        }
    }

    /** A token of the realm's key. */
    static String token(String issuer, String audience, String subject, UUID memberId) {
        return tokenFor(FIVE_MINUTES, issuer, audience, subject, memberId);
    }

    /** A token of the realm's key that ends after that time. */
    static String tokenFor(Duration time, String issuer, String audience, String subject, UUID memberId) {
        return token(time, KEY, "realm", issuer, audience, subject, memberId);
    }

    /** The realm withdraws its key and has another from now on. */
    static void exchangeKey() {
        present = NEXT_KEY;
    }

    /** A token of the key that takes the place of the realm's first. */
    static String tokenOfNextKey(String issuer, String audience, String subject, UUID memberId) {
        return token(FIVE_MINUTES, NEXT_KEY, "next", issuer, audience, subject, memberId);
    }

    /** A token of another key that bears the realm's key id. */
    static String forgedToken(String audience, String subject, UUID memberId) {
        return forgedToken("realm", audience, subject, memberId);
    }

    /** A token of a key that the realm does not have. */
    static String forgedToken(String keyId, String audience, String subject, UUID memberId) {
        return token(FIVE_MINUTES, FORGERS_KEY, keyId, ORIGIN + "/realms/parasol", audience, subject, memberId);
    }

    private static String token(
            Duration time,
            RsaJsonWebKey key,
            String keyId,
            String issuer,
            String audience,
            String subject,
            UUID memberId) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(issuer);
        claims.setAudience(audience);
        claims.setSubject(subject);
        claims.setExpirationTime(
                NumericDate.fromSeconds(Instant.now().plus(time).getEpochSecond()));
        claims.setIssuedAtToNow();
        claims.setStringClaim("preferred_username", "asha@example.org");
        claims.setStringClaim("member_id", memberId.toString());
        claims.setClaim("realm_access", Map.of("roles", List.of("producer")));
        JsonWebSignature token = new JsonWebSignature();
        token.setPayload(claims.toJson());
        token.setKey(key.getPrivateKey());
        token.setKeyIdHeaderValue(keyId);
        token.setAlgorithmHeaderValue("RS256");
        try {
            return token.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RsaJsonWebKey key(String keyId) {
        try {
            RsaJsonWebKey key = RsaJwkGenerator.generateJwk(2048);
            key.setKeyId(keyId);
            key.setAlgorithm("RS256");
            key.setUse("sig");
            return key;
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void counted(HttpExchange exchange, String json) throws IOException {
        CALLS.incrementAndGet();
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
