package coop.parasol.production.stock;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.production.product.ProductGrade;
import coop.parasol.production.stock.CertifiedStock.BatchQuantity;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is withheld is no stock, whatever the sequence in which certificates and shipments arrive. */
@QuarkusTest
class CertifiedStockTest {

    @Inject
    CertifiedStock certifiedStock;

    @Test
    void withheld_goods_are_no_stock_whichever_event_comes_first() {
        Random random = new Random(7);
        for (int round = 0; round < 40; round++) {
            String product = "P-" + UUID.randomUUID();
            List<Deque<Runnable>> keys = new ArrayList<>();
            long stock = 0;
            for (int i = 0; i < 3; i++) {
                UUID batch = UUID.randomUUID();
                int quantity = 1 + random.nextInt(50);
                int shipped = random.nextInt(quantity + 1);
                int changes = random.nextInt(4);
                Deque<Runnable> ofBatch = new ArrayDeque<>();
                ofBatch.add(() ->
                        certifiedStock.certify(new BatchQuantity(batch, product, "A", BigDecimal.valueOf(quantity))));
                for (int change = 0; change < changes; change++) {
                    ofBatch.add(
                            change % 2 == 0
                                    ? () -> certifiedStock.withhold(List.of(batch))
                                    : () -> certifiedStock.reinstate(List.of(batch)));
                }
                keys.add(ofBatch);
                if (shipped > 0) {
                    keys.add(new ArrayDeque<>(List.of(() -> certifiedStock.dispatch(
                            List.of(new BatchQuantity(batch, product, "A", BigDecimal.valueOf(shipped)))))));
                }
                stock += changes % 2 == 0 ? quantity - shipped : 0;
            }
            while (!keys.isEmpty()) {
                Runnable next = keys.get(random.nextInt(keys.size())).removeFirst();
                QuarkusTransaction.requiringNew().run(next);
                keys.removeIf(Deque::isEmpty);
            }

            assertThat(stock(product)).isEqualByComparingTo(BigDecimal.valueOf(stock));
        }
    }

    @Test
    void several_batches_of_one_shipment_are_dispatched_at_once() {
        String product = "P-" + UUID.randomUUID();
        UUID first = UUID.randomUUID();
        UUID second = UUID.randomUUID();
        QuarkusTransaction.requiringNew().run(() -> {
            certifiedStock.certify(batch(first, product, 10));
            certifiedStock.certify(batch(second, product, 10));
            certifiedStock.withhold(List.of(second));
        });

        QuarkusTransaction.requiringNew()
                .run(() -> certifiedStock.dispatch(
                        List.of(batch(first, product, 1), batch(second, product, 2), batch(first, product, 3))));

        assertThat(stock(product)).isEqualByComparingTo("6");
    }

    @Test
    void a_product_without_certified_batches_has_no_stock() {
        assertThat(QuarkusTransaction.requiringNew()
                        .call(() -> certifiedStock.available(List.of("P-" + UUID.randomUUID()))))
                .isEmpty();
    }

    private static BatchQuantity batch(UUID id, String product, long quantity) {
        return new BatchQuantity(id, product, "A", BigDecimal.valueOf(quantity));
    }

    private BigDecimal stock(String product) {
        return QuarkusTransaction.requiringNew()
                .call(() -> certifiedStock.available(List.of(product)))
                .getOrDefault(new ProductGrade(product, "A"), BigDecimal.ZERO);
    }
}
