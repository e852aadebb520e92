package coop.parasol.distribution.stock;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.contracts.ProductionEvent.BatchCorrected;
import coop.parasol.contracts.ProductionEvent.BatchInput;
import coop.parasol.contracts.ProductionEvent.BatchReported;
import coop.parasol.contracts.ProductionEvent.BatchWithdrawn;
import coop.parasol.contracts.ProductionEvent.InputKind;
import coop.parasol.contracts.Quantity;
import coop.parasol.distribution.UseCases;
import coop.parasol.distribution.conservation.CheckConservation;
import coop.parasol.distribution.order.CancelOrder;
import coop.parasol.distribution.order.Order;
import coop.parasol.messaging.Handler.Received;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Certified units that have gone into other batches of their producer are not in stock, and each is in one place. */
@QuarkusTest
class ConsumedInputsTest {

    @Inject
    UseCases useCases;

    @Inject
    CancelOrder cancelOrder;

    @Inject
    OnBatchReported onBatchReported;

    @Inject
    OnBatchCorrected onBatchCorrected;

    @Inject
    OnBatchWithdrawn onBatchWithdrawn;

    @Inject
    ConsumeInputs consumeInputs;

    @Inject
    CheckConservation checkConservation;

    @Inject
    Jdbi jdbi;

    private final UUID producer = UUID.randomUUID();
    private final UUID lot = UUID.randomUUID();
    private String product = "";
    private String made = "";

    @BeforeEach
    void two_products() {
        product = useCases.product();
        made = useCases.product();
    }

    @Test
    void what_goes_into_another_batch_leaves_the_stock_and_is_told() {
        useCases.batch(lot, product, producer, 100, 30);

        report(UUID.randomUUID(), producer, 30);
        report(UUID.randomUUID(), producer, 10);

        assertThat(places(lot)).isEqualTo(new Places(60, 40, 0));
        assertThat(told(lot)).containsExactly("30", "40");
    }

    @Test
    void what_has_gone_into_another_before_it_was_certified_never_gets_into_stock() {
        Order order = useCases.order(useCases.partner("10000.00"), product, 100);
        report(UUID.randomUUID(), producer, 30);

        useCases.batch(lot, product, producer, 100, 30);

        assertThat(places(lot)).isEqualTo(new Places(0, 30, 0));
        assertThat(useCases.find(order.orderId()).lines().getFirst().allocated())
                .isEqualByComparingTo("70");
        assertThat(told(lot)).containsExactly("30");
    }

    @Test
    void a_correction_to_less_puts_back_for_those_who_wait() {
        useCases.batch(lot, product, producer, 100, 30);
        UUID batch = UUID.randomUUID();
        report(batch, producer, 80);
        Order order = useCases.order(useCases.partner("10000.00"), product, 50);

        correct(batch, 60);
        useCases.awaitLookedFor(product);

        assertThat(useCases.find(order.orderId()).lines().getFirst().allocated())
                .isEqualByComparingTo("40");
        assertThat(places(lot)).isEqualTo(new Places(0, 60, 0));
        assertThat(told(lot)).containsExactly("80", "60");
    }

    @Test
    void a_withdrawn_report_has_used_nothing() {
        useCases.batch(lot, product, producer, 100, 30);
        UUID batch = UUID.randomUUID();
        report(batch, producer, 80);

        withdraw(batch);

        assertThat(places(lot)).isEqualTo(new Places(100, 0, 0));
        assertThat(told(lot)).containsExactly("80", "0");
    }

    @Test
    void what_others_say_that_they_have_used_stays_where_it_is() {
        useCases.batch(lot, product, producer, 100, 30);

        report(UUID.randomUUID(), UUID.randomUUID(), 30);

        assertThat(places(lot)).isEqualTo(new Places(100, 0, 0));
        assertThat(told(lot)).isEmpty();
    }

    @Test
    void what_is_promised_stays_promised_and_is_taken_once_it_is_on_hand() {
        useCases.batch(lot, product, producer, 100, 30);
        Order order = useCases.order(useCases.partner("10000.00"), product, 90);

        report(UUID.randomUUID(), producer, 30);

        assertThat(places(lot)).isEqualTo(new Places(0, 10, 20));

        run(() -> assertThat(cancelOrder.cancel(order.orderId(), "no need", UseCases.CAUSE))
                .isInstanceOf(CancelOrder.Cancelled.class));
        consumeInputs.takeDue();

        assertThat(places(lot)).isEqualTo(new Places(70, 30, 0));
        assertThat(told(lot)).containsExactly("10", "30");
    }

