package coop.parasol.distribution.stock;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.contracts.MembershipEvent.OwnerRecorded;
import coop.parasol.contracts.ProductionEvent.BatchReported;
import coop.parasol.contracts.ProductionEvent.CommitmentCounted;
import coop.parasol.contracts.ProductionEvent.QuantityCommitted;
import coop.parasol.contracts.Quantity;
import coop.parasol.distribution.UseCases;
import coop.parasol.distribution.stock.rules.StockAllocation.AllocatedUnits;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What PostgreSQL finds available, and in which order. */
@QuarkusTest
class AvailableStockTest {

    private static final Instant NOW = Instant.parse("2026-11-29T10:00:00Z");

    @Inject
    UseCases useCases;

    @Inject
    AvailableStockQuery query;

    @Inject
    OnQuantityCommitted commitments;

    @Inject
    OnCommitmentCounted counts;

    @Inject
    OnBatchReported reports;

    @Inject
    OnOwnerRecorded owners;

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
    void what_counts_and_is_certified_is_sold_before_other_goods_whatever_is_heard_of_first() {
        for (int order = 0; order < 4; order++) {
            String product = useCases.product();
            UUID commitment = UUID.randomUUID();
            UUID ofMeera = UUID.randomUUID();
            List<Runnable> heard = new ArrayList<>(List.of(
                    () -> useCases.batch(ofMeera, product, meera, 100, 9),
                    () -> reports.on(reported(ofMeera, product, meera, commitment, NOW), UseCases.envelope()),
                    () -> commitments.on(
                            new QuantityCommitted(
                                    commitment,
                                    meera,
                                    product,
                                    useCases.thisWeek(),
                                    Quantity.of(1_000_000, UseCases.UNIT),
                                    "hand",
                                    "A"),
                            UseCases.envelope()),
                    () -> counts.on(counted(product, meera, 30), UseCases.envelope())));
            Collections.rotate(heard, order);
            heard.forEach(event -> QuarkusTransaction.requiringNew().run(event));
            UUID ofRavi = useCases.batch(product, ravi, 100, 9);

            assertThat(allocate(product, 40)).containsExactlyInAnyOrder(Map.entry(ofMeera, 35L), Map.entry(ofRavi, 5L));
        }
    }

    @Test
    void what_counts_is_in_the_batches_reported_first_and_not_in_another_grade_or_without_a_commitment() {
        String product = useCases.product();
        UUID commitment = UUID.randomUUID();
        UUID late = useCases.batch(product, meera, 20, 9);
        UUID early = useCases.batch(product, meera, 20, 9);
        UUID uncommitted = useCases.batch(product, meera, 20, 9);
        QuarkusTransaction.requiringNew().run(() -> {
            commitments.on(
                    new QuantityCommitted(
                            commitment,
                            meera,
                            product,
                            useCases.thisWeek(),
                            Quantity.of(90, UseCases.UNIT),
                            "hand",
                            "A"),
                    UseCases.envelope());
            counts.on(counted(product, meera, 30), UseCases.envelope());
            reports.on(reported(late, product, meera, commitment, NOW), UseCases.envelope());
            reports.on(reported(early, product, meera, commitment, NOW.minusSeconds(60)), UseCases.envelope());
            reports.on(reported(uncommitted, product, meera, null, NOW), UseCases.envelope());
        });

        assertThat(useCases.batchUnits(early, "counted")).isEqualByComparingTo("20");
        assertThat(useCases.batchUnits(late, "counted")).isEqualByComparingTo("10");
        assertThat(useCases.batchUnits(uncommitted, "counted")).isZero();
    }

