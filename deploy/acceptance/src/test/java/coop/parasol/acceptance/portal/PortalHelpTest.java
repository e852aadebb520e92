package coop.parasol.acceptance.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import coop.parasol.acceptance.RunningSystem;
import coop.parasol.acceptance.portal.PortalBrowser.Visit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** At the foot of a page stands what the guide says of it, in the reader's language. */
@ExtendWith(PortalExtension.class)
class PortalHelpTest {

    private final RunningSystem system;
    private final PortalBrowser browser;

    PortalHelpTest(RunningSystem system, PortalBrowser browser) {
        this.system = system;
        this.browser = browser;
    }

    @Test
    void the_part_of_the_guide_opens_in_the_page_that_it_is_about() {
        try (Visit visit = browser.as(system.user("producer"), PortalBrowser.PHONE, true)) {
            Page page = visit.page();
            page.navigate("/batches/report");
            Locator help = page.locator("details.page-help");
            help.locator("summary").click();
            assertThat(help.locator("h2")).hasText("Report a batch");
            assertThat(page.locator("h1")).hasCount(1);
            assertThat(page.url()).endsWith("/batches/report");
            help.locator("a[href='/help/producer']").click();
            assertThat(page.locator("h1")).hasText("For producer-members");
            assertThat(visit.complaints()).isEmpty();
        }
    }

    @Test
    void without_scripts_a_link_leads_to_the_part_in_the_readers_language() {
        try (Visit visit = browser.open(PortalBrowser.PHONE, false, "gu-IN")) {
            Page page = visit.page();
            page.navigate("/certificates");
            page.locator("details.page-help summary").click();
            page.locator("details.page-help a").click();
            assertThat(page.url()).matches(".*/help/public/\\d+");
            assertThat(page.locator("html").getAttribute("lang")).isEqualTo("gu");
            assertThat(page.locator("article.guide h2").innerText()).containsPattern("[\\u0A80-\\u0AFF]");
            assertThat(page.locator("article.guide table")).hasCount(0);
            page.navigate("/help/notices");
            assertThat(page.locator("article.guide table")).hasCount(1);
        }
    }
}
