package coop.parasol.acceptance.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import coop.parasol.acceptance.RunningSystem;
import coop.parasol.acceptance.portal.PortalBrowser.Visit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every kind of page that the links of a role lead to, on a cheap phone after one season: it answers, is accessible, needs no
 * scrolling sideways, is light, and the browser complains of nothing.
 */
@Tag("full")
@ExtendWith(PortalExtension.class)
class PortalPagesTest {

    private static final int MAX_PAGE_BYTES = 100_000;
    private static final int MAX_CALLS = 3;
    /** One call each where a page is one list of all. */
    private static final int SERVICES = 5;

    private static final List<String> STANDARDS = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    private final RunningSystem system;
    private final PortalBrowser browser;
    private final String origin;

    private final List<String> wrong = new ArrayList<>();

    PortalPagesTest(RunningSystem system, PortalBrowser browser) {
        this.system = system;
        this.browser = browser;
        origin = browser.origin();
    }

    @Test
    void public_pages() {
        try (Visit visit = browser.open(PortalBrowser.PHONE, true)) {
            assertThat(new PortalCrawl(visit.page(), origin)
                            .from("/", (path, answer) -> check(visit.page(), path, answer)))
                    .hasSizeGreaterThan(1);
            assertThat(wrong).isEmpty();
            assertThat(visit.complaints()).isEmpty();
        }
    }

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
    void pages_of_a(String role) {
        try (Visit visit = browser.as(system.user(role), PortalBrowser.PHONE, true)) {
            List<String> paths = new PortalCrawl(visit.page(), origin)
                    .from("/home", (path, answer) -> check(visit.page(), path, answer));
            System.out.println(role + " saw " + paths.size() + " kinds of pages: " + String.join(" ", paths));
            assertThat(paths).as("a role has pages of its own").hasSizeGreaterThan(4);
            assertThat(wrong).isEmpty();
            assertThat(visit.complaints()).isEmpty();
        }
    }

    /** How many calls to services the page has cost, as the portal says. */
    private static int calls(Response answer) {
        String said = answer.headerValue("server-timing");
        assertThat(said).as(answer.url()).matches("services;desc=\"\\d+\"");
        return Integer.parseInt(said.replaceAll("\\D", ""));
    }

    private void check(Page page, String path, Response answer) {
        if (answer.status() != 200) {
            wrong.add(path + " answers " + answer.status());
            return;
        }
        if (answer.url().contains("/realms/")) {
            return; // it asks whoever has not signed in to do so
        }
        if (calls(answer) > (path.startsWith("/administration/log") ? SERVICES : MAX_CALLS)) {
            wrong.add(path + " costs " + calls(answer) + " calls to services");
        }
        String policy = answer.headers().getOrDefault("content-security-policy", "");
        if (!policy.contains("default-src 'none'") || policy.contains("unsafe")) {
            wrong.add(path + " has the content policy \"" + policy + "\"");
        }
        if (page.locator("h1").count() != 1) {
            wrong.add(path + " has " + page.locator("h1").count() + " first headings");
        }
        if (page.title().isBlank()) {
            wrong.add(path + " has no title");
        }
        int sideways =
                (int) page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        if (sideways > 1) {
            wrong.add(path + " is " + sideways + " px wider than a phone");
        }
        if (answer.body().length > MAX_PAGE_BYTES) {
            wrong.add(path + " has " + answer.body().length + " bytes");
        }
        for (Rule rule : new AxeBuilder(page)
                .setLegacyMode(true)
                .withTags(STANDARDS)
                .analyze()
                .getViolations()) {
            wrong.add(path + ": " + rule.getId() + ": " + rule.getHelp() + " at "
                    + rule.getNodes().getFirst().getHtml());
        }
    }
}
