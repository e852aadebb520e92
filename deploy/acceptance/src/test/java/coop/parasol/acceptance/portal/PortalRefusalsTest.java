package coop.parasol.acceptance.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import coop.parasol.acceptance.RunningSystem;
import coop.parasol.acceptance.portal.PortalBrowser.Visit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is wrong with a form is said in the words of the form, in its order, and before anything is decided. */
@ExtendWith(PortalExtension.class)
class PortalRefusalsTest {

    private final RunningSystem system;
    private final PortalBrowser browser;

    PortalRefusalsTest(RunningSystem system, PortalBrowser browser) {
        this.system = system;
        this.browser = browser;
    }

    @Test
    void fields_are_named_as_the_form_names_them_in_its_order() {
        try (Visit visit = browser.as(system.user("producer"), PortalBrowser.DESK, false)) {
            Page page = visit.page();
            page.navigate("/commitments/new");
            List<String> labels = page.locator("main form label").allInnerTexts();
            submit(page);

            List<String> named = page.locator("main .errors li a").allInnerTexts().stream()
                    .map(sentence -> sentence.replaceFirst(":.*", ""))
                    .toList();
            assertThat(named).contains("How it is made").isNotEmpty();
            assertThat(labels).containsSubsequence(named);
        }
    }

    @Test
    void the_first_line_of_what_is_pasted_is_not_lost() {
        try (Visit visit = browser.as(system.user("partner"), PortalBrowser.DESK, false)) {
            Page page = visit.page();
            page.navigate("/orders/new");
            page.locator("#pasted").fill("BRASS-LAMP\tA\tten\nHERBAL-SOAP\tA\t5");
            page.locator("main button[value=read]").click();
            assertThat(page.locator("#pasted").inputValue()).isEqualTo("BRASS-LAMP\tA\tten");
        }
    }

    @Test
    void a_period_is_shown_before_it_is_opened() {
        try (Visit visit = browser.as(system.user("treasurer"), PortalBrowser.DESK, false)) {
            Page page = visit.page();
            page.navigate("/treasury/periods");
            submit(page);
            assertThat(page.locator("main .errors li").allInnerTexts()).containsExactly("Last day: fill this in.");
            page.locator("#lastDay").fill("2031-03-31");
            submit(page);
            assertThat(page.locator("h1").innerText()).isEqualTo("Open this period?");
            assertThat(page.locator("main dl").innerText()).contains("2031");
        }
    }

    private static void submit(Page page) {
        page.locator("main form:not(.filter) button[type=submit]").first().click();
        page.waitForLoadState();
    }
}
