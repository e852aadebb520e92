package coop.parasol.acceptance.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import coop.parasol.acceptance.RunningSystem;
import coop.parasol.acceptance.portal.PortalBrowser.Visit;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A producer invites a colleague by clicks, who does its daily work and nothing that binds it, and takes the account away. */
@ExtendWith(PortalExtension.class)
class ColleagueInvitationTest {

    private static final String PEOPLE = "/my-firm/people";

    private final RunningSystem system;
    private final PortalBrowser browser;
    private final Mails mails;

    ColleagueInvitationTest(RunningSystem system, PortalBrowser browser) {
        this.system = system;
        this.browser = browser;
        mails = new Mails(system);
    }

    @BeforeEach
    void keycloak_sends_by_the_mail_server() {
        mails.letKeycloakSend();
    }

    @Test
    void a_colleague_is_invited_reports_a_batch_changes_no_bank_account_and_is_removed() {
        String email = "clerk-" + System.nanoTime() + "@works.example";
        String lot = "clerk-" + System.nanoTime();
        try (Visit producer = browser.open(PortalBrowser.DESK, false).signIn(system.user("producer"));
                Visit colleague = browser.open(PortalBrowser.PHONE, false)) {
            Page own = producer.page();
            own.navigate("/my-firm");
            own.locator("main a[href='" + PEOPLE + "']").click();
            own.locator("#name").fill("Asha Rao");
            own.locator("#email").fill(email);
            own.locator("main #language").selectOption("HINDI");
            own.locator("main form[action='" + PEOPLE + "'] button").click();
            assertThat(row(own, email).innerText()).contains("Asha Rao", "mail sent", "you");

            Page page = colleague.page();
            mails.choosePassword(page, email, "hi");
            report(page, lot);
            Awaitility.await("quality has heard of it").untilAsserted(() -> {
                page.navigate("/batches?lot=" + lot);
                assertThat(page.locator("main").innerText()).contains(lot);
            });

            page.navigate("/my-firm/bank-account");
            assertThat(page.locator("main form").count())
                    .as("nothing can be sent")
                    .isZero();
            assertThat(page.locator("main p.hint").count())
                    .as("the page says who can")
                    .isEqualTo(1);
            page.navigate(PEOPLE);
            assertThat(page.locator("main form").count()).isZero();

            own.navigate(PEOPLE);
            row(own, email).locator("form[action$='/removal-check'] button").click();
            assertThat(own.url())
                    .as("nobody's name is in it")
                    .contains("/checked/")
                    .doesNotContain("@", "%40", "Asha");
            own.locator("main form[action$='/removal'] button").click();
            assertThat(row(own, email).count()).isZero();
            own.goBack();
            assertThat(own.locator("main dl.facts").innerText())
                    .as("the way back asks for no form to be sent again")
                    .contains("Asha Rao", email);
            own.navigate(PEOPLE);
            assertThat(own.locator("main section table tbody tr").count())
                    .as("from when until when is kept")
                    .isPositive();

            page.navigate("/sign-out");
            page.navigate("/sign-in");
            page.locator("#username").fill(email);
            page.locator("#password").fill(Mails.OWN);
            page.locator("#kc-login").click();
            assertThat(page.url()).as("it signs in no more").contains("/realms/");
            assertThat(producer.complaints()).isEmpty();
        }
    }

    private static void report(Page page, String lot) {
        page.navigate("/batches/report");
        page.locator("#product").selectOption(new SelectOption().setIndex(1));
        page.locator("#lot").fill(lot);
        page.locator("#quantity").fill("3");
        page.locator("#madeOn").fill(LocalDate.now(ZoneOffset.UTC).toString());
        page.locator("#route").fill("thrown and fired");
        page.locator("main form[action='/batches/report'] button:not([name])").click();
        page.waitForURL(url -> !url.endsWith("/batches/report"));
    }

    private static Locator row(Page page, String email) {
        return page.locator("main tr", new Page.LocatorOptions().setHasText(email));
    }
}
