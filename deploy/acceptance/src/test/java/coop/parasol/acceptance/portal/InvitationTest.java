package coop.parasol.acceptance.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import coop.parasol.acceptance.RunningSystem;
import coop.parasol.acceptance.portal.PortalBrowser.Visit;
import coop.parasol.local.season.ExampleIban;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** People are invited by a mail in their language, and choose their first password by its link. */
@ExtendWith(PortalExtension.class)
class InvitationTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String PARTNER = "0198c000-0000-7000-8000-00000000b001";
    private static final int MAX_NUMBER = 1_000_000;

    private final RunningSystem system;
    private final PortalBrowser browser;
    private final Mails mails;

    InvitationTest(RunningSystem system, PortalBrowser browser) {
        this.system = system;
        this.browser = browser;
        mails = new Mails(system);
    }

    @BeforeEach
    void keycloak_sends_by_the_mail_server() {
        mails.letKeycloakSend();
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

            mails.choosePassword(invited.page(), email, "gu");

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
            mails.choosePassword(invited.page(), email, "ja");
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
        RestAssured.given()
                .contentType("application/json")
                .body(Map.of("token", system.installation().confirmationToken(member, email)))
                .post(system.url("membership") + "/applications/confirmation")
                .then()
                .statusCode(204);
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
}
