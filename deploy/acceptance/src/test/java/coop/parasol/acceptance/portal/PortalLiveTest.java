package coop.parasol.acceptance.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import coop.parasol.acceptance.RunningSystem;
import coop.parasol.acceptance.portal.PortalBrowser.Visit;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Open pages renew themselves when something of theirs has changed; nobody hears of another's. */
@ExtendWith(PortalExtension.class)
class PortalLiveTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Pattern STREAMS = Pattern.compile("(?m)^parasol_live_streams(?:\\{[^}]*})? ([0-9.]+)");
    private static final String LISTEN = "() => { window.heard = []; window.same = true;"
            + " new BroadcastChannel('parasol-live').onmessage = e => window.heard.push(...(e.data.changes || [])); }";

    private final RunningSystem system;
    private final PortalBrowser browser;

    PortalLiveTest(RunningSystem system, PortalBrowser browser) {
        this.system = system;
        this.browser = browser;
    }

    @Test
    void an_allocated_order_appears_in_all_tabs_of_its_partner_by_one_stream_and_nowhere_else() throws SQLException {
        long before = streams();
        try (Visit bazaar = browser.open(PortalBrowser.DESK, true).signIn(system.user("partner"));
                Visit emporium = browser.open(PortalBrowser.DESK, true).signIn("emporium")) {
            Page first = listening(bazaar.page());
            Page second = listening(bazaar.context().newPage());
            Page another = listening(emporium.page());
            await(first, "one stream a browser", () -> streams() == before + 2);
            String othersPage = another.locator("#orders").innerText();
            first.locator("#orders a").first().focus();

            String order = allocatedOrder();
            String row = rowOnAFreshPage(bazaar, order);
            for (Page page : List.of(first, second)) {
                await(
                        page,
                        "the allocated order appears",
                        () -> row(page, order).equals(row));
                assertThat(page.evaluate("window.same"))
                        .as("without being loaded again")
                        .isEqualTo(true);
                assertThat(heard(page)).contains("order:" + order);
                await(
                        page,
                        "says so",
                        () -> page.locator("#live-status").innerText().contains("changed"));
            }
            assertThat(first.evaluate("document.activeElement.matches('#orders a')"))
                    .as("the focus stays among the orders")
                    .isEqualTo(true);
            assertThat(heard(another)).as("another partner hears").isEmpty();
            assertThat(another.locator("#orders").innerText()).isEqualTo(othersPage);
            assertThat(bazaar.complaints()).isEmpty();

            first.close();
            await(second, "the other tab takes over", () -> streams() == before + 2);
            String next = allocatedOrder();
            await(second, "the next order appears", () -> !row(second, next).isEmpty());

            second.navigate("/sign-out");
            await(second, "the stream of who has signed out", () -> streams() == before + 1);
        }
    }

    @Test
    void nobody_listens_without_a_session() {
        Response answer = RestAssured.given()
                .redirects()
                .follow(false)
                .header("HX-Request", "true")
                .get(system.installation().publicOrigin() + "/live");
        assertThat(answer.statusCode()).isEqualTo(499);
    }

    /** What the tabs of the page's browser have told one another. */
    private static List<String> heard(Page page) {
        return ((List<?>) page.evaluate("window.heard"))
                .stream().map(String::valueOf).toList();
    }

    private static Page listening(Page page) {
        page.navigate("/orders");
        page.evaluate(LISTEN);
        return page;
    }

    private static String rowOnAFreshPage(Visit visit, String order) {
        Page fresh = visit.context().newPage();
        fresh.navigate("/orders");
        String row = row(fresh, order);
        fresh.close();
        assertThat(row).isNotEmpty();
        return row;
    }

    private static String row(Page page, String order) {
        List<String> rows =
                page.locator("#orders tr:has(a[href='/orders/" + order + "'])").allInnerTexts();
        return rows.isEmpty() ? "" : rows.getFirst();
    }

    /** Places an order as a partner's system does, of goods that are there, and waits until they are reserved. */
    private String allocatedOrder() throws SQLException {
        String earlier = asPartner("/orders?limit=100").getString("items.find { it.state != 'REFUSED' }.orderId");
        JsonPath line = asPartner("/orders/" + earlier);
        String product = line.getString("lines[0].product");
        String grade = line.getString("lines[0].grade");
        stock(product, grade);
        JsonPath placed = system.as("partner")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body(Map.of(
                        "reference",
                        "live-" + System.nanoTime(),
                        "lines",
                        List.of(Map.of(
                                "product",
                                product,
                                "grade",
                                grade,
                                "quantity",
                                Map.of("value", "1", "unit", line.getString("lines[0].quantity.unit"))))))
                .post(system.url("distribution") + "/orders")
                .then()
                .extract()
                .jsonPath();
        String order = placed.getString("orderId");
        assertThat(order).as(placed.prettify()).isNotNull();
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < until) {
            if (asPartner("/orders/" + order).getString("state").equals("ALLOCATED")) {
                return order;
            }
        }
        throw new AssertionError("the order is not allocated: " + placed.prettify());
    }

    private JsonPath asPartner(String path) {
        return system.as("partner")
                .get(system.url("distribution") + path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** Goods of a producer that sells already; only distribution knows of them. */
    private void stock(String product, String grade) throws SQLException {
        try (Connection database = system.installation().connectAsAdministrator("distribution");
                PreparedStatement insert = database.prepareStatement("""
                        insert into batch (batch_id, certificate_number, member_id, product, lot, grade, unit, expiry,
                                           certified, on_hand)
                        select gen_random_uuid(), gen_random_uuid()::text, (select member_id from producer limit 1), code,
                               'live-' || gen_random_uuid(), ?, unit, 'infinity', 10, 10
                          from product where code = ?
                        """)) {
            insert.setString(1, grade);
            insert.setString(2, product);
            assertThat(insert.executeUpdate()).isEqualTo(1);
        }
    }

    /** How many streams the portal has open. */
    private long streams() {
        String metrics =
                RestAssured.get(system.managementUrl("portal") + "/q/metrics").asString();
        Matcher gauge = STREAMS.matcher(metrics);
        assertThat(gauge.find()).as("the portal counts its streams").isTrue();
        return Math.round(Double.parseDouble(gauge.group(1)));
    }

    /** Lets the page do what it does until it is so. */
    private static void await(Page page, String what, BooleanSupplier so) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!so.getAsBoolean()) {
            assertThat(System.nanoTime()).as(what).isLessThan(until);
            page.waitForTimeout(100);
        }
    }
}
