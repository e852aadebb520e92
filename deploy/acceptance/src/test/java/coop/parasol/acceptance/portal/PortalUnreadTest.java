package coop.parasol.acceptance.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import coop.parasol.acceptance.RunningSystem;
import coop.parasol.acceptance.portal.PortalBrowser.Visit;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The number of unread notices in the head of a page follows what happens, without the page being loaded again. */
@ExtendWith(PortalExtension.class)
class PortalUnreadTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String MORE_THAN_ANY_CREDIT = "900000000";

    private final RunningSystem system;
    private final PortalBrowser browser;

    PortalUnreadTest(RunningSystem system, PortalBrowser browser) {
        this.system = system;
        this.browser = browser;
    }

    @ParameterizedTest
    @ValueSource(strings = {"gu-IN", "ja-JP"})
    void the_number_rises_with_a_notice_and_falls_when_another_tab_or_another_device_reads_it(String language) {
        try (Visit desk = browser.open(PortalBrowser.DESK, true, language).signIn(system.user("partner"));
                Visit phone = browser.open(PortalBrowser.PHONE, true, language).signIn(system.user("partner"));
                Visit emporium =
                        browser.open(PortalBrowser.DESK, true, language).signIn("emporium")) {
            Page reading = desk.page();
            Page open = listening(desk.context().newPage());
            Page others = listening(emporium.page());
            readAll(reading);
            awaitNumber(open, "");
            String othersNumber = number(others);
            List<String> asked = new ArrayList<>();
            open.onRequest((Request request) -> asked.add(request.url()));

            String first = refusedOrder();
            awaitNumber(open, "1");
            refusedOrder();
            awaitNumber(open, "2");
            assertThat(open.locator("#unread").getAttribute("aria-live")).isEqualTo("polite");

            reading.navigate("/notices");
            reading.locator("main li a", new Page.LocatorOptions().setHasText(first))
                    .click();
            awaitNumber(open, "1");
            phone.page().navigate("/notices");
            phone.page().locator("main li a:has(strong)").first().click();
            awaitNumber(open, "");
            phone.page().locator("form[action$='/unread'] button").click();
            awaitNumber(open, "1");

            assertThat(open.evaluate("window.same")).as("loaded once").isEqualTo(true);
            assertThat(asked).as("nothing but the stream is asked for").allMatch(url -> url.contains("/live?since="));
            assertThat(number(others)).as("another partner's number").isEqualTo(othersNumber);
            assertThat(desk.complaints()).isEmpty();
        }
    }

    /** A page without parts that renew themselves. */
    private static Page listening(Page page) {
        page.navigate("/notices/choices");
        page.evaluate("() => { window.same = true; }");
        return page;
    }

    private static void readAll(Page page) {
        page.navigate("/notices");
        Locator all = page.locator("form[action='/notices/read'] button");
        if (all.count() > 0) {
            all.click();
            page.waitForURL(url -> url.endsWith("/notices"));
        }
    }

    private static String number(Page page) {
        return page.locator("#unread").textContent();
    }

    private static void awaitNumber(Page page, String number) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!number(page).equals(number)) {
            assertThat(System.nanoTime())
                    .as("'%s' is shown, not '%s'", number(page), number)
                    .isLessThan(until);
            page.waitForTimeout(100);
        }
    }

    /** Orders as a partner's system does, for more than its credit; the partner is told that it is refused. */
    private String refusedOrder() {
        JsonPath orders = system.as("partner")
                .get(system.url("distribution") + "/orders?limit=100")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        String earlier = orders.getString("items.find { it.state != 'REFUSED' }.orderId");
        JsonPath line = system.as("partner")
                .get(system.url("distribution") + "/orders/" + earlier)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        String reference = "unread-" + System.nanoTime();
        JsonPath placed = system.as("partner")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body(Map.of(
                        "reference",
                        reference,
                        "lines",
                        List.of(Map.of(
                                "product",
                                line.getString("lines[0].product"),
                                "grade",
                                line.getString("lines[0].grade"),
                                "quantity",
                                Map.of(
                                        "value",
                                        MORE_THAN_ANY_CREDIT,
                                        "unit",
                                        line.getString("lines[0].quantity.unit"))))))
                .post(system.url("distribution") + "/orders")
                .then()
                .extract()
                .jsonPath();
        assertThat(placed.getString("state")).as(placed.prettify()).isEqualTo("REFUSED");
        return reference;
    }
}
