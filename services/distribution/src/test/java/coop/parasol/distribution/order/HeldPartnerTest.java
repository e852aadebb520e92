package coop.parasol.distribution.order;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import coop.parasol.distribution.UseCases;
import coop.parasol.distribution.order.PlaceOrder.AnsweredBefore;
import coop.parasol.distribution.order.PlaceOrder.KeyedCall;
import coop.parasol.distribution.order.PlaceOrder.Outcome;
import coop.parasol.distribution.order.PlaceOrder.Placed;
import coop.parasol.distribution.order.PlaceOrder.ServiceEnds;
import coop.parasol.distribution.order.PlaceOrder.Submission;
import coop.parasol.distribution.order.PlaceOrder.TooManyWait;
import coop.parasol.web.IdempotentCall;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Where somebody else holds what orders of one partner need, only those wait, and not for ever. */
@QuarkusTest
@TestSecurity(user = "leela", roles = "logistics-desk")
class HeldPartnerTest {

    /** Far less than a lock may be waited for (25 s) or the orders of a partner may wait (20 s), and enough for a busy machine. */
    private static final int SOON_SECONDS = 8;

    /** What another transaction holds that an order needs. */
    enum Held {
        CREDIT("select 1 from partner where partner_id = ? for no key update"),
        NUMBER(
                "insert into order_reference (partner_id, reference, order_id) values (?, 'PO-1', '00000000-0000-0000-0000-000000000001')"),
        KEY(
                "insert into idempotency_key (caller, idempotency_key, request_digest) values (?::uuid::text, 'PO-1', 'x')");

        private final String sql;

        Held(String sql) {
            this.sql = sql;
        }
    }

    @Inject
    UseCases useCases;

    @Inject
    DecideOrders decideOrders;

    @Inject
    Jdbi jdbi;

    private String product = "";
    private UUID held = new UUID(0, 0);
    private UUID other = new UUID(0, 0);

    @BeforeEach
    void a_product_and_partners() {
        product = useCases.product();
        held = useCases.partner("10000.00");
        other = useCases.partner("10000.00");
    }

