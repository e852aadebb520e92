package coop.parasol.acceptance.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import coop.parasol.acceptance.RunningSystem;
import coop.parasol.acceptance.portal.PortalBrowser.Visit;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whoever looks at what it is about to send reloads that page, and comes back to it, without sending a form again. */
@ExtendWith(PortalExtension.class)
class PortalCheckPagesTest {

    private static final int OK = 200;

    private final RunningSystem system;
    private final PortalBrowser browser;

    PortalCheckPagesTest(RunningSystem system, PortalBrowser browser) {
        this.system = system;
        this.browser = browser;
    }

    @Test
    void an_order_is_looked_at_again_before_it_is_placed() {
        try (Visit visit = browser.as(system.user("partner"), PortalBrowser.DESK, false);
                Visit other = browser.as(system.user("producer"), PortalBrowser.DESK, false)) {
            Page page = visit.page();
            List<String> posts = posts(page);
            String reference = "CHECK-" + System.nanoTime();
            page.navigate("/catalogue");
            String product = page.locator("main small").first().innerText();
            page.navigate("/orders/new?product=" + product);
            page.locator("#reference").fill(reference);
            page.locator("[name$='.quantity']").first().fill("1");
            page.locator("main button[value=check]").click();

            assertThat(page.url()).contains("/orders/new/check/").doesNotContain(reference);
            isReloadedWithoutSending(page, posts, reference);
            other.page().navigate(page.url());
            assertThat(other.page().content()).as("nobody else reads it").doesNotContain(reference);

            page.locator("main form[action='/orders/new/place'] button").click();
            assertThat(page.locator("main .done").count()).isPositive();
            page.goBack();
            assertThat(page.locator("main .errors").innerText())
                    .as("it is placed already")
                    .contains(reference);
            page.navigate("/orders");
            PortalAttackTest.cancel(page, reference);
        }
    }

    @Test
    void an_application_is_looked_at_again_before_it_is_sent() {
        try (Visit visit = browser.open(PortalBrowser.PHONE, true)) {
            Page page = visit.page();
            List<String> posts = posts(page);
            page.navigate("/join");
            page.locator("#name").fill("Kiran Pottery");
            page.locator("#registrationNumber").fill("R-" + System.nanoTime());
            page.locator("#kind").selectOption("PRODUCT");
            page.locator("#email").fill("kiran@pottery.example");
            page.locator("main form[action='/join/details'] button").click();
            page.waitForURL(url -> url.contains("/join/details/"));
            isReloadedWithoutSending(page, posts, "");
            page.locator("main form[action='/join/check'] button").click();
            page.waitForURL(url -> url.contains("/join/check/"));
            isReloadedWithoutSending(page, posts, "Kiran Pottery");
            page.goBack();
            assertThat(page.url()).contains("/join/details/");
            page.goForward();
            assertThat(page.locator("main dl").innerText()).contains("Kiran Pottery", "kiran@pottery.example");
            page.locator("main form[action='/join/change'] button").click();
            page.waitForURL(url -> url.contains("/join/change/"));
            assertThat(page.locator("#name").inputValue()).isEqualTo("Kiran Pottery");
            assertThat(visit.complaints()).isEmpty();
        }
    }

    @Test
    void leaving_is_looked_at_again_before_it_is_asked_for() {
        try (Visit visit = browser.as(system.user("producer"), PortalBrowser.PHONE, true)) {
            Page page = visit.page();
            List<String> posts = posts(page);
            page.navigate("/leave");
            page.locator("#reason").fill("We retire.");
            page.locator("main form[action='/leave/check'] button").click();
            page.waitForURL(url -> url.contains("/leave/check/"));
            isReloadedWithoutSending(page, posts, "We retire.");
        }
    }

    private static List<String> posts(Page page) {
        List<String> posts = new CopyOnWriteArrayList<>();
        page.onRequest(request -> {
            if (request.method().equals("POST")) {
                posts.add(request.url());
            }
        });
        return posts;
    }

    private static void isReloadedWithoutSending(Page page, List<String> posts, String text) {
        page.waitForLoadState();
        posts.clear();
        Response answer = Objects.requireNonNull(page.reload());
        assertThat(answer.status()).isEqualTo(OK);
        assertThat(page.locator("main").innerText()).contains(text);
        assertThat(posts).as("sent again at " + page.url()).isEmpty();
    }
}
