package coop.parasol.distribution.stock;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.distribution.UseCases;
import coop.parasol.distribution.stock.rules.StockAllocation.AllocatedUnits;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What PostgreSQL finds available, and in which order. */
@QuarkusTest
class AvailableStockTest {

    @Inject
    UseCases useCases;

    @Inject
    AvailableStockQuery query;

    @Inject
    SetCommittedQuantity setCommittedQuantity;

    private final UUID meera = UUID.randomUUID();
    private final UUID ravi = UUID.randomUUID();

    @Test
    void the_batch_that_expires_first_is_allocated_first() {
        String product = useCases.product();
        UUID late = useCases.batch(product, meera, 10, 20);
        UUID early = useCases.batch(product, ravi, 10, 5);

        assertThat(allocate(product, 15)).containsExactly(Map.entry(early, 10L), Map.entry(late, 5L));
    }

    @Test
    void only_what_is_certified_within_date_and_on_hand_is_available() {
        String product = useCases.product();
        UUID available = useCases.batch(product, meera, 3, 0);
        UUID suspended = useCases.batch(product, meera, 3, 5);
        useCases.execute("update batch set certificate_state = 'SUSPENDED' where batch_id = ?", suspended);
        UUID expired = useCases.batch(product, meera, 3, -1);
        UUID reserved = useCases.batch(product, meera, 3, 5);
        useCases.execute("update batch set reserved = on_hand, on_hand = 0 where batch_id = ?", reserved);

        assertThat(allocate(product, 100)).containsExactly(Map.entry(available, 3L));
        useCases.execute("update batch set on_hand = reserved, reserved = 0 where batch_id = ?", reserved);
        assertThat(allocate(product, 100))
                .extracting(Map.Entry::getKey)
                .containsExactlyInAnyOrder(available, reserved)
                .doesNotContain(expired);
    }

    @Test
    void producers_are_served_by_their_parts_of_the_commitments() {
        String product = useCases.product();
        commit(meera, product, 75);
        commit(ravi, product, 25);
        UUID ofMeera = useCases.batch(product, meera, 100, 9);
        UUID ofRavi = useCases.batch(product, ravi, 100, 9);

        assertThat(allocate(product, 40)).containsExactlyInAnyOrder(Map.entry(ofMeera, 30L), Map.entry(ofRavi, 10L));
    }

    @Test
    void batches_of_the_last_expiry_day_read_are_all_read() {
        String product = useCases.product();
        for (int batch = 0; batch < 55; batch++) {
            useCases.batch(product, meera, 1, 7);
        }

        assertThat(allocate(product, 100)).hasSize(55);
    }

    @Test
    void where_more_batches_expire_later_than_are_read_it_says_so() {
        String product = useCases.product();
        for (int batch = 0; batch < 52; batch++) {
            useCases.batch(product, meera, 1, batch);
        }
        RequestedGoods requested = requested(product);
        AvailableStock some = QuarkusTransaction.requiringNew().call(() -> query.findAvailable(List.of(requested)));

        assertThat(some.truncated()).isTrue();
        assertThat(some.allocate(requested, BigDecimal.valueOf(100))).hasSize(50);
    }

    @Test
    void an_order_larger_than_the_first_batches_gets_all_that_there_is() {
        String product = useCases.product();
        for (int batch = 0; batch < 52; batch++) {
            useCases.batch(product, meera, 1, batch);
        }

        assertThat(useCases.order(useCases.partner("1000.00"), product, 60)
                        .lines()
                        .getFirst()
                        .allocated())
                .isEqualByComparingTo("52");
    }

    private List<Map.Entry<UUID, Long>> allocate(String product, long quantity) {
        RequestedGoods requested = requested(product);
        List<AllocatedUnits> allocated = QuarkusTransaction.requiringNew()
                .call(() -> query.findAvailable(List.of(requested)).allocate(requested, BigDecimal.valueOf(quantity)));
        return allocated.stream()
                .map(units -> Map.entry(units.batchId(), units.quantity().longValueExact()))
                .toList();
    }

    private RequestedGoods requested(String product) {
        return new RequestedGoods(new ProductGrade(product, "A", UseCases.UNIT), useCases.thisWeek());
    }

    private void commit(UUID member, String product, long quantity) {
        QuarkusTransaction.requiringNew()
                .run(() -> setCommittedQuantity.setAll(List.of(new SetCommittedQuantity.Committed(
                        UUID.randomUUID(), member, product, useCases.thisWeek(), BigDecimal.valueOf(quantity)))));
    }
}
