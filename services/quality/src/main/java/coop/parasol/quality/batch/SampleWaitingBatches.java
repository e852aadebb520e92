package coop.parasol.quality.batch;

import coop.parasol.messaging.Cause;
import coop.parasol.quality.standard.NewStandardVersion;
import coop.parasol.quality.standard.Standard;
import coop.parasol.quality.switching.InspectionSeries;
import coop.parasol.quality.switching.InspectionSeriesRepository;
import coop.parasol.quality.switching.SeverityChanged;
import coop.parasol.quality.worklist.WorkList;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;

/**
 * Samples, samples again or holds batches that wait, when that for which they wait has changed: the first standard of
 * their product is published, or their series is inspected more or less severely, or not at all (ADR 0019).
 */
@ApplicationScoped
public class SampleWaitingBatches {

    private final DrawSample drawSample;
    private final InspectionSeriesRepository seriesRepository;
    private final WorkList workList;

    SampleWaitingBatches(DrawSample drawSample, InspectionSeriesRepository seriesRepository, WorkList workList) {
        this.drawSample = drawSample;
        this.seriesRepository = seriesRepository;
        this.workList = workList;
    }

    record WaitingSeries(UUID memberId) {}

    /** Batches that came before the first standard of their product are sampled as soon as it is published. */
    void on(@Observes NewStandardVersion published) {
        Standard standard = published.standard();
        List<WaitingSeries> waiting = Batch.find(
                        "select distinct batch.memberId from Batch batch where batch.product = ?1 and batch.state = ?2"
                                + " order by batch.memberId",
                        standard.product,
                        Batch.State.WAITING_FOR_STANDARD)
                .project(WaitingSeries.class)
                .list();
        for (WaitingSeries each : waiting) {
            InspectionSeries series = seriesRepository.lock(each.memberId(), standard.product);
            // some may have been given up before they were locked
            drawSample.drawOrHold(lock(series, Batch.State.WAITING_FOR_STANDARD), standard, series, published.cause());
        }
    }

    void on(@Observes SeverityChanged changed) {
        updateUninspectedBatches(changed.series(), changed.cause());
    }

    /**
     * Batches of a locked series that nobody has begun to inspect are sampled with its present severity. Those of a
     * discontinued series are held, also those that one of two auditors has inspected; when it is resumed they are sampled
     * with its present severity, and what was found already counts where it covers the new sample.
     */
    void updateUninspectedBatches(InspectionSeries series, Cause cause) {
        workList.setDiscontinued(series.memberId, series.product, series.discontinued);
        List<Batch> batches = lock(series, Batch.State.HELD, Batch.State.SAMPLED);
        if (series.discontinued) {
            batches.forEach(SampleWaitingBatches::hold);
            return;
        }
        // also held ones that an auditor had begun: the lots of a producer that was discontinued are inspected
        // tightened
        drawSample.drawAgain(
                batches.stream()
                        .filter(batch -> batch.state == Batch.State.HELD || !batch.inspectionBegun)
                        .toList(),
                series,
                cause);
    }

    private static List<Batch> lock(InspectionSeries series, Batch.State... states) {
        return Batch.<Batch>find(
                        "memberId = ?1 and product = ?2 and state in ?3 order by id",
                        series.memberId,
                        series.product,
                        List.of(states))
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    private static void hold(Batch batch) {
        if (batch.state == Batch.State.SAMPLED) {
            batch.transitionTo(Batch.State.HELD);
        }
    }
}
