package coop.parasol.quality.batch;

import coop.parasol.contracts.ProductionEvent.BatchCorrectionRequested;
import coop.parasol.contracts.ProductionEvent.BatchReported;
import coop.parasol.contracts.ProductionEvent.BatchWithdrawalRequested;
import coop.parasol.contracts.Quantity;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Envelope;
import coop.parasol.messaging.Handler.Received;
import coop.parasol.messaging.Ids;
import coop.parasol.quality.switching.InspectionSeries;
import coop.parasol.quality.switching.InspectionSeriesRepository;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jdbi.v3.core.Jdbi;

/** What producers report, correct and withdraw, each in a transaction of its own, and what is stored of it. */
@ApplicationScoped
class ReportedBatchScenario {

    static final LocalDate BEST_BEFORE = LocalDate.of(2099, 1, 1);

    private final OnBatchReported reported;
    private final OnBatchCorrectionRequested correctionRequested;
    private final OnBatchWithdrawalRequested withdrawalRequested;
    private final InspectionSeriesRepository seriesRepository;
    private final SampleWaitingBatches sampleWaitingBatches;
    private final Jdbi jdbi;

    ReportedBatchScenario(
            OnBatchReported reported,
            OnBatchCorrectionRequested correctionRequested,
            OnBatchWithdrawalRequested withdrawalRequested,
            InspectionSeriesRepository seriesRepository,
            SampleWaitingBatches sampleWaitingBatches,
            Jdbi jdbi) {
        this.reported = reported;
        this.correctionRequested = correctionRequested;
        this.withdrawalRequested = withdrawalRequested;
        this.seriesRepository = seriesRepository;
        this.sampleWaitingBatches = sampleWaitingBatches;
        this.jdbi = jdbi;
    }

    /** The lot of 20 pieces has a day more than others. */
    UUID report(UUID member, String product, long pieces, Instant at) {
        UUID batch = Ids.next();
        BatchReported event = new BatchReported(
                batch,
                member,
                product,
                "L-" + batch,
                Quantity.of(pieces, "C62"),
                LocalDate.of(2019, 11, 29),
                BEST_BEFORE.plusDays(pieces == 20 ? 1 : 0),
                "hand",
                null,
                at,
                null);
        QuarkusTransaction.requiringNew()
                .run(() -> reported.onAll(List.of(new Received<>(event, envelope("BatchReported", batch, at)))));
        return batch;
    }

    void correct(UUID member, UUID batch, long pieces) {
        QuarkusTransaction.requiringNew()
                .run(() -> correctionRequested.on(
                        new BatchCorrectionRequested(
                                Ids.next(), batch, member, Quantity.of(pieces, "C62"), BEST_BEFORE),
                        envelope("BatchCorrectionRequested", batch, Instant.now())));
    }

    void withdraw(UUID member, UUID batch) {
        QuarkusTransaction.requiringNew()
                .run(() -> withdrawalRequested.on(
                        new BatchWithdrawalRequested(Ids.next(), batch, member),
                        envelope("BatchWithdrawalRequested", batch, Instant.now())));
    }

    /** What waits of a series is held, or sampled, as after a decision about its severity. */
    void setDiscontinued(UUID member, String product, boolean discontinued) {
        QuarkusTransaction.requiringNew().run(() -> {
            InspectionSeries locked = seriesRepository.lock(member, product);
            locked.discontinued = discontinued;
            sampleWaitingBatches.updateUninspectedBatches(locked, Cause.of("test"));
        });
    }

    static Envelope envelope(String type, UUID key, Instant at) {
        return new Envelope(
                Ids.next(),
                "coop.parasol.production." + type + ".v1",
                key.toString(),
                1,
                at,
                new Cause("meera", null, Ids.next().toString()));
    }

    /** Both at once, the one or the other with a start. */
    static void atOnce(int round, Runnable one, Runnable other) throws Exception {
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

    String answer(UUID batch) {
        return text("""
                select string_agg(payload::jsonb ->> 'answer', ',' order by seq) from (select seq, type, payload from outbox
                       union all select seq, type, payload from sent_event) as event
                 where type like '%.BatchChangeAnswered.%' and payload::jsonb ->> 'batchId' = :id
                """, batch);
    }

    String samplesTold(UUID batch) {
        return text("""
                select count(*) from (select seq, type, payload from outbox
                       union all select seq, type, payload from sent_event) as event
                 where type like '%.SampleDrawn.%' and payload::jsonb ->> 'batchId' = :id
                """, batch);
    }

    String state(UUID batch) {
        return text("select state from batch where id = cast(:id as uuid)", batch);
    }

    String row(UUID batch) {
        return text("""
                select concat_ws(' ', product, state, quantity, unit, best_before, standard_version, plans, sample_size,
                                 drawn_units, length(seed), length(brand_lot))
                  from batch where id = cast(:id as uuid)
                """, batch);
    }

    String workList(UUID batch) {
        return text("""
                select coalesce(string_agg(concat_ws(' ', product, quantity, unit, sample_size), ','), '')
                  from work_list where batch_id = cast(:id as uuid)
                """, batch);
    }

    String clearance(UUID member) {
        return text("""
                select concat_ws(' ', reported, decided, certified) from producer_clearance
                 where member_id = cast(:id as uuid)
                """, member);
    }

    private String text(String sql, UUID id) {
        return QuarkusTransaction.requiringNew()
                .call(() -> jdbi.withHandle(handle -> handle.createQuery(sql)
                        .bind("id", id.toString())
                        .mapTo(String.class)
                        .one()));
    }
}
