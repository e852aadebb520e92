package coop.parasol.local.orders;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import coop.parasol.contracts.Period;
import coop.parasol.csv.CsvWriter;
import coop.parasol.local.client.Json;
import coop.parasol.local.client.ParasolApi;
import coop.parasol.local.servers.Component;
import coop.parasol.local.servers.Installation;
import coop.parasol.local.servers.Ports;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Orders are placed on an endpoint that repeats its response to a known idempotency key, as distribution does. */
class OrderSubmitterTest {

    private static final String HEADER = "Invoice;StockCode;Description;Quantity;Date;Price;Customer;Country\n";
    private static final String X = "1;A;a;1;2010-12-01;1;7;IN\n";
    private static final String Y = "2;A;a;1;2010-12-01;1;7;IN\n";

    @TempDir
    Path folder;

    private final Map<String, String> ordersByKey = new LinkedHashMap<>();
    private final StringBuilder rejects = new StringBuilder();
    private final HttpServer server;
    private volatile boolean refusing;

    OrderSubmitterTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void start() {
        server.createContext("/realms", exchange -> send(exchange, 200, """
            {"access_token": "t", "expires_in": 300}\
            """));
        server.createContext("/orders", this::place);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void the_rows_of_an_order_are_one_order_wherever_in_the_file_they_stand() throws IOException {
        OrderSubmitter first = run(X + Y + X);
        OrderSubmitter second = run(X + Y + X);

        assertThat(first.orders).isEqualTo(2);
        assertThat(first.rowsAccepted).isEqualTo(3);
        assertThat(second.orders).isEqualTo(2);
        assertThat(second.ordersAcceptedBefore).isEqualTo(2);
        assertThat(ordersByKey).hasSize(2);
    }

    @Test
    void an_order_with_a_bad_row_is_not_placed_without_it() throws IOException {
        OrderSubmitter result = run(X + Y + "1;A;b;none;2010-12-01;1;7;IN\n");

        assertThat(result.orders).isEqualTo(1);
        assertThat(result.rejected).isEqualTo(Map.of("malformed number", 1L, "incomplete order", 1L));
    }

    @Test
    void an_order_that_a_row_without_an_order_number_follows_is_not_placed_without_it() throws IOException {
        OrderSubmitter result = run(X + ";A;b;1;;1;;\n" + Y);

        assertThat(result.orders).isEqualTo(1);
        assertThat(result.rejected).isEqualTo(Map.of("no order number", 1L, "incomplete order", 1L));
    }

    @Test
    void a_refused_order_is_placed_again_by_the_next_import_and_accepted_once() throws IOException {
        refusing = true;
        OrderSubmitter refused = run(X);
        assertThat(refused.orders).isZero();
        assertThat(refused.rejected).isEqualTo(Map.of("order refused", 1L));
        assertThat(rejects.toString()).contains("2,order refused: CREDIT_LIMIT,1,A,a,1");
        run(X);
        assertThat(ordersByKey).as("placed once more by each import").hasSize(2);

        refusing = false;
        OrderSubmitter accepted = run(X);
        OrderSubmitter again = run(X);

        assertThat(accepted.orders).isEqualTo(1);
        assertThat(accepted.ordersAcceptedBefore).isZero();
        assertThat(again.orders).isEqualTo(1);
        assertThat(again.ordersAcceptedBefore).isEqualTo(1);
        assertThat(ordersByKey.values().stream().filter(order -> order.contains("ACCEPTED")))
                .hasSize(1);
    }

    @Test
    void a_row_with_an_impossible_date_is_rejected_and_the_import_continues() throws IOException {
        OrderSubmitter result = run(X + "3;A;a;1;0010-12-01;1;7;IN\n4;A;a;1;2010-13-01;1;7;IN\n" + Y);

        assertThat(result.orders).isEqualTo(2);
        assertThat(result.rejected).isEqualTo(Map.of("malformed date", 2L));
    }

    private OrderSubmitter run(String rows) throws IOException {
        Path file = Files.writeString(folder.resolve("orders.csv"), HEADER + rows);
        Ports ports = Ports.from(Map.of(
                Component.KEYCLOAK.portVariable(), port(),
                Component.DISTRIBUTION.portVariable(), port()));
        ParasolApi api = new ParasolApi(Installation.at(folder, folder, ports), notice -> {});
        try (CsvWriter printer = new CsvWriter(rejects);
                CsvWriter priceDifferences = new CsvWriter(new StringBuilder())) {
            OrderFile orderFile = OrderFile.open(file, new OrderFile.FormatOptions(null, null, null, null, null));
            OrderFileSummary summary = new OrderFileSummary();
            orderFile.forEachRow(summary);
            OrderSubmitter orders = new OrderSubmitter(
                    new MasterDataImport(api),
                    printer,
                    priceDifferences,
                    new ProgressBar("rows", 10),
                    Instant.now(),
                    summary,
                    Period.parse("2010-W48"));
            orderFile.forEachRow(orders);
            return orders;
        }
    }

    private String port() {
        return Integer.toString(server.getAddress().getPort());
    }

    private synchronized void place(HttpExchange exchange) throws IOException {
        String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
        String earlier = ordersByKey.get(key);
        if (earlier != null) {
            exchange.getResponseHeaders().set("Idempotency-Replayed", "true");
            send(exchange, 201, earlier);
            return;
        }
        String order = Json.write(Map.of(
                "orderId", UUID.randomUUID().toString(),
                "state", refusing ? "REFUSED" : "ACCEPTED",
                "refusal", Map.of("reason", refusing ? "CREDIT_LIMIT" : ""),
                "placedAt", Instant.now().toString()));
        ordersByKey.put(key, order);
        send(exchange, 201, order);
    }

    private static void send(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