    @ParameterizedTest
    @EnumSource
    void whatever_of_an_order_somebody_holds_delays_the_orders_of_no_other(Held what) throws Exception {
        CompletableFuture<Outcome> waiting = UseCases.rolledBack(() -> {
            jdbi.useHandle(handle -> handle.execute(what.sql, held));
            CompletableFuture<Outcome> first = async(() -> place(held, "PO-1"));
            Awaitility.await().pollDelay(Duration.ZERO).until(useCases::somebodyWaitsForALock);
            for (int order = 0; order < 5; order++) {
                String reference = "PO-" + order;
                assertThat(async(() -> place(other, reference)).get(SOON_SECONDS, TimeUnit.SECONDS))
                        .isInstanceOf(Placed.class);
            }
            assertThat(first).isNotDone();
            return first;
        });

        assertThat(waiting.get(SOON_SECONDS, TimeUnit.SECONDS)).isInstanceOf(Placed.class);
        assertThat(orders(held)).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void a_group_waits_no_longer_than_the_short_limit_for_any_lock(Held what) throws Exception {
        Duration waited = UseCases.rolledBack(() -> {
            jdbi.useHandle(handle -> handle.execute(what.sql, held));
            Instant begun = Instant.now();
            List<Optional<Outcome>> outcomes = async(
                            () -> decideOrders.together(List.of(submission(held, "PO-1"), submission(other, "PO-1"))))
                    .get(SOON_SECONDS, TimeUnit.SECONDS);
            assertThat(outcomes.getFirst()).as("is decided apart").isEmpty();
            return Duration.between(begun, Instant.now());
        });

        assertThat(waited).isLessThan(Duration.ofSeconds(SOON_SECONDS));
    }

    @Test
    void a_call_repeated_while_the_first_waits_gets_the_first_ones_answer() throws Exception {
        List<CompletableFuture<Outcome>> calls = UseCases.rolledBack(() -> {
            jdbi.useHandle(handle -> handle.execute(Held.CREDIT.sql, held));
            CompletableFuture<Outcome> first = async(() -> place(held, "PO-1"));
            Awaitility.await().pollDelay(Duration.ZERO).until(useCases::somebodyWaitsForALock);
            CompletableFuture<Outcome> second = async(() -> place(held, "PO-1"));
            assertThat(async(() -> place(other, "PO-1")).get(SOON_SECONDS, TimeUnit.SECONDS))
                    .isInstanceOf(Placed.class);
            return List.of(first, second);
        });

        Outcome first = calls.getFirst().get(SOON_SECONDS, TimeUnit.SECONDS);
        assertThat(first).isInstanceOf(Placed.class);
        assertThat(calls.getLast().get(SOON_SECONDS, TimeUnit.SECONDS))
                .isInstanceOfSatisfying(
                        AnsweredBefore.class,
                        before -> assertThat(before.earlier().body())
                                .asString(StandardCharsets.UTF_8)
                                .isEqualTo(((Placed) first).order().orderId().toString()));
        assertThat(orders(held)).isEqualTo(1);
    }

    @Test
    void twenty_orders_of_a_partner_that_is_held_delay_the_orders_of_no_other() throws Exception {
        UUID third = useCases.partner("10000.00");
        List<CompletableFuture<Outcome>> waiting = UseCases.rolledBack(() -> {
            jdbi.useHandle(handle -> handle.execute(Held.CREDIT.sql, held));
            List<CompletableFuture<Outcome>> ofHeld = new ArrayList<>();
            List<CompletableFuture<Outcome>> ofOthers = new ArrayList<>();
            for (int order = 0; order < 20; order++) {
                String reference = "PO-" + order;
                ofHeld.add(async(() -> place(held, reference)));
                ofOthers.add(async(() -> place(other, reference)));
                ofOthers.add(async(() -> place(third, reference)));
            }
            CompletableFuture.allOf(ofOthers.toArray(new CompletableFuture<?>[0]))
                    .get(SOON_SECONDS, TimeUnit.SECONDS);
            assertThat(ofOthers).allSatisfy(order -> assertThat(order.join()).isInstanceOf(Placed.class));
            assertThat(ofHeld).noneMatch(CompletableFuture::isDone);
            return ofHeld;
        });

        for (CompletableFuture<Outcome> order : waiting) {
            assertThat(order.get(SOON_SECONDS, TimeUnit.SECONDS)).isInstanceOf(Placed.class);
        }
        assertThat(orders(held)).isEqualTo(20);
        assertThat(useCases.number("select exposure from partner where partner_id = ?", held))
                .isEqualByComparingTo("20000");
    }

    @Test
    void of_a_partner_that_is_held_only_so_many_orders_wait_and_the_others_are_told_to_come_again() throws Exception {
        List<CompletableFuture<Outcome>> orders = UseCases.rolledBack(() -> {
            jdbi.useHandle(handle -> handle.execute(Held.CREDIT.sql, held));
            List<CompletableFuture<Outcome>> placed = new ArrayList<>();
            for (int order = 0; order < 70; order++) {
                String reference = "PO-" + order;
                placed.add(async(() -> place(held, reference)));
            }
            Awaitility.await()
                    .atMost(Duration.ofSeconds(SOON_SECONDS))
                    .until(() ->
                            placed.stream().filter(CompletableFuture::isDone).count() == 6);
            given().contentType("application/json")
                    .body("""
                        {"partnerId": "%s", "reference": "PO-70", "lines":
                         [{"product": "%s", "quantity": {"value": "1", "unit": "C62"}}]}
                        """.formatted(held, product))
                    .post("/orders")
                    .then()
                    .statusCode(503)
                    .header("Retry-After", equalTo("5"))
                    .body("code", equalTo("too-many-orders-wait"));
            return placed;
        });

        List<Outcome> outcomes = new ArrayList<>();
        for (CompletableFuture<Outcome> order : orders) {
            outcomes.add(order.get(SOON_SECONDS, TimeUnit.SECONDS));
        }
        assertThat(outcomes).filteredOn(TooManyWait.class::isInstance).hasSize(6);
        assertThat(outcomes).filteredOn(Placed.class::isInstance).hasSize(64);
        assertThat(orders(held)).isEqualTo(64);
    }

    @Test
    void who_is_put_on_record_later_waits_for_goods_behind_those_before_it_although_it_came_earlier() throws Exception {
        CompletableFuture<Outcome> waiting = UseCases.rolledBack(() -> {
            jdbi.useHandle(handle -> handle.execute(Held.CREDIT.sql, held));
            CompletableFuture<Outcome> first = async(() -> place(held, "PO-1"));
            Awaitility.await().pollDelay(Duration.ZERO).until(useCases::somebodyWaitsForALock);
            assertThat(async(() -> place(other, "PO-1")).get(SOON_SECONDS, TimeUnit.SECONDS))
                    .isInstanceOf(Placed.class);
            return first;
        });
        assertThat(waiting.get(SOON_SECONDS, TimeUnit.SECONDS)).isInstanceOf(Placed.class);

        assertThat(queuePosition(held)).isGreaterThan(queuePosition(other));
    }

    @Test
    void when_the_service_ends_what_waits_is_told_so_within_seconds() throws Exception {
        UseCases.rolledBack(() -> {
            jdbi.useHandle(handle -> handle.execute(Held.CREDIT.sql, held));
            OrderQueue ending = new OrderQueue(decideOrders, new PartnerQueues(decideOrders));
            ending.start(new StartupEvent());
            List<CompletableFuture<Outcome>> orders = new ArrayList<>();
            for (int order = 0; order < 5; order++) {
                Submission submission = submission(held, "PO-" + order);
                orders.add(async(() -> ending.decide(submission)));
            }
            Awaitility.await().pollDelay(Duration.ZERO).until(useCases::somebodyWaitsForALock);
            assertThat(ending.decide(submission(other, "PO-1"))).isInstanceOf(Placed.class);

            Instant begun = Instant.now();
            ending.stop();

            assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(4));
            for (CompletableFuture<Outcome> order : orders) {
                assertThat(order.get(SOON_SECONDS, TimeUnit.SECONDS)).isEqualTo(new ServiceEnds());
            }
            assertThat(ending.decide(submission(other, "PO-2"))).isEqualTo(new ServiceEnds());
            return true;
        });
    }

