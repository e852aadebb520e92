package coop.parasol.distribution.order;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.distribution.UseCases;
import coop.parasol.distribution.conservation.CheckConservation;
import coop.parasol.distribution.order.rules.OrderState;
import coop.parasol.distribution.product.ProductRepository;
import coop.parasol.distribution.stock.WithholdBatch;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.Test;

/** Goods are allocated right after orders were accepted, by one writer a product. */
@QuarkusTest
class AllocationTest {

    @Inject
    UseCases useCases;

    @Inject
    ProductRepository products;

    @Inject
    AllocateOrders allocateOrders;

    @Inject
    CancelOrder cancelOrder;

    @Inject
    WithholdBatch withholdBatch;

    @Inject
    CheckConservation checkConservation;

    private final UUID member = UUID.randomUUID();

    @Test
    void an_order_is_taken_while_its_product_is_locked_and_allocated_when_it_is_not() throws Exception {
        String product = useCases.product();
        useCases.batch(product, member, 10, 9);
        UUID partner = useCases.partner("1000.00");

        UUID orderId = UseCases.rolledBack(() -> {
            products.lock(List.of(product));
            Order accepted = placed(partner, product, 4);
            assertThat(accepted.state()).isEqualTo(OrderState.ACCEPTED);
            assertThat(isPending(accepted.orderId())).isTrue();
            return accepted.orderId();
        });
        useCases.awaitLookedAt(orderId);

        assertThat(useCases.find(orderId).state()).isEqualTo(OrderState.ALLOCATED);
    }

    @Test
    void of_orders_that_are_allocated_together_the_oldest_is_served_first() throws Exception {
        String product = useCases.product();
        useCases.batch(product, member, 10, 9);
        UUID partner = useCases.partner("1000.00");

        List<UUID> orders = UseCases.rolledBack(() -> {
            products.lock(List.of(product));
            return List.of(
                    placed(partner, product, 6).orderId(),
                    placed(partner, product, 6).orderId(),
                    placed(partner, product, 1).orderId());
        });
        orders.forEach(useCases::awaitLookedAt);

        assertThat(useCases.find(orders.get(0)).state()).isEqualTo(OrderState.ALLOCATED);
        assertThat(useCases.find(orders.get(1)).lines().getFirst().allocated()).isEqualByComparingTo("4");
        assertThat(useCases.find(orders.get(2)).state()).isEqualTo(OrderState.ACCEPTED);
    }

    @Test
    void lines_of_an_order_are_allocated_independently() throws Exception {
        String locked = useCases.product();
        String free = useCases.product();
        useCases.batch(locked, member, 5, 9);
        useCases.batch(free, member, 5, 9);
        UUID partner = useCases.partner("1000.00");

        UUID orderId = UseCases.rolledBack(() -> {
            products.lock(List.of(locked));
            UUID both = useCases.place(partner, "PO-1", List.of(locked, free), 2);
            Awaitility.await().pollInterval(Duration.ofMillis(5)).until(() -> state(both) == OrderState.PART_ALLOCATED);
            return both;
        });
        useCases.awaitLookedAt(orderId);

        assertThat(useCases.find(orderId).state()).isEqualTo(OrderState.ALLOCATED);
    }

    @Test
    void nothing_is_reserved_of_a_batch_that_was_suspended_after_the_order_was_accepted() throws Exception {
        String product = useCases.product();
        UUID batch = useCases.batch(product, member, 5, 9);
        UUID partner = useCases.partner("1000.00");
        List<UUID> placed = new ArrayList<>();

        QuarkusTransaction.requiringNew().run(() -> {
            products.lock(List.of(product));
            placed.add(placed(partner, product, 5).orderId());
            withholdBatch.suspend(Map.of(batch, product));
        });
        useCases.awaitLookedAt(placed.getFirst());

        assertThat(useCases.find(placed.getFirst()).state()).isEqualTo(OrderState.ACCEPTED);
        assertThat(useCases.batchUnits(batch, "reserved")).isZero();
        QuarkusTransaction.requiringNew().run(() -> withholdBatch.reinstate(Map.of(batch, product)));
        useCases.awaitLookedFor(product);
        assertThat(useCases.find(placed.getFirst()).state()).isEqualTo(OrderState.ALLOCATED);
    }

