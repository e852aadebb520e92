package coop.parasol.distribution.shipment;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.contracts.OrderChangeEvent.ReductionCause;
import coop.parasol.contracts.UnitPrice;
import coop.parasol.distribution.UseCases;
import coop.parasol.distribution.invoice.Invoice;
import coop.parasol.distribution.order.CancelOrder;
import coop.parasol.distribution.order.Order;
import coop.parasol.distribution.order.ReduceOrderLine;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random histories of an order, its deliveries, reductions and cancellations: invoices and debit notes come to what was invoiced at
 * the price of the break that the partner's own wish reaches, and the exposure to what it will owe.
 */
@QuarkusTest
class ReductionHistoriesTest {

    private static final int STEPS = 14;

    @Inject
    UseCases useCases;

    @Inject
    Deliveries deliveries;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void invoices_and_debit_notes_come_to_the_price_of_the_break(long seed) {
        Random random = new Random(seed);
        String product = deliveries.product();
        UUID partner = useCases.partner("100000.00");
        Order order = useCases.order(partner, product, 900 + random.nextInt(300));
        Model model = new Model(order.lines().getFirst().quantity().longValueExact());
        List<UUID> underWay = new ArrayList<>();
        long paid = 0;
        for (int step = 0; step < STEPS; step++) {
            switch (random.nextInt(7)) {
                case 0, 1 -> {
                    useCases.batch(product, UUID.randomUUID(), 1 + random.nextInt(150), 30);
                    useCases.awaitLookedAt(order.orderId());
                }
                case 2 -> deliveries.dispatch(order.orderId()).ifPresent(underWay::add);
                case 3 -> {
                    if (!underWay.isEmpty()) {
                        deliveries.deliver(underWay.removeFirst());
                    }
                }
                case 4 -> paid += pay(order.orderId());
                case 5 -> reduce(order.orderId(), model, random);
                default -> cancelSometimes(order.orderId(), model, random);
            }
            check(order.orderId(), partner, model, paid, "seed " + seed + ", step " + step);
        }
    }

    /** What the partner wants by itself, and what the line costs, by another way than the service takes. */
    private static final class Model {

        private final long ordered;
        private long givenUp;
        private long shortBy;
        private long priceInThousandths;

        Model(long ordered) {
            this.ordered = ordered;
            this.priceInThousandths = price(ordered);
        }

        long wanted() {
            return ordered - givenUp - shortBy;
        }

        void reduceTo(long rest, ReductionCause cause) {
            if (cause == ReductionCause.FIRM) {
                shortBy += wanted() - rest;
                return;
            }
            givenUp += wanted() - rest;
            if (rest > 0) {
                priceInThousandths = Math.max(priceInThousandths, price(ordered - givenUp));
            }
        }

        private static long price(long quantity) {
            return quantity >= 1000 ? 10_500 : quantity >= 100 ? 11_115 : 12_000;
        }

        /** Rounded half up to paise. */
        long amount(long units) {
            return (priceInThousandths * units + 5) / 10;
        }
    }

    private void reduce(UUID order, Model model, Random random) {
        ReductionCause cause = random.nextInt(3) == 0 ? ReductionCause.FIRM : ReductionCause.PARTNER;
        long rest = Math.max(0, model.wanted() - random.nextInt(200));
        boolean possible = rest < model.wanted() && rest >= dispatched(order);
        ReduceOrderLine.Outcome outcome = deliveries.reduce(order, BigDecimal.valueOf(rest), cause);

        assertThat(outcome instanceof ReduceOrderLine.Reduced)
                .as(rest + " of " + model.wanted())
                .isEqualTo(possible);
        if (possible) {
            model.reduceTo(rest, cause);
        }
    }

    private void cancelSometimes(UUID order, Model model, Random random) {
        if (random.nextInt(3) == 0) {
            long dispatched = dispatched(order);
            boolean something = dispatched < model.wanted();
            assertThat(deliveries.cancel(order) instanceof CancelOrder.Cancelled)
                    .isEqualTo(something);
            if (something) {
                model.reduceTo(dispatched, ReductionCause.PARTNER);
            }
        }
    }

