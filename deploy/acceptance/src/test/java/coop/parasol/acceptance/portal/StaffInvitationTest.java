package coop.parasol.acceptance.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import coop.parasol.acceptance.RunningSystem;
import coop.parasol.acceptance.portal.PortalBrowser.Visit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Desks' people and auditors get and lose their accounts by clicks: two persons give, one takes away. */
@ExtendWith(PortalExtension.class)
class StaffInvitationTest {

    private static final String REGISTRAR = "rekha";
    private static final String SECOND_REGISTRAR = "asha";

    /** The column that says who has taken an account away. */
    private static final int REMOVED = 5;

    private final RunningSystem system;
    private final PortalBrowser browser;
    private final Mails mails;

    StaffInvitationTest(RunningSystem system, PortalBrowser browser) {
        this.system = system;
        this.browser = browser;
        mails = new Mails(system);
    }

    @BeforeEach
    void keycloak_sends_by_the_mail_server() {
        mails.letKeycloakSend();
    }

    @Test
    void a_colleague_is_proposed_approved_by_a_second_registrar_invited_and_taken_away() {
        String email = "clerk-" + System.nanoTime() + "@firm.example";
        try (Visit first = browser.open(PortalBrowser.DESK, true).signIn(REGISTRAR);
                Visit second = browser.open(PortalBrowser.DESK, false).signIn(SECOND_REGISTRAR);
                Visit clerk = browser.open(PortalBrowser.PHONE, false)) {
            Page own = first.page();
            own.navigate("/staff");
            propose(own, "Kiran Das", email, "TREASURER", "PRICING_DESK");
            assertThat(row(own, email).locator("form[action$='/check']").count())
                    .as("the one who proposes does not approve")
                    .isZero();
            assertThat(mails.to(email)).as("mailed before anybody agreed").isEmpty();

            Page other = second.page();
            other.navigate("/home");
            assertThat(other.locator("main a[href='/staff']").count())
                    .as("it waits")
                    .isPositive();
            approve(other, email);
            mails.choosePassword(clerk.page(), email, "en");
            clerk.page().navigate("/treasury/payables");
            assertThat(clerk.page().locator("main h1").count()).isEqualTo(1);

            own.navigate("/staff");
            Locator account = accountRow(own, email);
            account.locator("form[action$='/removal-check'] button").click();
            own.locator("main form[action$='/removal'] button").click();
            assertThat(accountRow(own, email).locator("form").count()).isZero();
            assertThat(accountRow(own, email).locator("td").nth(REMOVED).innerText())
                    .as("who took it away")
                    .startsWith("you");

            clerk.page().navigate("/sign-out");
            clerk.page().navigate("/sign-in");
            clerk.page().locator("#username").fill(email);
            clerk.page().locator("#password").fill(Mails.OWN);
            clerk.page().locator("#kc-login").click();
            assertThat(clerk.page().url()).as("it signs in no more").contains("/realms/");
            assertThat(first.complaints()).isEmpty();
        }
    }

    @Test
    void an_auditor_is_registered_and_proposed_by_the_quality_desk_and_invited_in_hindi() {
        String email = "auditor-" + System.nanoTime() + "@inspection.example";
        try (Visit desk = browser.open(PortalBrowser.DESK, false).signIn(system.user("quality-desk"));
                Visit registrar = browser.open(PortalBrowser.DESK, false).signIn(REGISTRAR);
                Visit auditor = browser.open(PortalBrowser.PHONE, false)) {
            Page page = desk.page();
            page.navigate("/quality/auditors/new");
            String number = page.locator("#auditorId").inputValue();
            page.locator("#name").fill("Usha Mehta");
            page.locator("main form button[type=submit]").click();
            page.navigate("/quality/auditors/" + number);
            page.locator("main a[href^='/staff']").click();
            assertThat(page.locator("input[name=roles]").count())
                    .as("it proposes auditors alone")
                    .isEqualTo(1);
            page.locator("main select[name=language]").selectOption("HINDI");
            propose(page, "Usha Mehta", email, "AUDITOR");

            registrar.page().navigate("/staff");
            approve(registrar.page(), email);
            mails.choosePassword(auditor.page(), email, "hi");
            auditor.page().navigate("/inspections");
            assertThat(auditor.page().locator("main h1").count()).isEqualTo(1);
        }
    }

    private static void propose(Page page, String name, String email, String... rights) {
        page.locator("#name").fill(name);
        page.locator("#email").fill(email);
        for (String right : rights) {
            page.locator("input[name=roles][value=" + right + "]").check();
        }
        page.locator("main form[action='/staff'] button").click();
        row(page, email).waitFor();
    }

    private static void approve(Page page, String email) {
        page.navigate("/staff");
        row(page, email).locator("form[action$='/check'] button").click();
        page.locator("main form[action$='/approval'] button").click();
        accountRow(page, email).waitFor();
    }

    /** The row of what was proposed for an address. */
    private static Locator row(Page page, String email) {
        return page.locator("main table")
                .first()
                .locator("tr")
                .filter(new Locator.FilterOptions().setHasText(email))
                .first();
    }

    /** The row of an account. */
    private static Locator accountRow(Page page, String email) {
        return page.locator("main table")
                .last()
                .locator("tr")
                .filter(new Locator.FilterOptions().setHasText(email))
                .first();
    }
}
