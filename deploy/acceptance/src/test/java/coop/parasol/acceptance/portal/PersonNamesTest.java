package coop.parasol.acceptance.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import coop.parasol.acceptance.RunningSystem;
import coop.parasol.acceptance.portal.PortalBrowser.Visit;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Pages say by name who has decided something; services record the identity alone. */
@ExtendWith(PortalExtension.class)
class PersonNamesTest {

    private final RunningSystem system;
    private final PortalBrowser browser;

    PersonNamesTest(RunningSystem system, PortalBrowser browser) {
        this.system = system;
        this.browser = browser;
    }

    @Test
    void of_a_payment_run_the_page_names_the_other_person_and_says_you_to_oneself() {
        String drafts = system.user("treasurer");
        String approves = "tomas";
        String path;
        try (Visit visit = browser.as(drafts, PortalBrowser.DESK, true)) {
            visit.page().navigate("/treasury/runs");
            path = Objects.requireNonNull(visit.page()
                    .locator("tr", new Page.LocatorOptions().setHasText("you,"))
                    .locator("a[href^='/treasury/runs/']")
                    .first()
                    .getAttribute("href"));
        }
        try (Visit visit = browser.as(approves, PortalBrowser.DESK, true)) {
            visit.page().navigate(path);
            assertThat(visit.page().locator("main dl.facts")).containsText("Tara Tiwari (" + drafts + ")");
        }
    }
}
