package coop.parasol.acceptance.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.LoadState;
import coop.parasol.acceptance.RunningSystem;
import coop.parasol.acceptance.portal.PortalBrowser.Visit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a page weighs on a slow line: as it is transferred, with its styles and scripts, and without them afterwards. */
@ExtendWith(PortalExtension.class)
class PortalWeightTest {

    private static final int MAX_FIRST = 100_000;
    private static final int MAX_AFTER = 30_000;
    private static final int TABS = 7;

    private final RunningSystem system;
    private final PortalBrowser browser;
    private final String origin;

    PortalWeightTest(RunningSystem system, PortalBrowser browser) {
        this.system = system;
        this.browser = browser;
        origin = browser.origin();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "producer"})
    void the_first_page_is_light(String role) {
        weigh(role);
    }

    @Tag("full")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "auditor",
                "partner",
                "registrar",
                "treasurer",
                "quality-desk",
                "pricing-desk",
                "logistics-desk",
                "administrator"
            })
    void the_first_page_of_every_role_is_light(String role) {
        weigh(role);
    }

    private void weigh(String role) {
        try (Visit visit = role.isEmpty()
                ? browser.open(PortalBrowser.PHONE, true)
                : browser.as(system.user(role), PortalBrowser.PHONE, true)) {
            String path = role.isEmpty() ? "/" : "/home";
            long first = bytesOf(visit.page(), path);
            long after = bytesOf(visit.page(), path);
            System.out.printf("First page of %s: %d bytes, then %d%n", role.isEmpty() ? "anybody" : role, first, after);
            assertThat(first).as("first time").isBetween(5_000L, (long) MAX_FIRST);
            assertThat(after).as("afterwards").isBetween(500L, (long) MAX_AFTER);
        }
    }

    /** What goes over the line in both directions for a page; what the browser has kept is not asked for. */
    private long bytesOf(Page page, String path) {
        List<Request> asked = new ArrayList<>();
        Consumer<Request> listener = asked::add;
        page.onRequestFinished(listener);
        page.navigate(path);
        page.waitForLoadState(LoadState.LOAD);
        page.waitForTimeout(300);
        page.waitForCondition(() -> asked.stream().anyMatch(Request::isNavigationRequest));
        page.offRequestFinished(listener);
        return asked.stream()
                .filter(request ->
                        request.url().startsWith(origin) && !request.url().endsWith("/live"))
                .mapToLong(PortalWeightTest::bytes)
                .sum();
    }

    /** Of a page that a service worker has passed on the browser says no size: then all of its text counts, as if it were not packed. */
    private static long bytes(Request request) {
        var sizes = request.sizes();
        long asked = (long) sizes.responseBodySize + sizes.responseHeadersSize;
        Response answer = request.response();
        return asked == 0 && request.isNavigationRequest() && answer != null ? answer.body().length : asked;
    }

    @Test
    void styles_and_scripts_are_asked_for_once() {
        try (Visit visit = browser.open(PortalBrowser.PHONE, true)) {
            List<String> asked = new ArrayList<>();
            visit.page().onResponse(answer -> {
                if (!answer.request().isNavigationRequest()
                        && answer.status() == 200
                        && !isKept(answer)
                        && !answer.url().contains("/icon.svg")) { // which a browser asks for by rules of its own
                    asked.add(answer.url());
                }
            });
            visit.page().navigate("/");
            visit.page().navigate("/join");
            visit.page().navigate("/certificates");
            assertThat(asked).isNotEmpty().doesNotHaveDuplicates();
        }
    }

    private static boolean isKept(Response answer) {
        return answer.request().timing().responseStart <= 0;
    }

    @Test
    void seven_tabs_of_one_person_work_at_the_same_time() {
        try (Visit visit = browser.as(system.user("producer"), PortalBrowser.DESK, true)) {
            BrowserContext context = visit.context();
            List<Page> tabs = new ArrayList<>();
            for (int i = 0; i < TABS; i++) {
                tabs.add(context.newPage());
            }
            List<String> paths = List.of("/home", "/outlook", "/batches", "/my-quality", "/money", "/share", "/votes");
            for (int i = 0; i < TABS; i++) {
                assertThat(tabs.get(i).navigate(paths.get(i)).status())
                        .as(paths.get(i))
                        .isEqualTo(200);
            }
            for (int i = 0; i < TABS; i++) {
                assertThat(tabs.get(i).navigate(paths.get(TABS - 1 - i)).status())
                        .as("again in tab " + i)
                        .isEqualTo(200);
            }
        }
    }
}
