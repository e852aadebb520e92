package coop.parasol.quality.certificate;

import static coop.parasol.quality.certificate.VerificationFlowIT.text;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.contracts.QualityEvent.BatchCertified;
import coop.parasol.quality.CertifiedBatches;
import coop.parasol.quality.TestDatabase;
import coop.parasol.testing.Events;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.JsonWebSignature;
import org.junit.jupiter.api.Test;

/** Attacks on the public pages by numbers, contents and many requests. */
@QuarkusTest
@TestSecurity(
        user = "arun",
        roles = {"auditor", "quality-desk"})
@OidcSecurity(claims = @Claim(key = "auditor_id", value = CertifiedBatches.AUDITOR_ID))
class HostileVerificationIT {

    @Inject
    Events events;

    @Inject
    SigningKeys signingKeys;

    @Test
    void a_hostile_number_is_answered_as_unknown() throws Exception {
        HttpClient client = HttpClient.newBuilder()
                .localAddress(InetAddress.getByName("127.0.0.78"))
                .build();
        for (String number : List.of(
                "%00",
                "%FF%FE",
                "%0D%0ASet-Cookie:%20x=1",
                "%27%20or%201=1--",
                "%3Cscript%3Ealert(1)%3C%2Fscript%3E",
                "..%2F..%2Fq%2Fopenapi",
                "%E2%80%AE0000-0000-0000-0000-0000",
                "0000-0000-0000-0000-000%C3%9F",
                "%7B7*7%7D",
                "0".repeat(3000),
                "-".repeat(3000))) {
            for (String accept : List.of("application/json", "text/html", "application/jose")) {
                HttpResponse<String> answer = client.send(
                        HttpRequest.newBuilder(
                                        URI.create("http://127.0.0.1:" + RestAssured.port + "/certificates/" + number))
                                .header("Accept", accept)
                                .build(),
                        HttpResponse.BodyHandlers.ofString());

                assertThat(answer.statusCode()).as(number + " " + accept).isBetween(400, 499);
                assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
                assertThat(answer.body()).doesNotContain("<script");
            }
        }
    }

    @Test
    void markup_and_control_characters_in_a_lot_are_text_on_the_page_and_in_prints() throws Exception {
        BatchCertified batch = new CertifiedBatches(events).batch();
        String path = "/certificates/" + batch.certificateNumber();
        String lot = "\"><img src=x onerror=alert(1)>\u0007{7*7}{certificate.jws}&amp;'";
        TestDatabase.sql("alter table certificate disable trigger certificate_transition_is_allowed");
        try {
            TestDatabase.sql("update certificate set lot = :p2 where number = :p1", batch.certificateNumber(), lot);
        } finally {
            TestDatabase.sql("alter table certificate enable trigger certificate_transition_is_allowed");
        }

        String html = given().accept("text/html")
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .asString();

        assertThat(html)
                .doesNotContain("<img src=x")
                .contains("&lt;img src=x onerror=alert(1)&gt;")
                .contains("{7*7}{certificate.jws}&amp;amp;");
        assertThat(text(given().get(path + "/print"))).contains("<img src=x onerror=alert(1)>", "{7*7}");
        assertThat(text(given().get(path + "/labels?count=1")).replaceAll("\\s+", " "))
                .as("broken over lines")
                .contains("<img src=x");
    }

    @Test
    void a_client_that_asks_too_often_is_told_when_to_ask_again() throws Exception {
        HttpClient client = HttpClient.newBuilder()
                .localAddress(InetAddress.getByName("127.0.0.77"))
                .build();
        HttpResponse<String> answer = client.send(asking(0), HttpResponse.BodyHandlers.ofString());
        for (int i = 1; i < 200 && answer.statusCode() == 404; i++) {
            answer = client.send(asking(i), HttpResponse.BodyHandlers.ofString());
        }

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValueAsLong("Retry-After").orElseThrow())
                .isBetween(1L, 60L);
        assertThat(JsonPath.from(answer.body()).getString("code")).isEqualTo("too-many-requests");
        assertThat(given().get("/certificates/no-such-number").statusCode())
                .as("another client is served")
                .isEqualTo(404);
    }

    @Test
    void a_browser_that_asks_too_often_sees_a_page() throws Exception {
        HttpClient browser = HttpClient.newBuilder()
                .localAddress(InetAddress.getByName("127.0.0.78"))
                .build();
        HttpRequest asking = HttpRequest.newBuilder(asking(0).uri())
                .header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8")
                .build();
        HttpResponse<String> answer = browser.send(asking, HttpResponse.BodyHandlers.ofString());
        for (int i = 1; i < 200 && answer.statusCode() == 404; i++) {
            answer = browser.send(asking, HttpResponse.BodyHandlers.ofString());
        }

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/html;charset=utf-8");
        assertThat(answer.headers().firstValueAsLong("Retry-After").orElseThrow())
                .isBetween(1L, 60L);
        assertThat(answer.body()).startsWith("<!DOCTYPE html>").contains("Try again in ");
    }

    @Test
    void a_certificate_is_signed_by_a_published_key_however_often_keys_are_changed_meanwhile() throws Exception {
        CertifiedBatches certified = new CertifiedBatches(events);
        AtomicBoolean more = new AtomicBoolean(true);
        try (ExecutorService other = Executors.newSingleThreadExecutor()) {
            Future<Integer> rotations = other.submit(() -> {
                int changed = 0;
                while (more.get()) {
                    QuarkusTransaction.requiringNew().run(() -> signingKeys.rotate("test"));
                    changed++;
                }
                return changed;
            });
            try {
                for (int i = 0; i < 8; i++) {
                    BatchCertified batch = certified.batch();
                    String jws = given().accept("application/jose")
                            .get("/certificates/" + batch.certificateNumber())
                            .asString();
                    JsonWebSignature signature = new JsonWebSignature();
                    signature.setCompactSerialization(jws);
                    signature.setKey(new JsonWebKeySet(
                                    given().get("/.well-known/jwks.json").asString())
                            .findJsonWebKey(signature.getKeyIdHeaderValue(), "OKP", "sig", "EdDSA")
                            .getKey());

                    assertThat(signature.verifySignature()).isTrue();
                }
            } finally {
                more.set(false);
            }
            assertThat(rotations.get()).isGreaterThan(1);
        }
        assertThat(TestDatabase.count("signing_key where retired_at is null")).isEqualTo(1);
    }

    /** Says each time that it asks for somebody else. */
    private static HttpRequest asking(int client) {
        String address = "198.51.100." + client;
        return HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + RestAssured.port + "/certificates/no-such-number"))
                .header("X-Forwarded-For", address)
                .header("X-Real-IP", address)
                .header("Forwarded", "for=" + address)
                .build();
    }
}
