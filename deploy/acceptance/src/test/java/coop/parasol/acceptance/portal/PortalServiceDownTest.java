package coop.parasol.acceptance.portal;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.acceptance.RunningSystem;
import coop.parasol.acceptance.portal.PortalBrowser.Visit;
import coop.parasol.local.servers.Component;
import coop.parasol.local.servers.ServiceLauncher;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A service that is down costs its part of a page, and not the page. */
@Tag("full")
class PortalServiceDownTest {

    private static final long PATIENCE_MS = 2_000;
    private static final String MISSING = "This part cannot be shown.";

    /** What each role's first page is made of. */
    private static final Map<String, Set<Component>> FIRST_PAGES = Map.of(
            "producer", Set.of(Component.MEMBERSHIP, Component.PRODUCTION),
            "auditor", Set.of(Component.QUALITY),
            "partner", Set.of(Component.DISTRIBUTION),
            "registrar", Set.of(Component.MEMBERSHIP),
            "treasurer", Set.of(Component.MEMBERSHIP, Component.DISTRIBUTION),
            "quality-desk", Set.of(Component.QUALITY),
            "pricing-desk", Set.of(Component.PRICING),
            "logistics-desk", Set.of(Component.DISTRIBUTION));

    /** Other pages with a part of another service than the one that they are about. */
    private static final List<Page> OTHERS = List.of(
            new Page("producer", "/money", Component.PRICING),
            new Page("producer", "/batches/{batch}", Component.QUALITY),
            new Page("treasurer", "/scan?code=A-1", Component.MEMBERSHIP),
            new Page("treasurer", "/scan?code=A-1", Component.DISTRIBUTION),
            new Page("treasurer", "/search?q=A-1", Component.DISTRIBUTION),
            new Page("administrator", "/administration/log", Component.QUALITY),
            new Page("administrator", "/administration/log", Component.PRODUCTION));

    /** @param part the service whose part of the page is named as missing while it is down */
    private record Page(String role, String path, Component part) {}

    private static RunningSystem system;
    private static String batch;
    private static final Map<String, String> COOKIES = new HashMap<>();

    @BeforeAll
    static void signIn() {
        system = RunningSystem.afterASeason();
        batch = system.as("producer")
                .get(system.url("production") + "/batches?limit=1")
                .jsonPath()
                .getString("items[0].batchId");
        try (PortalBrowser browser = new PortalBrowser(system.installation().publicOrigin())) {
            for (String role : FIRST_PAGES.keySet()) {
                remember(browser, role);
            }
            remember(browser, "administrator");
        }
    }

    @AfterAll
    static void allRun() {
        ServiceLauncher services =
                new ServiceLauncher(system.installation(), RunningSystem.settings(system.installation()));
        for (Component service : Component.services()) {
            if (system.installation().processes().running(service).isEmpty()) {
                services.launch(service);
                services.await(service);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"MEMBERSHIP", "QUALITY", "PRICING", "PRODUCTION", "DISTRIBUTION"})
    void pages_are_shown_without_the_part_of_a_service_that_is_down(Component service) {
        List<String> wrong = new ArrayList<>();
        system.installation().processes().kill(service);
        FIRST_PAGES.forEach((role, parts) -> check(role, "/home", parts.contains(service), wrong));
        OTHERS.stream()
                .filter(page -> page.part() == service)
                .forEach(page -> check(page.role(), page.path().replace("{batch}", batch), true, wrong));
        check("administrator", "/home", false, wrong);
        assertThat(wrong).as(service + " is down").isEmpty();

        ServiceLauncher services =
                new ServiceLauncher(system.installation(), RunningSystem.settings(system.installation()));
        services.launch(service);
        services.await(service);
        FIRST_PAGES.forEach((role, parts) -> check(role, "/home", false, wrong));
        assertThat(wrong).as(service + " is back").isEmpty();
    }

    private static void check(String role, String path, boolean misses, List<String> wrong) {
        Response answer = RestAssured.given()
                .redirects()
                .follow(false)
                .header("Cookie", COOKIES.get(role))
                .get(system.installation().publicOrigin() + path);
        String page = role + " at " + path;
        if (answer.statusCode() != 200) {
            wrong.add(page + " gets " + answer.statusCode());
            return;
        }
        if (answer.timeIn(TimeUnit.MILLISECONDS) > PATIENCE_MS) {
            wrong.add(page + " waits " + answer.timeIn(TimeUnit.MILLISECONDS) + " ms");
        }
        if (answer.asString().contains(MISSING) != misses) {
            wrong.add(page + (misses ? " is not told what is missing" : " misses something"));
        }
    }

    private static void remember(PortalBrowser browser, String role) {
        try (Visit visit = browser.open(PortalBrowser.DESK, false).signIn(system.user(role))) {
            COOKIES.put(
                    role,
                    visit.context().cookies().stream()
                            .map(cookie -> cookie.name + "=" + cookie.value)
                            .collect(Collectors.joining("; ")));
        }
    }
}
