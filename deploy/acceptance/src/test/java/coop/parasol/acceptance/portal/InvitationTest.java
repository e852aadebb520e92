package coop.parasol.acceptance.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import coop.parasol.acceptance.RunningSystem;
import coop.parasol.acceptance.portal.PortalBrowser.Visit;
import coop.parasol.local.season.ExampleIban;
import coop.parasol.local.servers.Component;
import coop.parasol.local.servers.DemoMail;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** People are invited by a mail in their language, and choose their first password by its link. */
@ExtendWith(PortalExtension.class)
class InvitationTest {

    private static final Pattern LINK = Pattern.compile("https?://\\S+action-token\\S+");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String PARTNER = "0198c000-0000-7000-8000-00000000b001";
    private static final int MAX_NUMBER = 1_000_000;
    private static final String OWN = "a password of the invited alone";

    private final RunningSystem system;
    private final PortalBrowser browser;

    InvitationTest(RunningSystem system, PortalBrowser browser) {
        this.system = system;
        this.browser = browser;
    }

    /** Keycloak sends by the mail server of the demo, as {@code ./parasol up} sets it. */
    @BeforeEach
    void keycloak_sends_by_the_mail_server() {
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

    @Test
    void a_person_of_a_partner_is_invited_in_gujarati_and_chooses_a_password_by_the_link() throws Exception {
        String email = "invited-" + System.nanoTime() + "@shop.example";
        try (Visit desk = browser.open(PortalBrowser.DESK, true).signIn("leela");
                Visit invited = browser.open(PortalBrowser.PHONE, false)) {
            Page accounts = desk.page();
            accounts.navigate("/logistics/partners/" + PARTNER + "/accounts");
            accounts.locator("#name").fill("Meena Shah");
            accounts.locator("#email").fill(email);
            accounts.locator("form[action$='/accounts'] button").click();
            Locator row = accounts.locator("tr", new Page.LocatorOptions().setHasText(email));
            row.locator("select[name=language]").selectOption("GUJARATI");
            row.locator("form[action$='/invitation'] button").click();
            assertThat(accounts.locator("main .done").textContent()).contains(email);

            choosePassword(invited.page(), email, "gu");

            accounts.reload();
            assertThat(row.locator("form").count())
                    .as("nothing is offered any more")
                    .isZero();
        }
    }

    @Test
    void a_member_is_invited_until_it_has_a_password_of_its_own() throws Exception {
        String email = "invited-" + System.nanoTime() + "@works.example";
        String member = newMember(email);
        String account = system.url("membership") + "/members/" + member + "/account/invitation";
        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() -> desk().body(Map.of("language", "JAPANESE"))
                        .post(account)
                        .then()
                        .statusCode(200)
                        .body("sentTo", equalTo(email)));
        try (Visit invited = browser.open(PortalBrowser.PHONE, false)) {
            choosePassword(invited.page(), email, "ja");
        }
        desk().body(Map.of()).post(account).then().statusCode(409).body("code", equalTo("already-signed-in"));
    }

    private RequestSpecification desk() {
        return system.as("registrar").contentType("application/json");
    }

    private String newMember(String email) {
        String members = system.url("membership") + "/members/";
        String member = RestAssured.given()
                .contentType("application/json")
                .body(Map.of(
                        "name",
                        "Invited works",
                        "registrationNumber",
                        email,
                        "kind",
                        "PRODUCT",
                        "email",
                        email,
                        "address",
                        Map.of("street", "Kiln lane 4", "city", "Khurja", "country", "IN"),
                        "iban",
                        ExampleIban.of(Math.floorMod(email.hashCode(), MAX_NUMBER))))
                .post(system.url("membership") + "/applications")
                .then()
                .statusCode(201)
                .extract()
                .path("memberId");
        desk().post(members + member + "/admission").then().statusCode(200);
        Object due =
                desk().get(members + member).then().statusCode(200).extract().path("buyInDue");
        system.as("treasurer")
                .contentType("application/json")
                .body(Map.of("amount", due, "bankReference", email))
                .post(members + member + "/buy-in")
                .then()
                .statusCode(200);
        return member;
    }

    /** By the link of the mail, whose words are in the language. */
    private void choosePassword(Page page, String email, String language) throws Exception {
        String text = Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> mailTo(email), Optional::isPresent)
                .orElseThrow();
        Matcher link = LINK.matcher(text);
        assertThat(link.find()).as("a link in " + text).isTrue();
        page.navigate(link.group());
        assertThat(page.locator("html").getAttribute("lang")).isEqualTo(language);
        page.locator("#kc-info-message a").first().click();
        page.locator("#password-new").fill(OWN);
        page.locator("#password-confirm").fill(OWN);
        page.locator("#kc-passwd-update-form [type=submit]").click();
        page.locator("#kc-info-message").waitFor();

        page.navigate("/sign-in");
        page.locator("#username").fill(email);
        page.locator("#password").fill(OWN);
        page.locator("#kc-login").click();
        page.waitForURL(url -> url.endsWith("/home"));
    }

    /** The text of the mail to somebody, if it has come. */
    private Optional<String> mailTo(String email) throws IOException, MessagingException {
        List<Path> files;
        try (Stream<Path> all = Files.list(DemoMail.folder(system.installation()))) {
            files = all.filter(file -> file.toString().endsWith(".eml")).toList();
        }
        for (Path file : files) {
            try (InputStream in = Files.newInputStream(file)) {
                MimeMessage mail = new MimeMessage(null, in);
                if (List.of(Objects.requireNonNullElse(mail.getHeader("To"), new String[0]))
                        .contains(email)) {
                    return Optional.of(((Multipart) mail.getContent())
                            .getBodyPart(0)
                            .getContent()
                            .toString());
                }
            }
        }
        return Optional.empty();
    }
}