    @Test
    void what_a_killed_instance_has_accepted_is_allocated_within_seconds() {
        String product = useCases.product();
        Order order = useCases.order(useCases.partner("1000.00"), product, 2);
        useCases.batch(product, member, 5, 9);
        Order other = useCases.order(useCases.partner("1000.00"), product, 3);

        // as it was when the instance that has taken the order died before it woke anybody
        useCases.execute("update reservation set quantity = 1 where order_id = ?", other.orderId());
        useCases.execute(
                "update batch set on_hand = on_hand + 2, reserved = reserved - 2 where product = ? and reserved > 0",
                product);
        useCases.execute(
                "update order_line set allocated = 1, back_ordered = 2, allocation_pending = true where order_id = ?",
                other.orderId());
        useCases.awaitLookedAt(other.orderId());

        assertThat(useCases.find(order.orderId()).state()).isEqualTo(OrderState.ALLOCATED);
        assertThat(useCases.find(other.orderId()).state()).isEqualTo(OrderState.ALLOCATED);
        assertThat(conserved().conserved()).isTrue();
    }

    /** More threads allocate than the instance's own, as other instances do, while goods come in, go away and orders are cancelled. */
    @Test
    void whatever_races_units_and_credit_are_conserved_and_no_goods_lie_idle() throws Exception {
        List<String> offered = List.of(useCases.product(), useCases.product(), useCases.product());
        UUID partner = useCases.partner("100000.00");
        AtomicInteger number = new AtomicInteger();
        List<Callable<Integer>> actors = new ArrayList<>();
        for (int actor = 0; actor < 4; actor++) {
            Random random = new Random(actor);
            actors.add(() -> {
                for (int step = 0; step < 25; step++) {
                    UUID orderId =
                            useCases.place(partner, "PO-" + number.incrementAndGet(), offered, 1 + random.nextInt(5));
                    if (random.nextInt(3) == 0) {
                        retried(() -> cancelOrder.cancel(orderId, "x", UseCases.CAUSE));
                    }
                }
                return 0;
            });
        }
        actors.add(() -> {
            Random random = new Random(7);
            for (int step = 0; step < 25; step++) {
                String product = offered.get(random.nextInt(3));
                UUID batch = retriedBatch(product, 1 + random.nextInt(20), random.nextInt(5));
                if (random.nextInt(3) == 0) {
                    retried(() -> {
                        withholdBatch.suspend(Map.of(batch, product));
                        return 0;
                    });
                }
            }
            return 0;
        });
        actors.add(() -> {
            for (int look = 0; look < 100; look++) {
                retried(allocateOrders::allocate);
            }
            return 0;
        });
        try (ExecutorService atOnce = Executors.newFixedThreadPool(actors.size())) {
            for (Future<Integer> done : atOnce.invokeAll(actors)) {
                done.get();
            }
        }
        Awaitility.await()
                .until(() -> useCases.number("select count(*) from order_line where allocation_pending")
                                .signum()
                        == 0);

        CheckConservation.Report report = conserved();
        assertThat(report.conserved()).as(report.toString()).isTrue();
        assertThat(useCases.number("select count(*) from order_line where product = any(?) and allocated > 0", (Object)
                        offered.toArray(new String[0])))
                .isGreaterThan(BigDecimal.TEN);
    }

    private UUID retriedBatch(String product, long quantity, int daysLeft) {
        while (true) {
            try {
                UUID batch = UUID.randomUUID();
                useCases.certify(batch, product, member, quantity, daysLeft);
                return batch;
            } catch (RuntimeException e) {
                requireLock(e);
            }
        }
    }

    private static <T> T retried(Callable<T> work) {
        while (true) {
            try {
                return QuarkusTransaction.requiringNew().call(work);
            } catch (RuntimeException e) {
                requireLock(e);
            }
        }
    }

    /** Consumers that wait too long for a lock are tried again, and so are those that have lost a deadlock. */
    private static void requireLock(RuntimeException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof JdbiException database
                    && String.valueOf(database.getMessage()).matches("(?s).*(lock timeout|deadlock).*")) {
                return;
            }
        }
        throw e;
    }

    private CheckConservation.Report conserved() {
        return QuarkusTransaction.requiringNew().call(checkConservation::check);
    }

    private Order placed(UUID partner, String product, long quantity) {
        return ((PlaceOrder.Placed) useCases.place(partner, "PO-" + UUID.randomUUID(), product, quantity)).order();
    }

    private OrderState state(UUID orderId) {
        return useCases.find(orderId).state();
    }

    private boolean isPending(UUID orderId) {
        return useCases.number("select count(*) from order_line where order_id = ? and allocation_pending", orderId)
                        .signum()
                > 0;
    }
}
