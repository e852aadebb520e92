package coop.parasol.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.local.servers.Installation;
import io.restassured.path.json.JsonPath;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/**
 * Over all services after a season: a partner orders at a break, gets what is on hand, and wants no more of it. What was invoiced
 * costs more by a debit note; its payment reaches the pool of the goods and the books, no unit counts twice, and production is not
 * asked for what nobody wants.
 */
class DebitNotesTest {

    private static final RunningSystem SYSTEM = RunningSystem.afterASeason();
    private static final Installation INSTALLATION = SYSTEM.installation();
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Test
    void what_a_debit_note_brings_reaches_the_pool_and_the_books_and_counts_no_unit_twice() throws SQLException {
        String[] goods = rows("distribution", """
                        select product || ' ' || grade || ' ' || unit || ' ' || cast(sum(on_hand) as bigint)
                          from batch where certificate_state = 'CERTIFIED' and owner = 'MEMBER' and expiry >= current_date
                         group by product, grade, unit having sum(on_hand) > 0 order by sum(on_hand) limit 1
                        """).getFirst().split(" ");
        long onHand = Long.parseLong(goods[3]);
        long ordered = onHand + 150;
        BigDecimal price = new BigDecimal(
                rows("distribution", """
                select cast(unit_price / price_base / 100 as text) from price
                 where product = '%s' and grade = '%s' and scope_code = 'RETAIL' order by minimum_quantity limit 1
                """.formatted(goods[0], goods[1])).getFirst());
        publishBreak(goods, ordered, price.subtract(BigDecimal.ONE));
        String received = "select sum(received) from pool_receipt where product = '" + goods[0] + "'";
        long receivedBefore = Long.parseLong(rows("membership", received).getFirst());

        String order = order(goods, ordered, price.subtract(BigDecimal.ONE));
        String shipment = post("logistics-desk", "/orders/" + order + "/dispatches", """
                {"reference": "DN-%s"}""".formatted(order))
                .getString("shipmentId");
        post("logistics-desk", "/shipments/" + shipment + "/delivery", "{}");
        JsonPath reduced = post("partner", "/orders/" + order + "/lines/1/reductions", """
                {"quantity": {"value": "%d", "unit": "%s"}, "reason": "no more"}""".formatted(onHand, goods[2]));

        assertThat(reduced.getString("state")).isEqualTo("INVOICED");
        JsonPath note = SYSTEM.as("treasurer")
                .get(SYSTEM.url("distribution") + "/invoices?kind=DEBIT_NOTE&limit=1")
                .jsonPath();
        assertThat(note.getString("items[0].orderId")).isEqualTo(order);
        assertThat(new BigDecimal(note.getString("items[0].total.amount")))
                .as("one rupee more for each")
                .isEqualByComparingTo(BigDecimal.valueOf(onHand));
        String id = note.getString("items[0].invoiceId");
        post("treasurer", "/invoices/" + id + "/payment", """
                {"amount": {"amount": "%s", "currency": "INR"}, "bankReference": "UTR-%s"}""".formatted(note.getString("items[0].total.amount"), id));

        await("pricing", """
                select cast(i.paid as text) || ' ' || sum(g.net) || ' ' || cast(sum(g.quantity) as bigint)
                  from pool_invoice i join accepted_goods g using (invoice_id) where i.invoice_id = '%s' group by i.paid
                """.formatted(id), "%1$d %1$d 0".formatted(onHand * 100));
        await("membership", received, String.valueOf(receivedBefore + onHand * 100));
        await(
                "production",
                "select cast(sum(ordered - dispatched) as bigint) from order_line where order_id = '" + order + "'",
                "0");
    }

    private static void publishBreak(String[] goods, long from, BigDecimal price) {
        String list = SYSTEM.as("pricing-desk")
                .contentType("application/json")
                .body("""
                        {"prices": [{"product": "%s", "grade": "%s", "tier": "RETAIL", "minimumQuantity": {"value": "%d", "unit": "%s"},
                          "unitPrice": {"amount": "%s", "currency": "INR"}}], "differentials": [], "belowCostReason": "many at once"}
                        """.formatted(goods[0], goods[1], from, goods[2], price.toPlainString()))
                .post(SYSTEM.url("pricing") + "/price-lists")
                .then()
                .statusCode(201)
                .extract()
                .path("priceListId");
        SYSTEM.as("second pricing-desk")
                .contentType("application/json")
                .post(SYSTEM.url("pricing") + "/price-lists/" + list + "/approval")
                .then()
                .statusCode(200);
    }

    /** Once the break is known where orders are priced, and goods were looked for. */
    private static String order(String[] goods, long quantity, BigDecimal price) {
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() ->
                        !rows("distribution", """
                        select 1 from price where product = '%s' and minimum_quantity = %d
                        """.formatted(goods[0], quantity)).isEmpty());
        JsonPath placed =
                post("partner", "/orders", """
                {"reference": "PO-%s", "lines": [{"product": "%s", "grade": "%s", "quantity": {"value": "%d", "unit": "%s"}}]}
                """.formatted(UUID.randomUUID(), goods[0], goods[1], quantity, goods[2]));
        assertThat(placed.getString("state")).as(placed.prettify()).isEqualTo("ACCEPTED");
        assertThat(new BigDecimal(placed.getString("lines[0].unitPrice.amount")))
                .isEqualByComparingTo(price);
        String order = placed.getString("orderId");
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> rows("distribution", """
                        select 1 from order_line where order_id = '%s' and not allocation_pending and allocated > 0
                        """.formatted(order)).size() == 1);
        return order;
    }

    private static JsonPath post(String role, String path, String body) {
        return SYSTEM.as(role)
                .contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(body)
                .post(SYSTEM.url("distribution") + path)
                .then()
                .statusCode(org.hamcrest.Matchers.lessThan(300))
                .extract()
                .jsonPath();
    }

    private static void await(String database, String query, String expected) {
        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(rows(database, query)).containsExactly(expected));
    }

    private static List<String> rows(String database, String query) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = INSTALLATION.connectAsAdministrator(database);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }
}