    private long pay(UUID order) {
        return deliveries.documents(order).stream()
                .filter(document -> document.state == Invoice.State.ISSUED)
                .min(Comparator.comparing(document -> document.number))
                .map(document -> {
                    deliveries.pay(document.invoiceId, document.total);
                    return document.total;
                })
                .orElse(0L);
    }

    private long dispatched(UUID order) {
        return useCases.find(order).lines().getFirst().dispatched().longValueExact();
    }

    private void check(UUID orderId, UUID partner, Model model, long paid, String when) {
        Order order = useCases.find(orderId);
        Order.Line line = order.lines().getFirst();
        List<Invoice> documents = deliveries.documents(orderId);
        long invoicedUnits = documents.stream()
                .filter(document -> document.kind == Invoice.Kind.INVOICE)
                .flatMap(document -> document.lines.stream())
                .mapToLong(one -> one.quantity().longValueExact())
                .sum();
        long charged = documents.stream().mapToLong(document -> document.total).sum();

        assertThat(line.quantity().subtract(line.cancelled()).longValueExact())
                .as(when)
                .isEqualTo(model.wanted());
        assertThat(line.unitPrice())
                .as(when)
                .isEqualTo(UnitPrice.ofMinor(BigDecimal.valueOf(model.priceInThousandths, 1), "INR", 1));
        assertThat(charged).as(when).isEqualTo(model.amount(invoicedUnits));
        assertThat(documents).as(when).allMatch(document -> document.total > 0);
        assertThat(deliveries.exposure(partner))
                .as(when)
                .isEqualTo(model.amount(model.wanted()) - paid)
                .isNotNegative();
        assertThat(deliveries.check().conserved()).as(when).isTrue();
    }

    @Test
    void reductions_race_with_allocation_dispatch_and_cancellation_and_nothing_is_lost() throws Exception {
        String product = deliveries.product();
        UUID partner = useCases.partner("1000000.00");
        List<UUID> orders = new ArrayList<>();
        for (int order = 0; order < 6; order++) {
            orders.add(useCases.place(partner, "PO-" + UUID.randomUUID(), List.of(product), 120));
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<?>> all = new ArrayList<>();
            for (int thread = 0; thread < 4; thread++) {
                Random random = new Random(thread);
                all.add(threads.submit(() -> {
                    for (int step = 0; step < 25; step++) {
                        act(product, orders.get(random.nextInt(orders.size())), random);
                    }
                }));
            }
            for (Future<?> each : all) {
                each.get();
            }
        }
        useCases.awaitLookedFor(product);

        assertThat(deliveries.check().conserved()).isTrue();
        for (UUID order : orders) {
            long charged = deliveries.documents(order).stream()
                    .mapToLong(document -> document.total)
                    .sum();
            Order now = useCases.find(order);
            Order.Line line = now.lines().getFirst();
            assertThat(charged + now.openAmount().minor())
                    .isEqualTo(now.unitPrice(1)
                            .times(line.quantity().subtract(line.cancelled()))
                            .minor());
        }
    }

    /** A consumer of events gives up soon where the product is locked, and is tried again; here another batch comes later. */
    private void certify(String product, long quantity) {
        try {
            useCases.certify(UUID.randomUUID(), product, UUID.randomUUID(), quantity, 30);
        } catch (UnableToExecuteStatementException locked) {
            assertThat(locked).hasMessageContaining("lock timeout");
        }
    }

    private void act(String product, UUID order, Random random) {
        switch (random.nextInt(5)) {
            case 0 -> certify(product, 1 + random.nextInt(40));
            case 1 -> deliveries.dispatch(order).ifPresent(deliveries::deliver);
            case 2, 3 ->
                deliveries.reduce(
                        order,
                        BigDecimal.valueOf(random.nextInt(120)),
                        random.nextBoolean() ? ReductionCause.PARTNER : ReductionCause.FIRM);
            default -> {
                if (random.nextInt(5) == 0) {
                    deliveries.cancel(order);
                }
            }
        }
    }
}
