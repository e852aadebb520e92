package coop.parasol.acceptance.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What is one person's is sought by others: every address of a role's pages and documents, opened by somebody else of the same role,
 * by other roles and by nobody, never has the first one's names, lots or references.
 */
@ExtendWith(PortalExtension.class)
class PortalSecrecyTest {

    private static final int FIRST_ERROR = 400;
    private static final Pattern HAS_ID = Pattern.compile(".*/[0-9a-f]{8}-[0-9a-f-]{27}.*");

    /** What everybody of the firm may see, whoever has made it. */
    private static final Pattern SHARED = Pattern.compile("/(votes|certificates|help|bylaws|share/register)([./].*)?");

    /** What was typed into a filter stands there again. */
    private static final Pattern TYPED = Pattern.compile("<(input|option|a)[^>]*>");

    private final RunningSystem system;
    private final PortalBrowser browser;
    private final String origin;

    private final List<String> seen = new ArrayList<>();

    PortalSecrecyTest(RunningSystem system, PortalBrowser browser) {
        this.system = system;
        this.browser = browser;
        origin = browser.origin();
    }

    @Test
    void nobody_sees_what_is_of_a_producer() {
        Map<String, Object> other = otherProducer();
        List<String> secrets = new ArrayList<>(memberSecrets(system.ownId("producer")));
        try (Visit victim = browser.as(system.user("producer"), PortalBrowser.DESK, true)) {
            victim.page().navigate("/batches");
            secrets.addAll(victim.page().locator("main tbody td:first-child").allInnerTexts());
            Set<String> addresses = addresses(victim);
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
        try (Visit victim = browser.as(system.user("producer"), PortalBrowser.DESK, true);
                Visit thief = browser.as(String.valueOf(other.get("email")), PortalBrowser.DESK, true)) {
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
        try (Visit victim = browser.as(system.user("partner"), PortalBrowser.DESK, true)) {
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
            Set<String> addresses = addresses(victim);
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
            try (Visit victim = browser.as(system.user(role), PortalBrowser.DESK, true)) {
                Set<String> addresses = addresses(victim);
                for (String user :
                        List.of("emporium", String.valueOf(otherProducer().get("email")), "")) {
                    tryAll(user, withoutOwn(user, addresses), secrets);
                }
            }
        }
        assertThat(seen).isEmpty();
    }

    /** Another active member than the one who is sought after. */
    private Map<String, Object> otherProducer() {
        return Objects.requireNonNull(system.as("registrar")
                .queryParam("limit", 200)
                .get(system.url("membership") + "/members")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getMap("items.find { it.state == 'ACTIVE' && it.memberId != '" + system.ownId("producer") + "' }"));
    }

    private List<String> memberSecrets(String memberId) {
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
    private Set<String> addresses(Visit visit) {
        Set<String> all = new LinkCrawl(visit.context().request(), origin).from("/home");
        all.removeIf(path -> path.startsWith("/sign-") || SHARED.matcher(path).matches());
        return all;
    }

    /** A desk's lists lead to documents of the thief's own as well. */
    private Set<String> withoutOwn(String user, Set<String> addresses) {
        if (user.isEmpty()) {
            return addresses;
        }
        Set<String> others = new LinkedHashSet<>(addresses);
        try (Visit own = browser.as(user, PortalBrowser.DESK, true)) {
            others.removeAll(addresses(own));
        }
        return others;
    }

    /** An empty user is somebody who has not signed in. */
    private void tryAll(String user, Set<String> addresses, List<String> secrets) {
        try (Visit thief = user.isEmpty()
                ? browser.open(PortalBrowser.DESK, false)
                : browser.as(user, PortalBrowser.DESK, false)) {
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
