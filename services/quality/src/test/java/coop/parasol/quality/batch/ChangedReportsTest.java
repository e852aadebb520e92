package coop.parasol.quality.batch;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.contracts.ProductionEvent.BatchCorrectionRequested;
import coop.parasol.contracts.ProductionEvent.BatchReported;
import coop.parasol.contracts.ProductionEvent.BatchWithdrawalRequested;
import coop.parasol.contracts.Quantity;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Envelope;
import coop.parasol.messaging.Handler.Received;
import coop.parasol.messaging.Ids;
import coop.parasol.quality.TestDatabase;
import coop.parasol.quality.switching.InspectionSeries;
import coop.parasol.quality.switching.InspectionSeriesRepository;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Producers correct and withdraw reports of batches that wait for their sample, also at the moment at which it is drawn. */
@QuarkusTest
class ChangedReportsTest {

    private static final int ROUNDS = 40;
    private static final Instant REPORTED_AT = SeriesScenario.BEGIN.plus(10, ChronoUnit.DAYS);
    private static final LocalDate BEST_BEFORE = LocalDate.of(2099, 1, 1);

    @Inject
    OnBatchReported reported;

    @Inject
    OnBatchCorrectionRequested correctionRequested;

    @Inject
    OnBatchWithdrawalRequested withdrawalRequested;

    @Inject
    InspectionSeriesRepository seriesRepository;

    @Inject
    SampleWaitingBatches sampleWaitingBatches;

    @Inject
    Jdbi jdbi;

    private final SeriesScenario series = new SeriesScenario();
    private final UUID member = Ids.next();
    private final String product = series.product(1);

    @BeforeEach
    void a_standard_and_a_discontinued_series() {
        series.standards(new Random(1));
        TestDatabase.sql(
                "insert into inspection_series (id, member_id, product, switching, discontinued)"
                        + " values (gen_random_uuid(), :p1, :p2, jsonb_build_object('classes', jsonb_build_object('MAJOR',"
                        + " jsonb_build_object('state', 'TIGHTENED', 'score', 0, 'recent', '', 'acceptedInARow', 0,"
                        + " 'rejectedOnTightened', 0))), true)",
                member,
                product);
    }

    @Test
    void a_held_batch_is_corrected_and_its_sample_is_drawn_of_what_it_is_now() {
        UUID batch = report(product, 20);
        correct(batch, 500);
        UUID asReported = report(product, 500);
        resume();

        assertThat(answer(batch)).isEqualTo("ACCEPTED");
        assertThat(row(batch)).isEqualTo(row(asReported)).contains("SAMPLED", "500", BEST_BEFORE.toString());
        assertThat(workList(batch)).isEqualTo(workList(asReported)).contains("500");
    }

    @Test
    void a_batch_without_a_standard_is_withdrawn_and_is_decided_for_the_exit_of_its_producer() {
        UUID batch = report(series.product(SeriesScenario.PRODUCTS), 20);

        withdraw(batch);

        assertThat(answer(batch)).isEqualTo("ACCEPTED");
        assertThat(state(batch)).isEqualTo("WITHDRAWN");
        assertThat(clearance()).isEqualTo("1 1 0");
    }

    @Test
    void what_had_a_sample_is_suspended_or_was_given_up_stays_as_reported() {
        UUID held = report(product, 20);
        resume();
        TestDatabase.sql("update inspection_series set discontinued = true where member_id = :p1", member);
        QuarkusTransaction.requiringNew()
                .run(() -> sampleWaitingBatches.updateUninspectedBatches(
                        seriesRepository.lock(member, product), Cause.of("test")));
        assertThat(state(held)).as("held once more").isEqualTo("HELD");
        UUID suspended = report(product, 20);
        TestDatabase.sql("update batch set suspended_by = gen_random_uuid() where id = :p1", suspended);
        UUID gone = report(product, 20);
        TestDatabase.sql("update batch set state = 'SCRAPPED', reason = 'wet' where id = :p1", gone);

        for (UUID batch : List.of(held, suspended, gone)) {
            correct(batch, 500);
        }

        assertThat(answer(held)).isEqualTo("SAMPLE_DRAWN");
        assertThat(answer(suspended)).isEqualTo("SUSPENDED");
        assertThat(answer(gone)).isEqualTo("SCRAPPED");
        for (UUID batch : List.of(held, suspended, gone)) {
            assertThat(row(batch)).contains(" 20.000000 ").doesNotContain(" 500.");
        }
    }

    @Test
    void of_a_withdrawal_and_a_drawing_at_the_same_moment_one_is_first_and_the_other_knows_it() throws Exception {
        Set<String> outcomes = new HashSet<>();
        for (int round = 0; round < ROUNDS; round++) {
            discontinue();
            UUID batch = report(product, 20);
            atOnce(round, this::resume, () -> withdraw(batch));
            String outcome = answer(batch) + " " + state(batch) + " " + samplesTold(batch) + " "
                    + (workList(batch).isEmpty() ? "not listed" : "listed");
            outcomes.add(outcome);
            assertThat(outcome).isIn("ACCEPTED WITHDRAWN 0 not listed", "SAMPLE_DRAWN SAMPLED 1 listed");
        }
        assertThat(outcomes).as("both came first at times").hasSize(2);
        assertThat(clearance()).matches(ROUNDS + " \\d+ 0");
    }