    private Outcome place(UUID partner, String reference) {
        Submission order = submission(partner, reference);
        return useCases.place(order.request(), order.keyed());
    }

    /** An order under its number as key. */
    private Submission submission(UUID partner, String reference) {
        IdempotentCall call = new IdempotentCall(partner.toString(), reference, "digest");
        return new Submission(
                useCases.request(partner, reference, product, 1),
                UseCases.CAUSE,
                Optional.of(new KeyedCall(
                        call,
                        order ->
                                call.answer(201, "/", order.orderId().toString().getBytes(StandardCharsets.UTF_8)))),
                null);
    }

    /** In a thread of its own: many wait at the same time. */
    private static <T> CompletableFuture<T> async(Callable<T> work) {
        Supplier<T> supplier = () -> {
            try {
                return work.call();
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        };
        return CompletableFuture.supplyAsync(
                supplier, task -> Thread.ofPlatform().daemon().start(task));
    }

    private long queuePosition(UUID partner) {
        return useCases.number(
                        "select max(queue_position) from order_line join sales_order using (order_id) where partner_id = ?",
                        partner)
                .longValueExact();
    }

    private long orders(UUID partner) {
        return useCases.number("select count(*) from sales_order where partner_id = ?", partner)
                .longValueExact();
    }
}
