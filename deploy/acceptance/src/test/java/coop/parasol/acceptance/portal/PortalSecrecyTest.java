package coop.parasol.acceptance.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import coop.parasol.acceptance.RunningSystem;
import coop.parasol.acceptance.portal.PortalBrowser.Visit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What is one person's is sought by others: every address of a role's pages and documents, opened by somebody else of the same role,
 * by other roles and by nobody, never has the first one's names, lots or references.
 */
class PortalSecrecyTest {

    private static final int FIRST_ERROR = 400;
    private static final Pattern HAS_ID = Pattern.compile(".*/[0-9a-f]{8}-[0-9a-f-]{27}.*");

    /** What everybody of the firm may see, whoever has made it. */
    private static final Pattern SHARED = Pattern.compile("/(votes|certificates|help|bylaws|share/register)([./].*)?");

    /** What was typed into a filter stands there again. */
    private static final Pattern TYPED = Pattern.compile("<(input|option|a)[^>]*>");

    private static RunningSystem system;
    private static PortalBrowser browser;
    private static String origin;

    private final List<String> seen = new ArrayList<>();

    @BeforeAll
    static void open() {
        system = RunningSystem.afterASeason();
        origin = system.installation().publicOrigin();
        browser = new PortalBrowser(origin);
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    @Test
    void nobody_sees_what_is_of_a_producer() {
        Map<String, Object> other = otherProducer();
        List<String> secrets = new ArrayList<>(memberSecrets(system.ownId("producer")));
        try (Visit victim = browser.open(PortalBrowser.DESK, true).signIn(system.user("producer"))) {
            victim.page().navigate("/batches");
            secrets.addAll(victim.page().locator("main tbody td:first-child").allInnerTexts());
            Set<String> addresses = addresses(victim.page());
            assertThat(addresses.stream().filter(each -> HAS_ID.matcher(each).matches()))
                    .as("addresses with ids")
                    .hasSizeGreaterThan(3);
            for (String user : List.of(String.valueOf(other.get("email")), "bazaar", "")) {
                tryAll(user, addresses, secrets);
            }
        }
        assertThat(seen).isEmpty();
    }

    @Test
    void no_filter_of_a_list_finds_what_is_of_another_producer() {
        Map<String, Object> other = otherProducer();
        try (Visit victim = browser.open(PortalBrowser.DESK, true).signIn(system.user("producer"));
                Visit thief = browser.open(PortalBrowser.DESK, true).signIn(String.valueOf(other.get("email")))) {
            victim.page().navigate("/batches");
            for (String lot : victim.page().locator("main tbody td:first-child").allInnerTexts()) {
                for (String path : List.of("/batches?lot=" + lot, "/batches?state=CERTIFIED&lot=" + lot)) {
                    thief.page().navigate(path);
                    assertThat(thief.page().locator("main tbody td:first-child").allInnerTexts())
                            .as(path)
                            .doesNotContain(lot);
                }
            }
        }
    }

    @Test
    void nobody_sees_what_is_of_a_partner() {
        List<String> secrets = new ArrayList<>();
        try (Visit victim = browser.open(PortalBrowser.DESK, true).signIn(system.user("partner"))) {
            for (String list : List.of("/orders", "/deliveries", "/invoices")) {
                victim.page().navigate(list);
                secrets.addAll(victim.page()
                        .locator("main tbody tr")
                        .first()
                        .locator("a")
                        .first()
                        .allInnerTexts());
            }
            assertThat(secrets).hasSize(3);
            Set<String> addresses = addresses(victim.page());
            for (String user : List.of("emporium", system.user("producer"), system.user("auditor"), "")) {
                tryAll(user, addresses, secrets);
            }
        }
        assertThat(seen).isEmpty();
    }

    @Test
    @Tag("full")
    void nobody_but_the_desks_sees_what_is_of_the_desks() {
        List<String> secrets = memberSecrets(system.ownId("producer"));
        for (String role : List.of("registrar", "treasurer", "logistics-desk", "pricing-desk", "quality-desk")) {
            try (Visit victim = browser.open(PortalBrowser.DESK, true).signIn(system.user(role))) {
                Set<String> addresses = addresses(victim.page());
                for (String user :
                        List.of("emporium", String.valueOf(otherProducer().get("email")), "")) {
                    tryAll(user, addresses, secrets);
                }
            }
        }
        assertThat(seen).isEmpty();
    }

    /** Another active member than the one who is sought after. */
    private static Map<String, Object> otherProducer() {
        return Objects.requireNonNull(system.as("registrar")
                .queryParam("limit", 200)
                .get(system.url("membership") + "/members")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getMap("items.find { it.state == 'ACTIVE' && it.memberId != '" + system.ownId("producer") + "' }"));
    }

    private static List<String> memberSecrets(String memberId) {
        Map<String, String> member = system.as("registrar")
                .get(system.url("membership") + "/members/" + memberId)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getMap("");
        return List.of("name", "email", "registrationNumber", "iban").stream()
                .map(member::get)
                .filter(Objects::nonNull)
                .collect(Collectors.toList());
    }

    /** All that the pages of a role lead to, one address of each kind, and every document. */
    private static Set<String> addresses(Page page) {
        Set<String> all = new LinkedHashSet<>();
        new PortalCrawl(page, origin).from("/home", (path, answer) -> {
            all.add(path);
            for (Object link : (List<?>) page.evaluate(
                    "[...document.querySelectorAll('main a[href], main img[src]')].map(a => a.href || a.src)")) {
                if (link.toString().startsWith(origin)) {
                    all.add(link.toString().substring(origin.length()).replaceFirst("#.*", ""));
                }
            }
        });
        all.removeIf(path -> path.startsWith("/sign-")
                || path.startsWith("/language/")
                || SHARED.matcher(path).matches());
        return all;
    }

    /** An empty user is somebody who has not signed in. */
    private void tryAll(String user, Set<String> addresses, List<String> secrets) {
        try (Visit thief = browser.open(PortalBrowser.DESK, true)) {
            if (!user.isEmpty()) {
                thief.signIn(user);
            }
            for (String path : addresses) {
                APIResponse answer = thief.context()
                        .request()
                        .get(origin + path, RequestOptions.create().setMaxRedirects(0));
                if (answer.status() >= 500) {
                    seen.add(path + " is answered " + answer.status() + " to " + user);
                }
                String body = TYPED.matcher(answer.text()).replaceAll("");
                boolean isPage =
                        answer.headers().getOrDefault("content-type", "").startsWith("text/html");
                for (String secret : secrets) {
                    if (body.contains(secret)) {
                        seen.add(path + " shows " + secret + " to " + user);
                    }
                }
                if (answer.status() < FIRST_ERROR
                        && HAS_ID.matcher(path).matches()
                        && !isPage
                        && answer.status() == 200) {
                    seen.add(path + " gives a document to " + user);
                }
            }
        }
    }
}
