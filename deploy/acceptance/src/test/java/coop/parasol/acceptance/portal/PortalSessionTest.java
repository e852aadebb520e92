package coop.parasol.acceptance.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import coop.parasol.acceptance.RunningSystem;
import coop.parasol.acceptance.portal.PortalBrowser.Visit;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signing in and out, forms that outlive a session, and what a browser keeps others from doing. */
@ExtendWith(PortalExtension.class)
class PortalSessionTest {

    private final RunningSystem system;
    private final PortalBrowser browser;
    private final String origin;

    PortalSessionTest(RunningSystem system, PortalBrowser browser) {
        this.system = system;
        this.browser = browser;
        origin = browser.origin();
    }

    @Test
    void a_person_signs_in_sees_its_name_and_signs_out_everywhere() {
        try (Visit visit = browser.open(PortalBrowser.DESK, true).signIn("rekha")) {
            Page page = visit.page();
            assertThat(page.url()).isEqualTo(origin + "/home");
            assertThat(page.locator("header").textContent()).contains("Rekha Rao");

            page.locator("a[href='/sign-out']").click();
            page.waitForURL(url -> url.startsWith(origin + "/?") || url.equals(origin + "/"));
            page.navigate("/home");
            assertThat(page.url()).as("asked for the password again").contains("/realms/parasol/");
            assertThat(visit.complaints()).isEmpty();
        }
    }

    @Test
    void a_page_that_was_asked_for_is_shown_after_signing_in() {
        try (Visit visit = browser.open(PortalBrowser.PHONE, false)) {
            visit.page().navigate("/batches?after=" + UUID.randomUUID());
            Visit.submitPassword(visit.page(), system.user("producer"));
            assertThat(visit.page().url()).startsWith(origin + "/batches?after=");
        }
    }

    /** @param gone the cookies that the browser has no more: as if ten hours had passed, or as if it had been cleaned */
    @ParameterizedTest
    @ValueSource(strings = {"q_session.*|KEYCLOAK.*|AUTH_SESSION.*", ".*"})
    void a_form_whose_session_has_ended_loses_no_typed_word(String gone) {
        try (Visit visit = browser.open(PortalBrowser.PHONE, true).signIn(system.user("producer"))) {
            Page page = visit.page();
            String lot = "ended-" + System.nanoTime();
            page.navigate("/batches/report");
            page.locator("#lot").fill(lot);
            page.locator("#quantity").fill("12");
            visit.context().clearCookies(new BrowserContext.ClearCookiesOptions().setName(Pattern.compile(gone)));
            submit(page);
            assertThat(page.locator("h1").textContent()).isEqualTo("Your session has ended");

            Page second = visit.context()
                    .waitForPage(() -> page.locator("main a[target=_blank]").click());
            second.waitForURL(url -> url.contains("/realms/"));
            Visit.submitPassword(second, system.user("producer"));
            second.close();
            submit(page);

            assertThat(page.locator("#lot").inputValue()).isEqualTo(lot);
            assertThat(page.locator("#quantity").inputValue()).isEqualTo("12");
        }
    }

    @Test
    void a_form_is_not_sent_by_whoever_signs_in_next() {
        try (Visit visit = browser.open(PortalBrowser.DESK, true).signIn(system.user("producer"))) {
            Page page = visit.page();
            page.navigate("/batches/report");
            page.locator("#lot").fill("others-" + System.nanoTime());
            visit.context()
                    .clearCookies(new BrowserContext.ClearCookiesOptions()
                            .setName(Pattern.compile("q_session.*|KEYCLOAK.*|AUTH_SESSION.*")));
            submit(page);

            Page second = visit.context()
                    .waitForPage(() -> page.locator("main a[target=_blank]").click());
            second.waitForURL(url -> url.contains("/realms/"));
            Visit.submitPassword(second, "rekha");
            second.close();
            submit(page);

            assertThat(page.locator("h1").textContent()).isEqualTo("Somebody else filled in this form");
            assertThat(page.locator("header").textContent()).contains("Rekha Rao");
        }
    }

    @Test
    void a_session_that_has_ended_leads_back_to_the_page_that_was_asked_for() {
        try (Visit visit = browser.open(PortalBrowser.DESK, false)) {
            visit.page().navigate("/signed-out?to=" + URLEncoder.encode("/batches?state=HELD", StandardCharsets.UTF_8));
            visit.page().locator("main a[role=button]").click();
            Visit.submitPassword(visit.page(), system.user("producer"));
            assertThat(visit.page().url()).isEqualTo(origin + "/batches?state=HELD");
        }
    }

    @Test
    void a_form_from_another_site_does_nothing() {
        try (Visit visit = browser.open(PortalBrowser.DESK, true).signIn(system.user("producer"))) {
            String cookies = String.join(
                    "; ",
                    visit.context().cookies(origin).stream()
                            .map(cookie -> cookie.name + "=" + cookie.value)
                            .toList());
            Response forged = RestAssured.given()
                    .header("Cookie", cookies)
                    .formParam("product", "X")
                    .post(origin + "/batches/report");
            assertThat(forged.statusCode()).isEqualTo(400);
            for (Cookie cookie : visit.context().cookies(origin)) {
                assertThat(cookie.httpOnly).as(cookie.name).isTrue();
            }
        }
    }

    @Test
    void only_the_realm_and_the_services_are_behind_the_public_origin() {
        for (String path : List.of(
                "/admin/",
                "/realms/master",
                "/realms/master/protocol/openid-connect/auth",
                "/metrics",
                "/q/health",
                "/q/metrics")) {
            assertThat(RestAssured.given()
                            .redirects()
                            .follow(false)
                            .get(origin + path)
                            .statusCode())
                    .as(path)
                    .isEqualTo(404);
        }
        RestAssured.get(origin + "/realms/parasol/.well-known/openid-configuration")
                .then()
                .statusCode(200);
        Response answer = RestAssured.given()
                .auth()
                .oauth2(system.token("partner"))
                .get(origin + "/api/distribution/orders?limit=1");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.contentType()).startsWith("application/json");
    }

    @Test
    void no_sign_in_leads_to_another_host() {
        try (Visit visit = browser.open(PortalBrowser.DESK, true).signIn("rekha")) {
            for (String to :
                    List.of("//example.org/", "https://example.org/", "/\\example.org", "javascript:alert(1)")) {
                visit.page().navigate("/sign-in?to=" + URLEncoder.encode(to, StandardCharsets.UTF_8));
                assertThat(visit.page().url()).as(to).isEqualTo(origin + "/home");
            }
        }
    }

    private static void submit(Page page) {
        page.locator("main form button[type=submit]").first().click();
        page.waitForLoadState();
    }
}
