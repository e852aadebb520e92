package coop.parasol.quality.batch;

import coop.parasol.contracts.ProductionEvent.BatchReported;
import coop.parasol.firm.FirmClock;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.SetHandler;
import coop.parasol.quality.batch.rules.CorrectionTime;
import coop.parasol.quality.exit.ProducerClearance;
import coop.parasol.quality.standard.Standard;
import coop.parasol.quality.standard.StandardRepository;
import coop.parasol.quality.switching.InspectionSeries;
import coop.parasol.quality.switching.InspectionSeriesRepository;
import coop.parasol.quality.switching.InspectionSeriesRepository.SeriesKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Producers have reported batches: their samples are drawn, at once or when the time to correct them is over, by the standards that
 * were in force when they were reported, with the present severity of their series, in a fixed number of statements however many
 * there are. Only inspections switch a series, so that its severity is the same for all batches of a set.
 */
@ApplicationScoped
public class OnBatchReported implements SetHandler<BatchReported> {

    private final StandardRepository standards;
    private final InspectionSeriesRepository seriesRepository;
    private final DrawSample drawSample;
    private final ProducerClearance clearance;
    private final CorrectionTimeBylaw correctionTime;
    private final BatchInputs inputs;
    private final FirmClock clock;

    OnBatchReported(
            StandardRepository standards,
            InspectionSeriesRepository seriesRepository,
            DrawSample drawSample,
            ProducerClearance clearance,
            CorrectionTimeBylaw correctionTime,
            BatchInputs inputs,
            FirmClock clock) {
        this.standards = standards;
        this.seriesRepository = seriesRepository;
        this.drawSample = drawSample;
        this.clearance = clearance;
        this.correctionTime = correctionTime;
        this.inputs = inputs;
        this.clock = clock;
    }

    @Override
    public void onAll(List<Received<BatchReported>> events) {
        standards.lockAll(events.stream()
                .map(received -> received.event().product())
                .collect(Collectors.toCollection(TreeSet::new)));
        List<Optional<Standard>> inForce = standards.inForce(events.stream()
                .map(received -> new StandardRepository.Moment(
                        received.event().product(), received.envelope().time()))
                .toList());
        Map<SeriesKey, InspectionSeries> series = seriesRepository.lockAll(IntStream.range(0, events.size())
                .filter(each -> inForce.get(each).isPresent())
                .mapToObj(each -> series(events.get(each)))
                .collect(Collectors.toSet()));
        List<Integer> minutes = correctionTime.inForceAt(
                events.stream().map(received -> received.envelope().time()).toList());
        Instant now = clock.now();
        List<DrawSample.NewBatch> batches = new ArrayList<>();
        for (Received<BatchReported> received : events) {
            batches.add(new DrawSample.NewBatch(
                    batch(received, now, minutes.get(batches.size())),
                    inForce.get(batches.size()).orElse(null),
                    series.get(series(received)),
                    Cause.by(received.envelope())));
        }
        drawSample.drawOrHoldAll(batches);
        inputs.reported(events.stream().map(Received::event).toList());
        clearance.batchesReported(
                events.stream().map(received -> received.event().memberId()).toList());
    }

    private static SeriesKey series(Received<BatchReported> received) {
        return new SeriesKey(received.event().memberId(), received.event().product());
    }

    private static Batch batch(Received<BatchReported> received, Instant now, int minutes) {
        BatchReported event = received.event();
        Batch batch = new Batch();
        batch.id = event.batchId();
        batch.memberId = event.memberId();
        batch.product = event.product();
        batch.lot = event.lot();
        batch.quantity = event.quantity().value();
        batch.unit = event.quantity().unit();
        batch.bestBefore = event.bestBefore();
        batch.reportedAt = received.envelope().time();
        batch.sampleDueAt =
                CorrectionTime.sampleDue(batch.reportedAt, now, minutes).orElse(null);
        return batch;
    }
}
