package coop.parasol.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import coop.parasol.local.client.ApiUser;
import coop.parasol.local.client.ParasolApi;
import coop.parasol.local.orders.OrderImport;
import coop.parasol.local.servers.Component;
import coop.parasol.local.servers.Installation;
import coop.parasol.local.servers.ServiceLauncher;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Distribution is killed at random moments while orders are taken and allocated. Callers without an answer repeat their request with the
 * same key: every order that was answered is on record once, and no unit is promised twice. Where it is asked to stop, whoever waits is
 * answered.
 */
class OrdersKilledTest {

    private static final Installation INSTALLATION =
            RunningSystem.afterASeason().installation();

    private static final int CALLERS = 4;
    private static final int ORDERS_PER_CALLER = 40;
    private static final int UNITS_PER_ORDER = 2;
    /** Fewer than are ordered, in several batches: who comes last waits. */
    private static final int BATCHES = 40;

    private static final int UNITS_PER_BATCH = 5;
    private static final int KILLS = 3;

    @TempDir
    Path folder;

    private final ServiceLauncher services =
            new ServiceLauncher(INSTALLATION, Map.of("PARASOL_BYLAWS_NOTICE_PERIOD", "P0D"));
    private final long seed = System.nanoTime();
    private final String tag = Long.toString(seed, 36).toUpperCase(java.util.Locale.ROOT);
    private final String product = tag + "SHIRT";
    private final ParasolApi api = new ParasolApi(INSTALLATION, notice -> {});
    private final ApiUser leela = api.demoUser("leela");
    private final Map<String, String> answered = new ConcurrentHashMap<>();

    @Test
    void an_order_that_was_answered_is_there_after_kills_and_nothing_is_allocated_twice() throws Exception {
        String partner = importedPartner();
        stock();
        List<CompletableFuture<Void>> callers = IntStream.range(0, CALLERS)
                .mapToObj(caller ->
                        CompletableFuture.runAsync(() -> placeOrders(partner, caller), Thread::startVirtualThread))
                .toList();

        int killedWhileOrdering = kill(callers);
        for (CompletableFuture<Void> caller : callers) {
            caller.get(3, TimeUnit.MINUTES);
        }

        assertThat(killedWhileOrdering)
                .as("seed %d: kills while orders were placed", seed)
                .isPositive();
        assertThat(answered).hasSize(CALLERS * ORDERS_PER_CALLER);
        answered.forEach((key, orderId) -> assertThat(place(partner, key)).isEqualTo(orderId));
        assertThat(number("select count(*) from sales_order where reference like 'K-" + tag + "-%'"))
                .as("seed %d: each order once", seed)
                .isEqualTo(CALLERS * ORDERS_PER_CALLER);
        everythingIsAllocatedOnce();
    }

    @Test
    void an_order_that_waits_when_the_service_is_stopped_is_told_to_come_again() throws Exception {
        String partner = importedPartner();
        String key = tag + "-waits";
        try (Connection holder = connection();
                Statement statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            statement.execute("select 1 from partner where partner_id = '" + partner + "' for no key update");
            CompletableFuture<Response> waiting =
                    CompletableFuture.supplyAsync(() -> placeOnce(partner, key), Thread::startVirtualThread);
            Awaitility.await()
                    .until(() -> number("select count(*) from pg_stat_activity where datname = current_database()"
                                    + " and wait_event_type = 'Lock'")
                            > 0);

            Instant begun = Instant.now();
            INSTALLATION.processes().stop(Component.DISTRIBUTION);

            Response answer = waiting.get(10, TimeUnit.SECONDS);
            assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(503);
            assertThat(answer.jsonPath().getString("code")).isEqualTo("service-ends");
            assertThat(answer.header("Retry-After")).isEqualTo("5");
            assertThat(Duration.between(begun, Instant.now()))
                    .as("stopped after")
                    .isLessThan(Duration.ofSeconds(9));
            holder.rollback();
        } finally {
            services.launch(Component.DISTRIBUTION);
            services.await(Component.DISTRIBUTION);
        }

        assertThat(place(partner, key)).as("asked again with its key").isNotEmpty();
        assertThat(number("select count(*) from sales_order where reference = 'K-" + key + "'"))
                .isOne();
    }

