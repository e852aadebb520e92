package coop.parasol.acceptance.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import coop.parasol.acceptance.RunningSystem;
import coop.parasol.acceptance.portal.PortalBrowser.Visit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every kind of page by keyboard alone. */
@ExtendWith(PortalExtension.class)
class PortalKeyboardTest {

    /** Milliseconds until a part that was renewed has its place in the page. */
    private static final int SETTLING = 500;

    private final RunningSystem system;
    private final PortalBrowser browser;
    private final String origin;

    PortalKeyboardTest(RunningSystem system, PortalBrowser browser) {
        this.system = system;
        this.browser = browser;
        origin = browser.origin();
    }

    @Tag("full")
    @Test
    void everybody_reaches_all_of_the_public_pages_by_keyboard() {
        try (Visit visit = browser.open(PortalBrowser.DESK, true)) {
            assertThat(walk(visit.page(), "/")).isEmpty();
        }
    }

    @Tag("full")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "producer",
                "auditor",
                "partner",
                "registrar",
                "treasurer",
                "quality-desk",
                "pricing-desk",
                "logistics-desk",
                "administrator"
            })
    void by_keyboard_is_reached_all_that_is_there_for_a(String role) {
        try (Visit visit = browser.as(system.user(role), PortalBrowser.DESK, true)) {
            assertThat(walk(visit.page(), "/home")).isEmpty();
        }
    }

    @Test
    void the_first_stop_leads_past_the_menu_to_the_content() {
        try (Visit visit = browser.open(PortalBrowser.DESK, true)) {
            Page page = visit.page();
            page.navigate("/join");
            page.keyboard().press("Tab");
            assertThat(page.evaluate("document.activeElement.className")).isEqualTo("skip");
            page.keyboard().press("Enter");
            page.keyboard().press("Tab");
            assertThat(page.evaluate("document.activeElement.id")).isEqualTo("name");
        }
    }

    @Test
    void errors_of_a_form_have_the_focus_and_lead_to_their_fields() {
        try (Visit visit = browser.open(PortalBrowser.PHONE, true)) {
            Page page = visit.page();
            page.navigate("/join");
            page.locator("#name").fill("Kiran Pottery");
            page.locator("main form button[type=submit]").click();
            page.locator("section.errors").waitFor();
            assertThat(page.evaluate("document.activeElement.className")).isEqualTo("errors");
            assertThat(page.locator("section.errors li").count())
                    .as("all at once")
                    .isGreaterThanOrEqualTo(3);
            page.keyboard().press("Tab");
            page.keyboard().press("Enter");
            page.keyboard().press("Tab");
            assertThat(page.evaluate("document.activeElement.tagName")).isIn("INPUT", "SELECT", "TEXTAREA");
            assertThat(page.locator("#name").inputValue())
                    .as("what was typed stays")
                    .isEqualTo("Kiran Pottery");
        }
    }

    @Tag("full")
    @Test
    void a_part_that_renews_itself_does_not_lose_the_focus() {
        try (Visit visit = browser.as(system.user("partner"), PortalBrowser.DESK, true)) {
            Page page = visit.page();
            page.navigate("/orders");
            page.locator("main tbody a").first().click();
            page.waitForLoadState();
            page.locator("#order .scroll").focus();
            page.evaluate("document.querySelector('#order').isOld = true");
            String renew = "() => { htmx.ajax('GET', location.pathname,"
                    + " {target: '#order', select: '#order', swap: 'outerHTML'}); }";
            page.waitForResponse("**/orders/**", () -> page.evaluate(renew));
            page.waitForTimeout(SETTLING);
            assertThat(page.evaluate("document.querySelector('#order').isOld === true"))
                    .as("the part as it was before")
                    .isEqualTo(false);
            assertThat(page.evaluate("document.activeElement.className")).isEqualTo("scroll");
        }
    }

    private List<String> walk(Page page, String first) {
        List<String> wrong = new ArrayList<>();
        new PortalCrawl(page, origin)
                .from(first, (path, answer) -> TabWalk.wrongOf(page).forEach(each -> wrong.add(path + ": " + each)));
        return wrong;
    }
}
