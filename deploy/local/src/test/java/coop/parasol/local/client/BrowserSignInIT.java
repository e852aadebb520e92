package coop.parasol.local.client;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.local.servers.LoopbackCookies;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** A person at a terminal signs in with a browser, at the real Keycloak (device authorization grant, RFC 8628). */
@EnabledIfEnvironmentVariable(named = "PARASOL_TEST_KEYCLOAK", matches = ".+")
class BrowserSignInIT {

    private static final String URL = System.getenv("PARASOL_TEST_KEYCLOAK");
    private static final String ORIGIN = System.getenv("PARASOL_TEST_ORIGIN");
    private static final int MAX_REDIRECTIONS = 10;
    private static final Pattern FORM = Pattern.compile("<form[^>]*action=\"([^\"]+)\"");
    private static final Pattern CONSENT = Pattern.compile("name=\"code\" value=\"([^\"]+)\"");

    private final HttpClient browser = HttpClient.newBuilder()
            .cookieHandler(new LoopbackCookies())
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    @Test
    void the_terminal_gets_the_token_when_its_person_has_signed_in_and_agreed() throws Exception {
        KeycloakClient keycloak = new KeycloakClient(URL, "unused", new RetryingHttpClient(line -> {}));
        BlockingQueue<String> shown = new LinkedBlockingQueue<>();
        CompletableFuture<KeycloakClient.Token> token =
                CompletableFuture.supplyAsync(() -> keycloak.signInByBrowser(shown::add));
        String said = Objects.requireNonNull(shown.poll(30, TimeUnit.SECONDS));

        String login = get(said.replaceAll(".*(http\\S+).*", "$1"));
        assertThat(token).isNotDone();
        String consent = post(found(FORM, login), "username=rekha&password=rekha-demo");
        post(found(FORM, consent), "accept=&code=" + encode(found(CONSENT, consent)));

        assertThat(token.get(30, TimeUnit.SECONDS).value()).contains(".");
    }

    private String get(String address) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(behind(address))).build());
    }

    private String post(String address, String form) throws Exception {
        String whole = address.startsWith("/") ? URL + address : behind(address);
        return send(HttpRequest.newBuilder(URI.create(whole.replace("&amp;", "&")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build());
    }

    /** Where the portal would pass it on to; it does not run. */
    private static String behind(String address) {
        return address.replace(ORIGIN, URL);
    }

    /** Redirections lead to the public origin, too. */
    private String send(HttpRequest request) throws Exception {
        HttpResponse<String> answer = browser.send(request, BodyHandlers.ofString());
        for (int step = 0; answer.statusCode() / 100 == 3 && step < MAX_REDIRECTIONS; step++) {
            String location = behind(answer.headers().firstValue("Location").orElseThrow());
            answer = browser.send(HttpRequest.newBuilder(URI.create(location)).build(), BodyHandlers.ofString());
        }
        assertThat(answer.statusCode()).as(answer.uri().toString()).isEqualTo(200);
        return answer.body();
    }

    private static String found(Pattern pattern, String page) {
        Matcher found = pattern.matcher(page);
        assertThat(found.find()).as(pattern + " in " + page).isTrue();
        return found.group(1);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