    private void everythingIsAllocatedOnce() throws SQLException {
        String lines = "from order_line where product = '" + product + "'";
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> number("select count(*) " + lines + " and allocation_pending") == 0);
        int units = BATCHES * UNITS_PER_BATCH;
        assertThat(number("select sum(allocated) " + lines)).as("seed %d", seed).isEqualTo(units);
        assertThat(number(
                        "select sum(r.quantity) from reservation r join order_line using (order_id, line) where product = '"
                                + product + "'"))
                .as("seed %d", seed)
                .isEqualTo(units);
        JsonNode check = leela.post(Component.DISTRIBUTION, "/stock/check", Map.of());
        assertThat(check.path("conserved").asBoolean())
                .as("seed %d: %s", seed, check)
                .isTrue();
    }

    /** Kills while orders are placed; returns how often. */
    private int kill(List<CompletableFuture<Void>> callers) {
        Random random = new Random(seed);
        int kills = 0;
        while (kills < KILLS && !callers.stream().allMatch(CompletableFuture::isDone)) {
            LockSupport.parkNanos(Duration.ofMillis(100 + random.nextInt(400)).toNanos());
            INSTALLATION.processes().kill(Component.DISTRIBUTION);
            services.launch(Component.DISTRIBUTION);
            services.await(Component.DISTRIBUTION);
            kills++;
        }
        return kills;
    }

    private void placeOrders(String partner, int caller) {
        for (int order = 0; order < ORDERS_PER_CALLER; order++) {
            String key = tag + "-" + caller + "-" + order;
            answered.put(key, place(partner, key));
        }
    }

    /** Repeated until it is answered; returns the order's id. */
    private String place(String partner, String key) {
        JsonNode order = leela.post(Component.DISTRIBUTION, "/orders", order(partner, key), key);
        assertThat(order.path("state").asText()).isEqualTo("ACCEPTED");
        return order.path("orderId").asText();
    }

    private Map<String, Object> order(String partner, String key) {
        return Map.of(
                "partnerId",
                partner,
                "reference",
                "K-" + key,
                "lines",
                List.of(Map.of(
                        "product",
                        product,
                        "quantity",
                        Map.of("value", Integer.toString(UNITS_PER_ORDER), "unit", "C62"))));
    }

    private Response placeOnce(String partner, String key) {
        return RunningSystem.afterASeason()
                .as("logistics-desk")
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(order(partner, key))
                .post(INSTALLATION.url(Component.DISTRIBUTION) + "/orders");
    }

    /** A product with its price and a partner, as they come with an order file. */
    private String importedPartner() throws IOException, SQLException {
        Path file = folder.resolve("orders.csv");
        Files.writeString(file, """
                order;sku;qty;date;price;customer;country
                @1;@SHIRT;1;2026-11-20;5.00;@P;IN
                """.replace("@", tag));
        new OrderImport(api, file, folder, null, null, null, null, null).run();
        return text("select partner_id from sales_order join order_line using (order_id) where product = '" + product
                + "'");
    }

    /** Goods of a producer that sells already; only distribution knows of them. */
    private void stock() throws SQLException {
        change("""
                insert into batch (batch_id, certificate_number, member_id, product, lot, grade, unit, expiry, certified, on_hand)
                select gen_random_uuid(), gen_random_uuid()::text, (select member_id from producer limit 1), code,
                       'K-' || code || '-' || n, grades[1], unit, 'infinity', %2$d, %2$d
                  from product, generate_series(1, %3$d) n where code = '%1$s'
                """.formatted(product, UNITS_PER_BATCH, BATCHES));
        // the order of the file waits for goods, of which nobody was told
        change("update order_line set allocation_pending = true, pending_since = now() where product = '" + product
                + "'");
    }

    private static long number(String query) throws SQLException {
        return Long.parseLong(text(query));
    }

    private static String text(String query) throws SQLException {
        try (Connection connection = connection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1).replaceFirst("\\.0+$", "");
        }
    }

    private static void change(String sql) throws SQLException {
        try (Connection connection = connection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private static Connection connection() throws SQLException {
        return DriverManager.getConnection(
                INSTALLATION.jdbcUrl("distribution"),
                "distribution",
                INSTALLATION.secrets().get("database.distribution"));
    }
}
