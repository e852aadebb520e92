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
import org.awaitility.Awaitility;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.Test;

/** A cancellation that PostgreSQL rolls back to break a deadlock is done again, and nobody sees it. */
@QuarkusTest
@TestSecurity(user = "bazaar", roles = "partner")
@OidcSecurity(claims = @Claim(key = "partner_id", value = DeadlockTest.PARTNER))
class DeadlockTest {

    static final String PARTNER = "0198c000-0000-7000-8000-0000000000d1";

    private static final int MAX_ATTEMPTS = 5;

    @Inject
    UseCases useCases;

    @Inject
    Jdbi jdbi;

    @Test
    void a_cancellation_that_lost_a_deadlock_is_done_again() throws Exception {
        useCases.execute(
                "insert into partner (partner_id, name, country, tier, credit_limit) values (?::uuid, 'Bazaar', 'IN',"
                        + " 'RETAIL', 1000000) on conflict do nothing",
                PARTNER);
        boolean requestLost = false;
        for (int attempt = 0; attempt < MAX_ATTEMPTS && !requestLost; attempt++) {
            requestLost = cancelInDeadlock();
        }
        assertThat(requestLost).as("a deadlock that the request lost").isTrue();
    }

    /** Returns whether the request, and not the transaction against it, was rolled back. */
    private boolean cancelInDeadlock() throws Exception {
        String product = useCases.product();
        UUID partner = UUID.fromString(PARTNER);
        useCases.batch(product, UUID.randomUUID(), 5, 9);
        Order cancelled = useCases.order(partner, product, 5);
        Order waiting = useCases.order(partner, product, 5);
        CompletableFuture<Response> request = new CompletableFuture<>();
        boolean requestLost = UseCases.rolledBack(() -> {
            // whoever has waited for its deadlock_timeout looks for a deadlock and is rolled back: that is the request
            jdbi.useHandle(handle -> handle.execute("set local deadlock_timeout = '20s'"));
            lock(waiting);
            request.completeAsync(() -> cancel(cancelled));
            Awaitility.await().pollDelay(10, TimeUnit.MILLISECONDS).until(useCases::somebodyWaitsForALock);
            try {
                lock(cancelled);
                return true;
            } catch (JdbiException victim) {
                return false;
            }
        });
        Response answer = request.get(1, TimeUnit.MINUTES);

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat(useCases.find(cancelled.orderId()).state()).isEqualTo(OrderState.CANCELLED);
        assertThat(useCases.find(waiting.orderId()).state()).isEqualTo(OrderState.ALLOCATED);
        return requestLost;
    }

    private void lock(Order order) {
        jdbi.useHandle(handle ->
                handle.execute("select 1 from sales_order where order_id = ? for no key update", order.orderId()));
    }

    private static Response cancel(Order order) {
        return RestAssured.given()
                .contentType("application/json")
                .body("{\"reason\": \"no longer wanted\"}")
                .post("/orders/" + order.orderId() + "/cancellation");
    }
}