    @Test
    void of_a_correction_and_a_drawing_at_the_same_moment_the_sample_is_drawn_of_what_holds() throws Exception {
        Set<String> outcomes = new HashSet<>();
        for (int round = 0; round < ROUNDS; round++) {
            discontinue();
            UUID batch = report(product, 20);
            atOnce(round, this::resume, () -> correct(batch, 500));
            String answer = answer(batch);
            outcomes.add(answer);
            UUID asIfReported = report(product, answer.equals("ACCEPTED") ? 500 : 20);
            assertThat(row(batch)).isEqualTo(row(asIfReported));
            assertThat(workList(batch)).isEqualTo(workList(asIfReported));
        }
        assertThat(outcomes).containsExactlyInAnyOrder("ACCEPTED", "SAMPLE_DRAWN");
    }

    /** Both at once, the one or the other with a start. */
    private static void atOnce(int round, Runnable one, Runnable other) throws Exception {
        CyclicBarrier barrier = new CyclicBarrier(2);
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Future<?> first = threads.submit(() -> after(barrier, round % 4 == 0 ? 5 : 0, one));
            Future<?> second = threads.submit(() -> after(barrier, round % 4 == 1 ? 5 : 0, other));
            first.get();
            second.get();
        }
    }

    private static Void after(CyclicBarrier barrier, long millis, Runnable what) throws Exception {
        barrier.await();
        Thread.sleep(millis);
        what.run();
        return null;
    }

    private UUID report(String of, long pieces) {
        UUID batch = Ids.next();
        BatchReported event = new BatchReported(
                batch,
                member,
                of,
                "L-" + batch,
                Quantity.of(pieces, "C62"),
                LocalDate.of(2026, 11, 11),
                BEST_BEFORE.plusDays(pieces == 20 ? 1 : 0),
                "hand",
                null,
                REPORTED_AT,
                null);
        QuarkusTransaction.requiringNew()
                .run(() -> reported.onAll(List.of(new Received<>(event, envelope("BatchReported", batch)))));
        return batch;
    }

    private void correct(UUID batch, long pieces) {
        QuarkusTransaction.requiringNew()
                .run(() -> correctionRequested.on(
                        new BatchCorrectionRequested(
                                Ids.next(), batch, member, Quantity.of(pieces, "C62"), BEST_BEFORE),
                        envelope("BatchCorrectionRequested", batch)));
    }

    private void withdraw(UUID batch) {
        QuarkusTransaction.requiringNew()
                .run(() -> withdrawalRequested.on(
                        new BatchWithdrawalRequested(Ids.next(), batch, member),
                        envelope("BatchWithdrawalRequested", batch)));
    }

    private static Envelope envelope(String type, UUID batch) {
        return new Envelope(
                Ids.next(),
                "coop.parasol.production." + type + ".v1",
                batch.toString(),
                1,
                REPORTED_AT,
                new Cause("meera", null, Ids.next().toString()));
    }

    private void discontinue() {
        TestDatabase.sql("update inspection_series set discontinued = true where member_id = :p1", member);
    }

    private void resume() {
        QuarkusTransaction.requiringNew().run(() -> {
            InspectionSeries locked = seriesRepository.lock(member, product);
            locked.discontinued = false;
            sampleWaitingBatches.updateUninspectedBatches(locked, Cause.of("test"));
        });
    }

    private String answer(UUID batch) {
        return text("""
                select payload::jsonb ->> 'answer' from (select seq, type, payload from outbox
                       union all select seq, type, payload from sent_event) as event
                 where type like '%.BatchChangeAnswered.%' and payload::jsonb ->> 'batchId' = :batch
                """, batch);
    }

    private String samplesTold(UUID batch) {
        return text("""
                select count(*) from (select seq, type, payload from outbox
                       union all select seq, type, payload from sent_event) as event
                 where type like '%.SampleDrawn.%' and payload::jsonb ->> 'batchId' = :batch
                """, batch);
    }

    private String state(UUID batch) {
        return text("select state from batch where id = cast(:batch as uuid)", batch);
    }

    private String row(UUID batch) {
        return text("""
                select concat_ws(' ', product, state, quantity, unit, best_before, standard_version, plans, sample_size,
                                 drawn_units, length(seed), length(brand_lot))
                  from batch where id = cast(:batch as uuid)
                """, batch);
    }

    private String workList(UUID batch) {
        return text("""
                select coalesce(string_agg(concat_ws(' ', product, quantity, unit, sample_size), ','), '')
                  from work_list where batch_id = cast(:batch as uuid)
                """, batch);
    }

    private String clearance() {
        return text("""
                select concat_ws(' ', reported, decided, certified) from producer_clearance
                 where member_id = cast(:batch as uuid)
                """, member);
    }

    private String text(String sql, UUID id) {
        return QuarkusTransaction.requiringNew()
                .call(() -> jdbi.withHandle(handle -> handle.createQuery(sql)
                        .bind("batch", id.toString())
                        .mapTo(String.class)
                        .one()));
    }
}