    @Test
    void an_event_that_comes_twice_and_several_of_one_set_count_once() {
        useCases.batch(lot, product, producer, 100, 30);
        BatchReported one = reported(UUID.randomUUID(), producer, 5);
        BatchReported other = reported(UUID.randomUUID(), producer, 7);

        for (int time = 0; time < 2; time++) {
            run(() -> onBatchReported.onAll(
                    List.of(new Received<>(one, UseCases.envelope()), new Received<>(other, UseCases.envelope()))));
        }

        assertThat(places(lot)).isEqualTo(new Places(88, 12, 0));
        assertThat(told(lot)).containsExactly("12");
    }

    @Test
    void over_random_histories_every_unit_is_in_one_place_and_what_is_said_is_consumed_or_due() {
        Random random = new Random(1161);
        UUID partner = useCases.partner("100000000.00");
        for (int history = 0; history < 10; history++) {
            UUID one = UUID.randomUUID();
            Map<UUID, Long> said = new HashMap<>();
            List<Runnable> steps = IntStream.range(0, 12)
                    .<Runnable>mapToObj(step -> () -> step(random, one, partner, said))
                    .toList();
            int certifiedAt = random.nextInt(steps.size());
            for (int step = 0; step < steps.size(); step++) {
                if (step == certifiedAt) {
                    useCases.batch(one, product, producer, random.nextLong(20, 120), 30);
                }
                steps.get(step).run();
                if (step >= certifiedAt) {
                    Places places = places(one);
                    assertThat(places.consumed() + places.due())
                            .as("history %d, step %d", history, step)
                            .isEqualTo(said.values().stream()
                                    .mapToLong(Long::longValue)
                                    .sum());
                }
            }
        }
        useCases.awaitLookedFor(product);
        assertThat(checkConservation.check().conserved()).isTrue();
    }

    private void step(Random random, UUID one, UUID partner, Map<UUID, Long> said) {
        UUID batch = said.isEmpty() || random.nextBoolean()
                ? UUID.randomUUID()
                : said.keySet().iterator().next();
        long quantity = random.nextLong(1, 40);
        switch (random.nextInt(4)) {
            case 0 -> useCases.order(partner, product, quantity);
            case 1 -> {
                if (said.remove(batch) != null) {
                    withdraw(batch);
                }
            }
            default -> {
                if (said.put(batch, quantity) == null) {
                    run(() -> onBatchReported.on(reported(batch, producer, one, quantity), UseCases.envelope()));
                } else {
                    run(() -> onBatchCorrected.on(corrected(batch, one, quantity), UseCases.envelope()));
                }
            }
        }
    }

    private record Places(long onHand, long consumed, long due) {}

    private Places places(UUID batch) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select on_hand, consumed, consumption_due as due from batch where batch_id = :batch")
                .bind("batch", batch)
                .map((row, context) -> new Places(row.getLong("on_hand"), row.getLong("consumed"), row.getLong("due")))
                .one());
    }

    /** What was told of how much of the lot is consumed, in turn. */
    private List<String> told(UUID batch) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select payload::jsonb -> 'quantity' ->> 'value' from (
                               select type, payload, time from outbox union all select type, payload, time from sent_event) e
                         where type like '%GoodsConsumed%' and payload::jsonb ->> 'batchId' = :batch
                         order by time
                        """)
                .bind("batch", batch.toString())
                .mapTo(BigDecimal.class)
                .map(value -> value.stripTrailingZeros().toPlainString())
                .list());
    }

    private void report(UUID batch, UUID member, long used) {
        run(() -> onBatchReported.on(reported(batch, member, used), UseCases.envelope()));
    }

    private void correct(UUID batch, long used) {
        run(() -> onBatchCorrected.on(corrected(batch, lot, used), UseCases.envelope()));
    }

    private void withdraw(UUID batch) {
        run(() -> onBatchWithdrawn.on(new BatchWithdrawn(batch, producer, made, "L"), UseCases.envelope()));
    }

    private BatchReported reported(UUID batch, UUID member, long used) {
        return reported(batch, member, lot, used);
    }

    private BatchReported reported(UUID batch, UUID member, UUID of, long used) {
        return new BatchReported(
                batch,
                member,
                made,
                "L",
                Quantity.of(10, UseCases.UNIT),
                LocalDate.EPOCH,
                null,
                "hand",
                null,
                Instant.EPOCH,
                inputs(of, used));
    }

    private BatchCorrected corrected(UUID batch, UUID of, long used) {
        return new BatchCorrected(
                batch,
                producer,
                made,
                "L",
                Quantity.of(10, UseCases.UNIT),
                LocalDate.EPOCH,
                null,
                "hand",
                null,
                Instant.EPOCH,
                inputs(of, used));
    }

    private static List<BatchInput> inputs(UUID of, long used) {
        return List.of(
                new BatchInput(InputKind.OWN, null, "L-1", of, Quantity.of(used, UseCases.UNIT)),
                new BatchInput(InputKind.BOUGHT, "Beeswax", null, null, null));
    }

    private static void run(Runnable work) {
        QuarkusTransaction.requiringNew().run(work);
    }
}
