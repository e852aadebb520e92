package coop.parasol.quality.batch;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.contracts.ProductionEvent.BatchReported;
import coop.parasol.contracts.Quantity;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Envelope;
import coop.parasol.messaging.Handler.Received;
import coop.parasol.messaging.Ids;
import coop.parasol.testing.StatementCount;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A set of reported batches comes to what the same batches come to one by one. */
@QuarkusTest
class ReportedInSetsTest {

    private static final int BATCHES = 60;

    @Inject
    OnBatchReported handler;

    @Inject
    Jdbi jdbi;

    private final SeriesScenario series = new SeriesScenario();

    /** A batch of the n-th producer. */
    private record Draft(
            int producer,
            String product,
            String lot,
            long units,
            @Nullable LocalDate bestBefore,
            Instant at) {

        Received<BatchReported> of(List<UUID> producers) {
            UUID batch = Ids.next();
            return new Received<>(
                    new BatchReported(
                            batch,
                            producers.get(producer),
                            product,
                            lot,
                            Quantity.of(units, "C62"),
                            LocalDate.of(2026, 11, 1),
                            bestBefore,
                            "hand",
                            null,
                            null,
                            null),
                    new Envelope(
                            Ids.next(),
                            "coop.parasol.production.BatchReported.v1",
                            batch.toString(),
                            1,
                            at,
                            new Cause("meera", null, Ids.next().toString())));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void a_set_of_batches_is_sampled_held_and_counted_as_one_by_one(long seed) {
        Random random = new Random(seed);
        series.standards(random);
        List<UUID> single = SeriesScenario.producers();
        List<UUID> sets = SeriesScenario.producers();
        series.severities(random, single, sets);
        List<Draft> drafts = IntStream.range(0, BATCHES)
                .mapToObj(each -> draft(random, each))
                .toList();

        handle(drafts, single, 1);
        handle(drafts, sets, 2 + random.nextInt(BATCHES));

        assertThat(batches(sets)).isEqualTo(batches(single)).hasSize(BATCHES);
        assertThat(String.join("\n", batches(sets)))
                .contains("SAMPLED", "WAITING_FOR_STANDARD", "TIGHTENED", "NORMAL", "REDUCED");
        assertThat(workList(sets)).isEqualTo(workList(single)).isNotEmpty();
        assertThat(events(sets)).isEqualTo(events(single)).hasSameSizeAs(workList(sets));
        assertThat(series(sets)).isEqualTo(series(single)).isNotEmpty();
        assertThat(clearances(sets)).isEqualTo(clearances(single)).hasSize(SeriesScenario.PRODUCERS);
    }

    @Test
    void the_statements_are_as_many_for_a_hundred_batches_as_for_two() {
        series.standards(new Random(1));

        assertThat(statements(100)).isEqualTo(statements(2)).isLessThanOrEqualTo(12);
    }

    @Test
    void sets_with_the_same_producers_and_products_do_not_lock_one_another_out() throws Exception {
        series.standards(new Random(2));
        List<UUID> producers = SeriesScenario.producers();
        List<Future<?>> running = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
            for (int thread = 0; thread < 3; thread++) {
                Random random = new Random(thread);
                int first = thread * 1_000;
                running.add(threads.submit(() -> {
                    for (int round = 0; round < 10; round++) {
                        int from = first + round * 20;
                        List<Draft> drafts = new ArrayList<>(IntStream.range(from, from + 20)
                                .mapToObj(each -> draft(random, each))
                                .toList());
                        Collections.shuffle(drafts, random);
                        handle(drafts, producers, drafts.size());
                    }
                }));
            }
            for (Future<?> one : running) {
                one.get();
            }
        }

        assertThat(batches(producers)).hasSize(600);
        assertThat(clearances(producers)).allMatch(row -> !row.startsWith("0 "));
    }

    private void handle(List<Draft> drafts, List<UUID> producers, int together) {
        for (int from = 0; from < drafts.size(); from += together) {
            List<Received<BatchReported>> set = drafts.subList(from, Math.min(drafts.size(), from + together)).stream()
                    .map(draft -> draft.of(producers))
                    .toList();
            QuarkusTransaction.joiningExisting().run(() -> handler.onAll(set));
        }
    }

    private Draft draft(Random random, int number) {
        return new Draft(
                random.nextInt(SeriesScenario.PRODUCERS),
                series.product(1 + random.nextInt(SeriesScenario.PRODUCTS)),
                "L-" + number,
                1 + random.nextInt(1_500),
                random.nextBoolean() ? LocalDate.of(2027, 1, 1 + random.nextInt(28)) : null,
                SeriesScenario.BEGIN.plus(random.nextInt(120), ChronoUnit.HOURS));
    }

    private List<String> batches(List<UUID> producers) {
        return texts(producers, """
                select concat_ws(' ', array_position(:producers, member_id), product, lot, quantity, unit, best_before, state,
                                 reported_at, standard_version, plans, sample_size, drawn_units, length(seed), length(brand_lot),
                                 inspection_number, inspection_begun, awaits_desk, destroyed_units)
                  from batch where member_id = any(:producers) order by lot
                """);
    }

    private List<String> workList(List<UUID> producers) {
        return texts(producers, """
                select concat_ws(' ', array_position(:producers, member_id), product, lot, quantity, unit, reported_at,
                                 sample_size, reinspection, auditors, discontinued)
                  from work_list where member_id = any(:producers) order by lot
                """);
    }

    private List<String> series(List<UUID> producers) {
        return texts(producers, """
                select concat_ws(' ', array_position(:producers, member_id), product, switching, discontinued)
                  from inspection_series where member_id = any(:producers) order by 1
                """);
    }

    private List<String> clearances(List<UUID> producers) {
        return texts(producers, """
                select concat_ws(' ', reported, decided, certified, exit_id, cleared_exit_id) from producer_clearance
                 where member_id = any(:producers) order by array_position(:producers, member_id)
                """);
    }

    /** Without what is drawn: ids, seeds and brand lots. */
    private List<String> events(List<UUID> producers) {
        return texts(producers, """
                select concat_ws(' ', type, array_position(:producers, cast(payload::jsonb ->> 'memberId' as uuid)),
                                 payload::jsonb - 'batchId' - 'memberId' - 'brandLot' - 'seedDigest', actor)
                  from (select seq, type, payload, actor from outbox
                        union all select seq, type, payload, actor from sent_event) as event
                 where cast(payload::jsonb ->> 'memberId' as uuid) = any(:producers) order by seq
                """);
    }

    private List<String> texts(List<UUID> producers, String sql) {
        return QuarkusTransaction.requiringNew()
                .call(() -> jdbi.withHandle(handle -> handle.createQuery(sql)
                        .bindArray("producers", UUID.class, producers)
                        .mapTo(String.class)
                        .list()));
    }

    private long statements(int batches) {
        Random random = new Random(batches);
        List<Draft> drafts = IntStream.range(0, batches)
                .mapToObj(each -> draft(random, each))
                .map(draft -> new Draft(
                        draft.producer(),
                        series.product(1),
                        draft.lot(),
                        draft.units(),
                        draft.bestBefore(),
                        draft.at()))
                .toList();
        return StatementCount.of(
                jdbi, Batch.getEntityManager(), () -> handle(drafts, SeriesScenario.producers(), batches));
    }
}
