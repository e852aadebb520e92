package coop.parasol.quality.batch;

import coop.parasol.firm.FirmClock;
import coop.parasol.messaging.Cause;
import coop.parasol.persistence.Columns;
import coop.parasol.quality.standard.Standard;
import coop.parasol.quality.standard.StandardRepository;
import coop.parasol.quality.switching.InspectionSeries;
import coop.parasol.quality.switching.InspectionSeriesRepository;
import coop.parasol.quality.switching.InspectionSeriesRepository.SeriesKey;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;

/**
 * Draws the samples of reported batches whose producers' time to correct them is over. It looks at what is stored, each second, so that
 * nothing is lost with an instance; some seconds after its start only, so that what producers have changed while no instance ran is heard
 * of first. Series and batches are locked in the order of all other decisions, a hundred batches in a fixed number of statements; where
 * these fail, each is drawn by itself, and the one that fails is put off ({@link UndrawnSamples}).
 *
 * <p>A look reads two or three pages of an index of batches that are REPORTED, 0.05 ms beside 200,000 others: where none waits it costs
 * less than a cleverer timer would.
 */
@ApplicationScoped
class DrawDueSamples {

    static final String DUE = """
            select id, member_id, product from batch b where state = 'REPORTED' and sample_due_at <= :now
               and not exists (select from undrawn_sample u where u.batch_id = b.id and u.next_try_at > :now)
             order by sample_due_at, id limit :maxRows
            """;

    private static final Logger LOG = Logger.getLogger(DrawDueSamples.class);
    private static final int BATCHES_PER_TRANSACTION = 100;

    private static final String LOCK = """
            select id from batch where id = any(:ids) and state = 'REPORTED' order by id for update
            """;

    private final Jdbi jdbi;
    private final StandardRepository standards;
    private final InspectionSeriesRepository seriesRepository;
    private final DrawSample drawSample;
    private final UndrawnSamples undrawn;
    private final FirmClock clock;

    DrawDueSamples(
            Jdbi jdbi,
            StandardRepository standards,
            InspectionSeriesRepository seriesRepository,
            DrawSample drawSample,
            UndrawnSamples undrawn,
            FirmClock clock) {
        this.jdbi = jdbi;
        this.standards = standards;
        this.seriesRepository = seriesRepository;
        this.drawSample = drawSample;
        this.undrawn = undrawn;
        this.clock = clock;
    }

    /** A batch whose sample is due. */
    record Due(UUID id, UUID memberId, String product) {

        SeriesKey series() {
            return new SeriesKey(memberId, product);
        }
    }

    @Scheduled(
            every = "{parasol.sample.drawing-interval}",
            delayed = "{parasol.sample.drawing-delay}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void draw() {
        boolean more = true;
        while (more) {
            more = drawSet() == BATCHES_PER_TRANSACTION;
        }
    }

    /** Returns how many were due. */
    private int drawSet() {
        try {
            return QuarkusTransaction.requiringNew().call(this::drawNext);
        } catch (RuntimeException e) {
            LOG.warnf("Due samples are drawn one by one, as together they could not be: %s", e);
            return drawOneByOne();
        }
    }

    /** Fails where the database is away: then nothing is put off, and all is looked at again in a second. */
    private int drawOneByOne() {
        List<Due> due = QuarkusTransaction.requiringNew().call(() -> due(clock.now()));
        for (Due one : due) {
            try {
                QuarkusTransaction.requiringNew().call(() -> draw(List.of(one)));
            } catch (RuntimeException e) {
                LOG.errorf(e, "The sample of batch %s is due and cannot be drawn; it is tried again later", one.id());
                QuarkusTransaction.requiringNew().run(() -> undrawn.putOff(one.id(), clock.now(), e));
            }
        }
        return due.size();
    }

    /** Draws what is due, a hundred at most. Returns how many were due. */
    int drawNext() {
        List<Due> due = due(clock.now());
        if (!due.isEmpty()) {
            draw(due);
        }
        return due.size();
    }

    /** Returns how many wait no longer: they are sampled, or held because their series is discontinued. */
    private int draw(List<Due> due) {
        Map<SeriesKey, InspectionSeries> series =
                seriesRepository.lockAll(due.stream().map(Due::series).collect(Collectors.toSet()));
        List<Batch> batches = Batch.list("id in ?1 order by id", lock(due));
        Map<StandardRepository.Version, Standard> versions =
                standards.versions(batches.stream().map(DrawDueSamples::version).collect(Collectors.toSet()));
        drawSample.drawDue(
                batches.stream()
                        .map(batch -> new DrawSample.DueBatch(
                                batch,
                                Objects.requireNonNull(versions.get(version(batch))),
                                Objects.requireNonNull(series.get(new SeriesKey(batch.memberId, batch.product)))))
                        .toList(),
                Cause.of("quality"));
        undrawn.forget(batches.stream().map(batch -> batch.id).toList());
        return batches.size();
    }

    /** Of the standard that was in force when it was reported. */
    private static StandardRepository.Version version(Batch batch) {
        return new StandardRepository.Version(batch.product, Objects.requireNonNull(batch.standardVersion));
    }

    private List<Due> due(Instant now) {
        return jdbi.withHandle(handle -> handle.createQuery(DUE)
                .bind("now", now)
                .bind("maxRows", BATCHES_PER_TRANSACTION)
                .mapTo(Due.class)
                .list());
    }

    /** Those that nobody has drawn or withdrawn meanwhile. */
    private List<UUID> lock(List<Due> due) {
        return jdbi.withHandle(handle -> handle.createQuery(LOCK)
                .bindArray("ids", UUID.class, Columns.of(due, Due::id))
                .mapTo(UUID.class)
                .list());
    }
}
