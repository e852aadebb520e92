package coop.parasol.acceptance.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import coop.parasol.acceptance.RunningSystem;
import coop.parasol.local.servers.Component;
import coop.parasol.local.servers.DemoMail;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** What the real mail server has taken for somebody, and what people do with it. */
final class Mails {

    /** Chosen by whoever is invited. */
    static final String OWN = "a password of the invited alone";

    private static final Pattern LINK = Pattern.compile("https?://\\S+action-token\\S+");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final RunningSystem system;

    Mails(RunningSystem system) {
        this.system = system;
    }

    /**
     * A mail.
     *
     * @param text its part in plain text
     */
    record Mail(String subject, String text) {}

    /** Keycloak sends by the mail server of the demo, as {@code ./parasol up} sets it. */
    void letKeycloakSend() {
        RequestSpecification realm = RestAssured.given()
                .auth()
                .oauth2(RestAssured.given()
                        .formParam("client_id", "admin-cli")
                        .formParam("grant_type", "password")
                        .formParam("username", "admin")
                        .formParam("password", System.getenv("PARASOL_TEST_KEYCLOAK_ADMIN_PASSWORD"))
                        .post(system.url("keycloak") + "/realms/master/protocol/openid-connect/token")
                        .then()
                        .statusCode(200)
                        .extract()
                        .<String>path("access_token"));
        realm.contentType("application/json")
                .body(Map.of(
                        "smtpServer",
                        Map.of(
                                "host", "127.0.0.1",
                                "port",
                                        Integer.toString(
                                                system.installation().ports().of(Component.MAIL)),
                                "from", "notices@parasol.example")))
                .put(system.url("keycloak") + "/admin/realms/parasol")
                .then()
                .statusCode(204);
    }

    /** All mails to somebody, in no order. */
    List<Mail> to(String email) {
        List<Path> files;
        try (Stream<Path> all = Files.list(DemoMail.folder(system.installation()))) {
            files = all.filter(file -> file.toString().endsWith(".eml")).toList();
            List<Mail> mails = new ArrayList<>();
            for (Path file : files) {
                try (InputStream in = Files.newInputStream(file)) {
                    MimeMessage mail = new MimeMessage(null, in);
                    if (List.of(Objects.requireNonNullElse(mail.getHeader("To"), new String[0]))
                            .contains(email)) {
                        mails.add(new Mail(mail.getSubject(), text(mail.getContent())));
                    }
                }
            }
            return mails;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(Object content) throws IOException, MessagingException {
        return content instanceof Multipart parts
                ? parts.getBodyPart(0).getContent().toString()
                : content.toString();
    }

    /** The first mail to somebody, as soon as it has come. */
    Mail await(String email) {
        return Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> to(email), mails -> !mails.isEmpty())
                .getFirst();
    }

    /** A link of the first mail to somebody that has one with this in it. */
    String awaitLink(String email, String part) {
        Pattern wanted = Pattern.compile("https?://\\S*" + Pattern.quote(part) + "\\S+");
        return Awaitility.await()
                .atMost(PATIENCE)
                .until(
                        () -> to(email).stream()
                                .map(mail -> wanted.matcher(mail.text()))
                                .filter(Matcher::find)
                                .map(Matcher::group)
                                .toList(),
                        links -> !links.isEmpty())
                .getFirst();
    }

    /** Chooses a password by the link of the mail, whose words are in the language, and signs in. */
    void choosePassword(Page page, String email, String language) {
        String text = await(email).text();
        Matcher link = LINK.matcher(text);
        assertThat(link.find()).as("a link in " + text).isTrue();
        page.navigate(link.group());
        assertThat(page.locator("html").getAttribute("lang")).isEqualTo(language);
        page.locator("#kc-info-message a").first().click();
        page.locator("#password-new").fill(OWN);
        page.locator("#password-confirm").fill(OWN);
        page.locator("#kc-passwd-update-form [type=submit]").click();
        page.locator("#kc-info-message").waitFor();
        signIn(page, email);
    }

    /** Signs in by the password that was chosen. */
    static void signIn(Page page, String email) {
        page.navigate("/sign-in");
        page.locator("#username").fill(email);
        page.locator("#password").fill(OWN);
        page.locator("#kc-login").click();
        page.waitForURL(url -> url.endsWith("/home"));
    }
}
