package coop.parasol.distribution.order;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.bench.GrowthBench;
import coop.parasol.contracts.Identifier;
import coop.parasol.contracts.Quantity;
import coop.parasol.distribution.UseCases;
import coop.parasol.distribution.order.rules.AcceptOrder.RequestedLine;
import coop.parasol.distribution.order.rules.OrderState;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/**
 * Measures orders per second, of 1, 10 and 50 lines, accepted and allocated by the use cases of one instance without REST. Run by
 * {@code ./parasol bench distribution}; {@code ./parasol bench orders} measures the running system.
 */
@QuarkusTest
class OrderBench {

    private static final int PRODUCTS = 60;
    private static final int PRODUCERS = 4;
    private static final int BATCHES_PER_PRODUCER = 5;
    private static final long UNITS_PER_BATCH = 100_000_000;
    private static final int PARTNERS = 20;
    private static final int QUANTITY = 3;

    @Inject
    UseCases useCases;

    @Inject
    PlaceOrder placeOrder;

    private final List<String> products = new ArrayList<>();
    private final List<UUID> partners = new ArrayList<>();

    @Test
    void measure() throws IOException {
        fill();
        GrowthBench bench = new GrowthBench(
                "Distribution",
                "lines",
                "Each line is of another product and finds "
                        + PRODUCERS * BATCHES_PER_PRODUCER + " batches of " + PRODUCERS
                        + " producers. The ratios say what more lines cost; they have no target.");
        for (int lines : new int[] {1, 10, 50}) {
            bench.size(lines, Integer.toString(lines));
        }
        bench.operation("orders", this::order).run(lines -> {}, () -> "");
    }

    private void fill() {
        List<UUID> producers = new ArrayList<>();
        for (int producer = 0; producer < PRODUCERS; producer++) {
            producers.add(UUID.randomUUID());
        }
        for (int product = 0; product < PRODUCTS; product++) {
            String code = useCases.product();
            products.add(code);
            for (UUID producer : producers) {
                for (int batch = 0; batch < BATCHES_PER_PRODUCER; batch++) {
                    useCases.batch(code, producer, UNITS_PER_BATCH, 10 + batch);
                }
            }
        }
        for (int partner = 0; partner < PARTNERS; partner++) {
            partners.add(useCases.partner("10000000000000.00"));
        }
    }

    private boolean order(int lines) {
        PlaceOrder.Outcome outcome = placeOrder.place(request(lines), UseCases.CAUSE, Optional.empty());
        UUID orderId = ((PlaceOrder.Placed) outcome).order().orderId();
        useCases.awaitLookedAt(orderId);
        assertThat(useCases.find(orderId).state()).isEqualTo(OrderState.ALLOCATED);
        return true;
    }

    private PlaceOrder.Request request(int lines) {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        List<String> ordered = new ArrayList<>(products);
        Collections.shuffle(ordered, random);
        List<RequestedLine> requested = new ArrayList<>();
        for (String product : ordered.subList(0, lines)) {
            requested.add(new RequestedLine(requested.size() + 1, product, null, Quantity.of(QUANTITY, UseCases.UNIT)));
        }
        return new PlaceOrder.Request(
                partners.get(random.nextInt(PARTNERS)),
                Identifier.of("PO-" + UUID.randomUUID()),
                useCases.thisWeek(),
                "bench",
                requested);
    }
}
