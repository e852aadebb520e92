package coop.parasol.acceptance.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.Media;
import coop.parasol.acceptance.RunningSystem;
import coop.parasol.acceptance.portal.PortalBrowser.Visit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every kind of page as it looks on other screens: at a desk, dark, in colours that the system forces, and on paper. A width of 320 px,
 * which is 400 % zoom at a desk, is what {@link PortalPagesTest} opens all pages at.
 */
@Tag("full")
@ExtendWith(PortalExtension.class)
class PortalLooksTest {

    private static final int[] PAPER = {718, 1016};

    private final RunningSystem system;
    private final PortalBrowser browser;
    private final String origin;

    private final List<String> wrong = new ArrayList<>();

    PortalLooksTest(RunningSystem system, PortalBrowser browser) {
        this.system = system;
        this.browser = browser;
        origin = browser.origin();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
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
    void on_every_screen_and_on_paper_look_right_the_pages_of(String role) {
        try (Visit visit = browser.open(PortalBrowser.DESK, true)) {
            if (!role.isEmpty()) {
                visit.signIn(system.user(role));
            }
            new PortalCrawl(visit.page(), origin)
                    .from(role.isEmpty() ? "/" : "/home", (path, answer) -> look(visit.page(), path));
            assertThat(wrong).isEmpty();
        }
    }

    private void look(Page page, String path) {
        requireNoScrolling(page, path, "at a desk");
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        // colours change within a fifth of a second, of a busy machine's time
        page.evaluate("Promise.all(document.getAnimations().map(change => change.finished.catch(() => {})))");
        for (Rule rule : new AxeBuilder(page)
                .setLegacyMode(true)
                .withRules(List.of("color-contrast"))
                .analyze()
                .getViolations()) {
            wrong.add(path + " dark: " + rule.getHelp() + " at "
                    + rule.getNodes().getFirst().getHtml());
        }
        page.emulateMedia(
                new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT).setForcedColors(ForcedColors.ACTIVE));
        requireNoScrolling(page, path, "in forced colours");
        page.emulateMedia(new Page.EmulateMediaOptions()
                .setForcedColors(ForcedColors.NONE)
                .setMedia(Media.PRINT));
        page.setViewportSize(PAPER[0], PAPER[1]);
        requireNoScrolling(page, path, "on paper");
        if (page.locator("nav.site").isVisible() || !page.locator("h1").first().isVisible()) {
            wrong.add(path + " on paper has the menu or no heading");
        }
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
        page.setViewportSize(PortalBrowser.DESK[0], PortalBrowser.DESK[1]);
    }

    private void requireNoScrolling(Page page, String path, String where) {
        int sideways =
                (int) page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        if (sideways > 1) {
            wrong.add(path + " is " + sideways + " px too wide " + where);
        }
    }
}
