package coop.parasol.production.outlook;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.hibernate.Session;
import org.junit.jupiter.api.Test;

/** What quality takes back is no stock, whatever the sequence in which certificates and shipments are heard of. */
@QuarkusTest
class CertifiedGoodsTest {

    @Inject
    CertifiedGoods goods;

    @Inject
    Session database;

    @Test
    void withheld_goods_are_no_stock_whichever_is_heard_of_first() {
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
                ofBatch.add(() -> goods.certified(batch, product, BigDecimal.valueOf(quantity)));
                for (int change = 0; change < changes; change++) {
                    ofBatch.add(change % 2 == 0 ? () -> goods.withhold(batch) : () -> goods.release(batch));
                }
                keys.add(ofBatch);
                if (shipped > 0) {
                    keys.add(new ArrayDeque<>(
                            List.of(() -> goods.dispatched(batch, product, BigDecimal.valueOf(shipped)))));
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

    private BigDecimal stock(String product) {
        return QuarkusTransaction.requiringNew()
                .call(() -> database.createNativeQuery(
                                "select certified - dispatched from certified_stock where product = ?1",
                                BigDecimal.class)
                        .setParameter(1, product)
                        .getSingleResult());
    }
}
