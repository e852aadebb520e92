package coop.parasol.acceptance.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import coop.parasol.acceptance.RunningSystem;
import coop.parasol.acceptance.portal.PortalBrowser.Visit;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
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

    /** Day, month and year; then comes the button. */
    private static final int PARTS_OF_A_DAY = 3;

    /** Pixels: how far the button reaches to the left of its field's end, and what its field's own border takes. */
    private static final int BUTTON = 44;

    private static final int BORDER = 5;

    /** A frame of 26 by 26 pixels that is 3 wide has some 280, each darker by more than this. */
    private static final int MIN_FRAME = 150;

    private static final int MIN_DARKER = 60;

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

    @Test
    void the_button_of_a_day_shows_that_it_has_the_focus() throws IOException {
        try (Visit visit = browser.as(system.user("treasurer"), PortalBrowser.DESK, true)) {
            Page page = visit.page();
            page.navigate("/treasury/periods");
            Locator day = page.locator("#lastDay");
            BufferedImage before = ImageIO.read(new ByteArrayInputStream(day.screenshot()));
            day.focus();
            for (int part = 0; part < PARTS_OF_A_DAY; part++) {
                page.keyboard().press("Tab");
            }
            assertThat(page.evaluate("document.activeElement.id + document.activeElement.matches(':focus')"))
                    .as("its button has the focus")
                    .isEqualTo("lastDayfalse");
            page.waitForTimeout(SETTLING);
            BufferedImage after = ImageIO.read(new ByteArrayInputStream(day.screenshot()));
            assertThat(changed(before, after)).as("pixels of the frame").isGreaterThan(MIN_FRAME);
        }
    }

    /** Pixels that differ where the button of a day is, its field's own border left out. */
    private static int changed(BufferedImage before, BufferedImage after) {
        int changed = 0;
        for (int x = before.getWidth() - BUTTON; x < before.getWidth() - BORDER; x++) {
            for (int y = BORDER; y < before.getHeight() - BORDER; y++) {
                changed += grey(before, x, y) - grey(after, x, y) > MIN_DARKER ? 1 : 0;
            }
        }
        return changed;
    }

    private static int grey(BufferedImage image, int x, int y) {
        Color colour = new Color(image.getRGB(x, y));
        return (colour.getRed() + colour.getGreen() + colour.getBlue()) / 3;
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
