package coop.parasol.acceptance.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import coop.parasol.acceptance.RunningSystem;
import coop.parasol.acceptance.portal.PortalBrowser.Visit;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The portal and Keycloak's page before it are read in the language that was chosen, and else in the browser's. */
class PortalLanguageTest {

    private static final int MAX_BYTES = 100_000;

    private static RunningSystem system;
    private static PortalBrowser browser;

    @BeforeAll
    static void open() {
        system = RunningSystem.afterASeason();
        browser = new PortalBrowser(system.installation().publicOrigin());
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    @ParameterizedTest
    @CsvSource({
        "hi, hi, प्रमाणपत्र, सदस्यता",
        "gu-IN, gu, પ્રમાણપત્ર, સભાસદ",
        "ja-JP, ja, 証明書, 加入",
        "zh-CN, zh-Hans, 证书, 入社",
        "fr, en, certificate, membership"
    })
    void public_pages_are_in_the_language_that_the_browser_asks_for(
            String asked, String lang, String certificate, String join) {
        try (Visit visit = browser.open(PortalBrowser.PHONE, false, asked)) {
            Page page = visit.page();
            for (String path : List.of("/", "/certificates", "/certificates/verify", "/catalogue", "/join", "/help")) {
                read(page, path, lang);
            }
            page.navigate("/");
            assertThat(page.locator("footer").innerText()).contains(certificate).contains(join);
        }
    }

    @ParameterizedTest
    @CsvSource({"hi, hi, हिन्दी, पासवर्ड", "gu, gu, ગુજરાતી, પાસવર્ડ", "ja, ja, 日本語, パスワード", "zh, zh-Hans, 简体中文, 密码"})
    void a_choice_sticks_through_the_sign_in_and_a_roles_pages(String code, String lang, String name, String password) {
        try (Visit visit = browser.open(PortalBrowser.PHONE, false)) {
            Page page = visit.page();
            page.navigate("/join");
            page.locator("footer a", new Page.LocatorOptions().setHasText(name)).click();
            assertThat(page.url()).endsWith("/join");
            assertThat(page.locator("html").getAttribute("lang")).isEqualTo(lang);

            page.navigate("/sign-in");
            assertThat(page.locator("label[for=password]").innerText()).contains(password);

            visit.signIn(system.user("producer"));
            for (String path : List.of(
                    "/home",
                    "/outlook",
                    "/commitments",
                    "/batches",
                    "/my-quality",
                    "/money",
                    "/share",
                    "/votes",
                    "/bylaws")) {
                read(page, path, lang);
            }
            assertThat(page.locator("main").innerText()).doesNotContain("Holdback share");
            assertThat(visit.complaints()).isEmpty();
        }
    }

    @Test
    void another_place_is_not_gone_to_after_a_choice() {
        try (Visit visit = browser.open(PortalBrowser.PHONE, false)) {
            visit.page().navigate("/language/hi?to=//example.org/");

            assertThat(visit.page().url()).isEqualTo(system.installation().publicOrigin() + "/");
            assertThat(visit.page().navigate("/language/fr").status()).isEqualTo(404);
        }
    }

    private static void read(Page page, String path, String lang) {
        Response answer = page.navigate(path);
        assertThat(answer.status()).as(path).isEqualTo(200);
        assertThat(page.locator("html").getAttribute("lang")).as(path).isEqualTo(lang);
        assertThat(answer.body().length).as(path).isLessThan(MAX_BYTES);
    }
}
