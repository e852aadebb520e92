package coop.parasol.acceptance.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import coop.parasol.acceptance.RunningSystem;
import coop.parasol.acceptance.portal.PortalBrowser.Visit;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody who means harm tries with the portal: scripts in what is typed, forms of other sites, forms sent twice. */
@ExtendWith(PortalExtension.class)
class PortalAttackTest {

    private static final String INJECTED = "<script>window.ran=1</script><img src=x onerror='window.ran=1'>\"'>";

    private final RunningSystem system;
    private final PortalBrowser browser;
    private final String origin;

    PortalAttackTest(RunningSystem system, PortalBrowser browser) {
        this.system = system;
        this.browser = browser;
        origin = browser.origin();
    }

    @Test
    void a_script_that_somebody_has_typed_is_shown_and_does_not_run() {
        try (Visit visit = browser.as(system.user("registrar"), PortalBrowser.DESK, true)) {
            Page page = visit.page();
            page.navigate("/registrar/members/" + system.ownId("producer"));
            page.locator("main a[href^='/registrar/applications/']").click();
            page.locator("[name=note]").fill(INJECTED);
            page.locator("main form[action$='/notes'] button").click();
            page.waitForURL("**/registrar/applications/**");

            assertThat(page.locator("main").innerText()).contains(INJECTED);
            assertThat(page.evaluate("window.ran")).isNull();
            assertThat(page.locator("main script, main img").count()).isZero();
        }
    }

    @Test
    void what_is_typed_into_addresses_and_filters_is_not_run_either() {
        try (Visit visit = browser.as(system.user("producer"), PortalBrowser.DESK, true)) {
            Page page = visit.page();
            for (String path : List.of("/batches?lot=", "/batches?product=", "/outlook?product=", "/join?name=")) {
                page.navigate(path + URLEncoder.encode(INJECTED, StandardCharsets.UTF_8));
                assertThat(page.evaluate("window.ran")).as(path).isNull();
                assertThat(page.locator("main img[src=x]").count()).as(path).isZero();
            }
        }
    }

    @Test
    void a_script_or_style_that_gets_into_a_page_all_the_same_is_refused() {
        try (Visit visit = browser.as(system.user("partner"), PortalBrowser.DESK, true)) {
            Page page = visit.page();
            page.navigate("/home");
            page.evaluate("""
                    () => {
                      const script = document.createElement('script');
                      script.textContent = 'window.ran = 1';
                      document.body.append(script);
                      const far = document.createElement('script');
                      far.src = 'https://example.org/evil.js';
                      document.body.append(far);
                      document.querySelector('main').insertAdjacentHTML('beforeend',
                          '<p id="marked" style="position:fixed" onclick="window.ran = 1">x</p>');
                      document.querySelector('#marked').click();
                    }
                    """);
            assertThat(page.evaluate("window.ran")).isNull();
            assertThat(page.evaluate("getComputedStyle(document.querySelector('#marked')).position"))
                    .isEqualTo("static");
            assertThat(visit.complaints()).as("refusals by the content policy").hasSizeGreaterThanOrEqualTo(3);
        }
    }

    /** Every form that a role's pages have, sent without a token, with an invented one, and with that of another session. */
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
    @Tag("full")
    void no_form_is_taken_from_another_site_of_a(String role) {
        try (Visit visit = browser.as(system.user(role), PortalBrowser.DESK, true);
                Visit other = browser.as("emporium", PortalBrowser.DESK, true)) {
            other.page().navigate("/orders/new");
            String ofAnother = other.page().locator("[name=csrf-token]").first().inputValue();
            Map<String, Boolean> actions = new TreeMap<>();
            new PortalCrawl(visit.page(), origin)
                    .from("/home", (path, answer) -> actions.putAll(actions(visit.page())));
            List<String> taken = new ArrayList<>();
            for (String action : actions.keySet()) {
                for (String token : List.of("", UUID.randomUUID().toString(), ofAnother)) {
                    FormData form = FormData.create().set("reason", "forged");
                    if (!token.isEmpty()) {
                        form.set("csrf-token", token);
                    }
                    RequestOptions forged = RequestOptions.create().setMaxRedirects(0);
                    APIResponse answer = visit.context()
                            .request()
                            .post(
                                    origin + action,
                                    actions.get(action) ? forged.setMultipart(form) : forged.setForm(form));
                    if (answer.status() != 400) {
                        taken.add(action + " with token \"" + token + "\": " + answer.status());
                    }
                }
            }
            assertThat(taken).isEmpty();
        }
    }

    /** Where the forms of a page are sent, and whether with files. */
    private static Map<String, Boolean> actions(Page page) {
        Map<String, Boolean> actions = new TreeMap<>();
        for (Locator form : page.locator("form[method=post]").all()) {
            actions.put(form.getAttribute("action"), "multipart/form-data".equals(form.getAttribute("enctype")));
        }
        return actions;
    }

    @Test
    void the_token_of_another_session_sends_no_form() {
        try (Visit visit = browser.as(system.user("producer"), PortalBrowser.DESK, true);
                Visit other = browser.as("emporium", PortalBrowser.DESK, true)) {
            other.page().navigate("/orders/new");
            String token = other.page().locator("[name=csrf-token]").first().inputValue();
            FormData form = FormData.create().set("csrf-token", token).set("title", "forged");
            RequestOptions sent = RequestOptions.create().setForm(form).setMaxRedirects(0);
            assertThat(visit.context()
                            .request()
                            .post(origin + "/votes/new", sent)
                            .status())
                    .isEqualTo(400);
        }
    }

    @Test
    void a_form_that_is_sent_twice_does_one_thing() {
        try (Visit visit = browser.as(system.user("partner"), PortalBrowser.DESK, false)) {
            Page page = visit.page();
            page.navigate("/catalogue");
            String product = page.locator("main small").first().innerText();
            String reference = "TWICE-" + System.nanoTime();
            page.navigate("/orders/new");
            page.locator("[name=reference]").fill(reference);
            page.locator("[name=pasted]").fill(product + "\t1");
            page.locator("button[name=do][value=read]").click();
            page.locator("button[name=do][value=check]").click();
            FormData form = FormData.create();
            for (var field :
                    page.locator("form[action='/orders/new/place'] input").all()) {
                form.append(field.getAttribute("name"), field.inputValue());
            }
            RequestOptions sent = RequestOptions.create().setForm(form).setMaxRedirects(0);
            APIResponse first = visit.context().request().post(origin + "/orders/new/place", sent);
            APIResponse second = visit.context().request().post(origin + "/orders/new/place", sent);
            assertThat(first.status()).isEqualTo(303);
            assertThat(second.headers().get("location"))
                    .isEqualTo(first.headers().get("location"));
            page.navigate("/orders");
            assertThat(page.locator("main tr:has-text('" + reference + "')").count())
                    .isOne();
            cancel(page, reference);
        }
    }

    /** Leaves no order behind that later goods would be allocated to; one that was refused for want of credit is none. */
    static void cancel(Page page, String reference) {
        page.locator("main tr:has-text('" + reference + "') a").click();
        Locator cancel = page.locator("main a[href$='/cancel']");
        if (cancel.count() == 0) {
            return;
        }
        cancel.click();
        page.locator("[name=reason]").fill("ordered by a test");
        page.locator("main form button[type=submit]").first().click();
        page.waitForLoadState();
    }
}
