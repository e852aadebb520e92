package coop.parasol.distribution.order;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.distribution.UseCases;
import coop.parasol.distribution.order.rules.OrderState;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Calls take their locks in one order, so that they do not wait for each other in a circle; and one that PostgreSQL rolls back to break
 * a deadlock with somebody who does not is done again, and nobody sees it.
 */
@QuarkusTest
@TestSecurity(
        user = "bazaar",
        roles = {"partner", "logistics-desk", "treasurer"})
@OidcSecurity(claims = @Claim(key = "partner_id", value = DeadlockTest.PARTNER))
class DeadlockTest {

    static final String PARTNER = "0198c000-0000-7000-8000-0000000000d1";

    private static final UUID PARTNER_ID = UUID.fromString(PARTNER);
    private static final int MAX_ATTEMPTS = 5;

    @Inject
    UseCases useCases;

    @Inject
    Jdbi jdbi;

    private String product = "";

    @BeforeEach
    void a_partner_and_a_product() {
        useCases.execute(
                "insert into partner (partner_id, name, country, tier, credit_limit) values (?::uuid, 'Bazaar', 'IN',"
                        + " 'RETAIL', 1000000) on conflict do nothing",
                PARTNER);
        product = useCases.product();
    }

    @Test
    void a_cancellation_that_lost_a_deadlock_is_done_again() throws Exception {
        boolean requestLost = false;
        for (int attempt = 0; attempt < MAX_ATTEMPTS && !requestLost; attempt++) {
            Order order = allocated();
            requestLost = deadlocked(order, () -> cancel(order));

            assertThat(useCases.find(order.orderId()).state()).isEqualTo(OrderState.CANCELLED);
        }
        assertThat(requestLost).as("a deadlock that the request lost").isTrue();
    }

    @Test
    void a_delivery_that_lost_a_deadlock_is_done_again() throws Exception {
        deliver(dispatch(allocated()));
        boolean requestLost = false;
        for (int attempt = 0; attempt < MAX_ATTEMPTS && !requestLost; attempt++) {
            Order order = allocated();
            String shipment = dispatch(order);
            // what is delivered is owed as before, so that it is not the credit that a delivery may wait for
            requestLost = deadlocked(order, () -> deliver(shipment), "invoice_year where last_number > ?", 0);

            assertThat(useCases.find(order.orderId()).state()).isEqualTo(OrderState.INVOICED);
        }
        assertThat(requestLost).as("a deadlock that the request lost").isTrue();
    }

    @Test
    void a_payment_that_lost_a_deadlock_is_done_again() throws Exception {
        boolean requestLost = false;
        for (int attempt = 0; attempt < MAX_ATTEMPTS && !requestLost; attempt++) {
            Order order = allocated();
            String invoice = deliver(dispatch(order)).jsonPath().getString("invoiceId");
            requestLost = deadlocked(order, () -> pay(invoice));

            assertThat(useCases.find(order.orderId()).state()).isEqualTo(OrderState.PAID);
        }
        assertThat(requestLost).as("a deadlock that the request lost").isTrue();
    }

    /** As a payment does, that holds its order and wants the partner's credit: the two would wait for each other. */
    @Test
    void a_cancellation_waits_for_no_order_that_gets_its_goods() throws Exception {
        Order cancelled = allocated();
        Order waiting = useCases.order(PARTNER_ID, product, 5);

        UseCases.rolledBack(() -> {
            lock("sales_order where order_id = ?", waiting.orderId());
            Response answer =
                    CompletableFuture.supplyAsync(() -> cancel(cancelled)).get(10, TimeUnit.SECONDS);
            assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
            lock("partner where partner_id = ?", PARTNER_ID);
            return true;
        });
        useCases.awaitLookedFor(product);

        assertThat(useCases.find(waiting.orderId()).state()).isEqualTo(OrderState.ALLOCATED);
    }

    private Order allocated() {
        useCases.batch(product, UUID.randomUUID(), 5, 9);
        return useCases.order(PARTNER_ID, product, 5);
    }

    private boolean deadlocked(Order order, Supplier<Response> call) throws Exception {
        return deadlocked(order, call, "partner where partner_id = ?", PARTNER_ID);
    }

    /** Returns whether the request, and not the transaction against it, was rolled back. */
    private boolean deadlocked(Order order, Supplier<Response> call, String held, Object heldKey) throws Exception {
        CompletableFuture<Response> request = new CompletableFuture<>();
        boolean requestLost = UseCases.rolledBack(() -> {
            // whoever has waited for its deadlock_timeout looks for a deadlock and is rolled back: that is the request
            jdbi.useHandle(handle -> handle.execute("set local deadlock_timeout = '20s'"));
            lock(held, heldKey);
            request.completeAsync(call);
            Awaitility.await().pollDelay(10, TimeUnit.MILLISECONDS).until(useCases::somebodyWaitsForALock);
            try {
                lock("sales_order where order_id = ?", order.orderId());
                return true;
            } catch (JdbiException victim) {
                return false;
            }
        });
        Response answer = request.get(1, TimeUnit.MINUTES);

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return requestLost;
    }

    private void lock(String row, Object key) {
        jdbi.useHandle(handle -> handle.execute("select 1 from " + row + " for no key update", key));
    }

    private static Response cancel(Order order) {
        return post("/orders/" + order.orderId() + "/cancellation", "{\"reason\": \"no longer wanted\"}");
    }

    private static String dispatch(Order order) {
        return post(
                        "/orders/" + order.orderId() + "/dispatches",
                        "{\"reference\": \"DN-%s\"}".formatted(order.orderId()))
                .jsonPath()
                .getString("shipmentId");
    }

    private static Response deliver(String shipment) {
        return post("/shipments/" + shipment + "/delivery", "{}");
    }

    private static Response pay(String invoice) {
        return post(
                "/invoices/" + invoice + "/payment",
                "{\"amount\": {\"amount\": \"50.00\", \"currency\": \"INR\"}, \"bankReference\": \"UTR-%s\"}"
                        .formatted(invoice));
    }

    private static Response post(String path, String body) {
        return RestAssured.given().contentType("application/json").body(body).post(path);
    }
}
