package coop.parasol.local.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** A member that has forgotten its password chooses another one by a link that the real Keycloak mails to it. */
@EnabledIfEnvironmentVariable(named = "PARASOL_TEST_KEYCLOAK", matches = ".+")
class PasswordByMailIT {

    private static final Pattern FORGOTTEN = Pattern.compile("href=\"([^\"]*reset-credentials[^\"]*)\"");
    private static final Pattern LINK = Pattern.compile("https?://\\S+action-token\\S+");
    private static final String MEMBER = "lotus@works.example";
    private static final String NEW = "another long enough password";

    @Test
    void a_member_resets_its_own_password_once_mail_can_be_sent() throws Exception {
        try (TestMailbox mailbox = new TestMailbox();
                TestRealm realm = TestRealm.create(false, Optional.empty());
                HttpClient browser = TestRealm.client(InetAddress.getLoopbackAddress())) {
            realm.addPerson(MEMBER, "producer");
            PortalSignIn portal = new PortalSignIn(realm, browser);
            assertThat(portal.begin(PortalSignIn.proofKey()).body())
                    .as("the page without mail")
                    .doesNotContain("reset-credentials");

            realm.upgrade(
                    false,
                    Optional.of(new MailServer(
                            "127.0.0.1",
                            mailbox.port(),
                            "firm@firm.example",
                            "Firm Ltd.",
                            MailServer.Security.NONE,
                            "",
                            "")),
                    Map.of("PARASOL_FIRM_NAME", "Weavers' {Kutch}"));
            HttpResponse<String> page = portal.begin(PortalSignIn.proofKey());
            assertThat(page.body()).as("the page of the firm").contains("Weavers&#39; {Kutch}");
            HttpResponse<String> asked =
                    get(browser, found(FORGOTTEN, page.body()).replace("&amp;", "&"), realm);
            portal.submit(asked, Map.of("username", MEMBER));

            String mail = Objects.requireNonNull(mailbox.await(), "no mail came");
            assertThat(mail).contains("To: " + MEMBER).contains("From: \"Firm Ltd.\" <firm@firm.example>");
            assertThat(mail)
                    .as("the firm in the subject and at the end")
                    .contains("Weavers'_{Kutch}")
                    .contains("\nWeavers' {Kutch}");
            String link = found(LINK, mail.replace("=\n", "").replace("=3D", "="));
            HttpResponse<String> choose = get(browser, link, realm);
            portal.submit(choose, Map.of("password-new", NEW, "password-confirm", NEW));

            try (HttpClient again = TestRealm.client(InetAddress.getLoopbackAddress())) {
                assertThat(new PortalSignIn(realm, again).signIn(MEMBER, NEW).statusCode())
                        .isEqualTo(200);
            }
        }
    }

    private static HttpResponse<String> get(HttpClient browser, String address, TestRealm realm) {
        URI uri = URI.create(TestRealm.behind(
                address.startsWith("/") ? realm.url("").replaceFirst("/realms/.*", address) : address));
        HttpResponse<String> answer =
                TestRealm.send(browser, HttpRequest.newBuilder(uri).build());
        return answer.statusCode() / 100 == 3
                ? get(browser, answer.headers().firstValue("Location").orElseThrow(), realm)
                : answer;
    }

    private static String found(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        assertThat(found.find()).as(pattern + " in " + text).isTrue();
        return found.groupCount() > 0 ? found.group(1) : found.group();
    }
}
