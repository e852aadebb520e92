package coop.parasol.acceptance.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.parasol.local.servers.Component;
import coop.parasol.local.servers.FirmSettings;
import coop.parasol.local.servers.HttpsCertificate;
import coop.parasol.local.servers.Installation;
import coop.parasol.local.servers.PortalHttps;
import coop.parasol.local.servers.Ports;
import coop.parasol.local.servers.ServiceLauncher;
import coop.parasol.local.servers.Starter;
import java.io.InputStream;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An installation that is reached by HTTPS, as {@code ./parasol up --https} starts it: people and systems that trust its own
 * authority, and nothing else, sign in at its one origin.
 */
@Tag("full")
class PortalHttpsTest {

    private static final Pattern FORM = Pattern.compile("<form[^>]*action=\"([^\"]+)\"");
    private static final Pattern TOKEN = Pattern.compile("\"access_token\":\"([^\"]+)\"");
    private static final Pattern LOCAL_PLAIN = Pattern.compile("http://(localhost|127\\.0\\.0\\.1)");

    @TempDir
    private static Path home;

    private static Installation installation;
    private static CookieManager cookies;
    private static HttpClient trusting;
    private static String origin;

    @BeforeAll
    static void start() throws Exception {
        Path root = Path.of("../..").toAbsolutePath().normalize();
        installation = Installation.at(root, home, Ports.free());
        FirmSettings settings = installation.firmSettings(Map.of(FirmSettings.HTTPS_NAME, "localhost"));
        settings.save();
        Starter starter = new Starter(installation, settings.values(), System.out::println);
        starter.startPostgresAndKafka(false);
        starter.startKeycloak();
        ServiceLauncher applications = new ServiceLauncher(installation, settings.values());
        for (Component one : List.of(Component.MEMBERSHIP, Component.PORTAL)) {
            applications.launch(one);
            applications.await(one);
        }
        origin = "https://localhost:" + installation.ports().of(Component.PORTAL_HTTPS);
        cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
        trusting = HttpClient.newBuilder()
                .sslContext(trustingTheAuthorityAlone())
                .cookieHandler(cookies)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
    }

    @AfterAll
    static void stop() {
        installation.stop();
    }

    @Test
    void a_person_signs_in_by_https_alone_and_its_cookies_leave_by_https_alone() throws Exception {
        HttpResponse<String> form = get(trusting, origin + "/home");
        assertThat(form.uri()).asString().startsWith(origin + "/realms/parasol/");
        assertThat(form.body()).doesNotContainPattern(LOCAL_PLAIN);
        Matcher action = FORM.matcher(form.body());
        assertThat(action.find()).as(form.body()).isTrue();

        HttpResponse<String> page = send(
                trusting,
                HttpRequest.newBuilder(URI.create(action.group(1).replace("&amp;", "&")))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("username=rekha&password=rekha-demo")));

        assertThat(page.uri()).asString().isEqualTo(origin + "/home");
        assertThat(page.body()).contains("Rekha Rao").doesNotContainPattern(LOCAL_PLAIN);
        Set<String> names = cookies.getCookieStore().getCookies().stream()
                .map(HttpCookie::getName)
                .collect(Collectors.toSet());
        assertThat(names).contains("__Host-parasol-csrf").anyMatch(name -> name.startsWith("q_session"));
        assertThat(cookies.getCookieStore().getCookies()).allMatch(HttpCookie::getSecure);
    }

    @Test
    void the_origin_is_the_issuer_and_services_behind_it_take_its_tokens() throws Exception {
        assertThat(get(trusting, origin + "/realms/parasol/.well-known/openid-configuration")
                        .body())
                .contains("\"issuer\":\"" + origin + "/realms/parasol\"")
                .doesNotContainPattern(LOCAL_PLAIN);
        Matcher token = TOKEN.matcher(send(
                        trusting,
                        HttpRequest.newBuilder(URI.create(origin + "/realms/parasol/protocol/openid-connect/token"))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString("client_id=parasol-cli&grant_type=password&username="
                                        + URLEncoder.encode("rekha", StandardCharsets.UTF_8)
                                        + "&password=rekha-demo")))
                .body());
        assertThat(token.find()).isTrue();
        assertThat(send(
                                trusting,
                                HttpRequest.newBuilder(URI.create(origin + "/api/membership/members"))
                                        .header("Authorization", "Bearer " + token.group(1)))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_call_without_https_is_led_to_the_origin() throws Exception {
        HttpClient plain = HttpClient.newHttpClient();
        String address = "http://localhost:" + installation.ports().of(Component.PORTAL);
        for (String path :
                List.of("/", "/catalogue?after=1&q=a%20b", "/realms/parasol/account", "/api/quality/standards")) {
            HttpResponse<String> answer = get(plain, address + path);
            assertThat(answer.statusCode()).as(path).isEqualTo(308);
            assertThat(answer.headers().firstValue("Location")).as(path).hasValue(origin + path);
        }
    }

    @Test
    void nobody_trusts_the_origin_without_the_authority_and_everybody_can_fetch_its_certificate() throws Exception {
        assertThatThrownBy(() -> get(HttpClient.newHttpClient(), origin + "/"))
                .isInstanceOf(SSLHandshakeException.class);
        String kept = Files.readString(authority().authorityFile());
        for (String address :
                List.of(origin, "http://localhost:" + installation.ports().of(Component.PORTAL))) {
            HttpResponse<String> answer = get(trusting, address + "/authority.crt");
            assertThat(answer.body()).isEqualTo(kept);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/x-x509-ca-cert");
        }
    }

    private static HttpsCertificate authority() {
        return installation.https().flatMap(PortalHttps::ownCertificate).orElseThrow();
    }

    private static SSLContext trustingTheAuthorityAlone() throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        try (InputStream file = Files.newInputStream(authority().authorityFile())) {
            trusted.setCertificateEntry(
                    "authority", CertificateFactory.getInstance("X.509").generateCertificate(file));
        }
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }

    private static HttpResponse<String> get(HttpClient client, String address) throws Exception {
        return send(client, HttpRequest.newBuilder(URI.create(address)));
    }

    private static HttpResponse<String> send(HttpClient client, HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), BodyHandlers.ofString());
    }
}