    @Test
    void firms_of_one_owner_sell_as_much_as_one_producer_whether_recorded_before_or_after_their_goods() {
        String product = useCases.product();
        UUID owner = UUID.randomUUID();
        UUID uma = UUID.randomUUID();
        QuarkusTransaction.requiringNew()
                .run(() -> owners.on(new OwnerRecorded(meera, owner, NOW), UseCases.envelope()));
        UUID ofMeera = useCases.batch(product, meera, 40, 9);
        UUID ofRavi = useCases.batch(product, ravi, 40, 9);
        UUID ofUma = useCases.batch(product, uma, 40, 9);
        assertThat(allocate(product, 30))
                .containsExactlyInAnyOrder(Map.entry(ofMeera, 10L), Map.entry(ofRavi, 10L), Map.entry(ofUma, 10L));

        QuarkusTransaction.requiringNew()
                .run(() -> owners.on(new OwnerRecorded(ravi, owner, NOW), UseCases.envelope()));

        assertThat(allocate(product, 30)).contains(Map.entry(ofUma, 15L));
        QuarkusTransaction.requiringNew().run(() -> owners.on(new OwnerRecorded(ravi, ravi, NOW), UseCases.envelope()));
        assertThat(allocate(product, 30)).contains(Map.entry(ofUma, 10L));
    }

    @Test
    void a_lot_that_is_dated_early_waits_by_the_day_of_its_report() {
        String product = useCases.ageingProduct(30);
        UUID honest = useCases.batch(product, meera, 10, 30);
        UUID dated = useCases.batch(product, ravi, 10, 23);
        QuarkusTransaction.requiringNew().run(() -> {
            reports.on(reported(honest, product, meera, null, NOW), UseCases.envelope());
            reports.on(reported(dated, product, ravi, null, NOW), UseCases.envelope());
        });

        assertThat(allocate(product, 10)).containsExactlyInAnyOrder(Map.entry(honest, 5L), Map.entry(dated, 5L));
    }

    @Test
    void batches_of_the_first_window_are_all_read() {
        String product = useCases.product();
        for (int batch = 0; batch < 55; batch++) {
            useCases.batch(product, meera, 1, batch % 7);
        }

        assertThat(allocate(product, 100)).hasSize(55);
    }

    @Test
    void where_more_batches_wait_than_are_read_it_says_so_and_sells_whole_windows_only() {
        String product = useCases.product();
        for (int batch = 0; batch < 52; batch++) {
            useCases.batch(product, meera, 1, batch);
        }
        ProductGrade goods = goods(product);
        AvailableStock some = QuarkusTransaction.requiringNew().call(() -> query.findAvailable(List.of(goods)));

        assertThat(some.isTruncated(goods)).isTrue();
        assertThat(some.allocate(goods, List.of(BigDecimal.valueOf(100))).getFirst())
                .hasSize(49);
    }

    @Test
    void what_rounding_has_given_too_little_is_made_up_for_by_the_next_orders() {
        String product = useCases.product();
        UUID ofMeera = useCases.batch(product, meera, 10, 9);
        UUID ofRavi = useCases.batch(product, ravi, 10, 9);
        UUID partner = useCases.partner("1000.00");
        for (int order = 0; order < 10; order++) {
            useCases.order(partner, product, 1);
        }

        assertThat(useCases.batchUnits(ofMeera, "reserved")).isEqualByComparingTo("5");
        assertThat(useCases.batchUnits(ofRavi, "reserved")).isEqualByComparingTo("5");
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
        ProductGrade goods = goods(product);
        List<AllocatedUnits> allocated = QuarkusTransaction.requiringNew()
                .call(() -> query.findAvailable(List.of(goods))
                        .allocate(goods, List.of(BigDecimal.valueOf(quantity)))
                        .getFirst());
        return allocated.stream()
                .map(units -> Map.entry(units.batchId(), units.quantity().longValueExact()))
                .toList();
    }

    private static ProductGrade goods(String product) {
        return new ProductGrade(product, "A", UseCases.UNIT);
    }

    private CommitmentCounted counted(String product, UUID member, long counts) {
        return new CommitmentCounted(
                member,
                product,
                "A",
                useCases.thisWeek(),
                Quantity.of(1_000_000, UseCases.UNIT),
                Quantity.of(counts, UseCases.UNIT));
    }

    private static BatchReported reported(
            UUID batch, String product, UUID member, @Nullable UUID commitment, Instant reportedAt) {
        return new BatchReported(
                batch,
                member,
                product,
                "L-" + batch,
                Quantity.of(100, UseCases.UNIT),
                LocalDate.EPOCH,
                null,
                "hand",
                commitment,
                reportedAt,
                null);
    }
}
