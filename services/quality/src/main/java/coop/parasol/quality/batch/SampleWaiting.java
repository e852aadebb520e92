package coop.parasol.quality.batch;

import coop.parasol.messaging.Cause;
import coop.parasol.quality.standard.NewVersion;
import coop.parasol.quality.standard.Standard;
import coop.parasol.quality.switching.Line;
import coop.parasol.quality.switching.LineResumed;
import coop.parasol.quality.switching.Lines;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;

/** What waits moves on when its reason is gone: a first standard, a lifted discontinuation, another severity. */
@ApplicationScoped
public class SampleWaiting {

    private final SampleBatch sampleBatch;
    private final Lines lines;
    private final Session database;

    SampleWaiting(SampleBatch sampleBatch, Lines lines, Session database) {
        this.sampleBatch = sampleBatch;
        this.lines = lines;
        this.database = database;
    }

    /** A batch that waited when its product's first standard was published; it may have been given up meanwhile. */
    record Waiting(UUID id, UUID memberId) {}

    /** Batches that came before the first standard of their product are sampled as soon as it is published. */
    void on(@Observes NewVersion published) {
        Standard standard = published.standard();
        Batch.find(
                        "select batch.id, batch.memberId from Batch batch where batch.product = ?1 and batch.state = ?2"
                                + " order by batch.memberId, batch.id",
                        standard.product,
                        Batch.State.WAITING_FOR_STANDARD)
                .project(Waiting.class)
                .list()
                .forEach(waiting -> {
                    Line line = lines.lock(waiting.memberId(), standard.product);
                    Batch.lock(waiting.id())
                            .filter(batch -> batch.state == Batch.State.WAITING_FOR_STANDARD)
                            .ifPresent(batch -> sampleBatch.sampleOrHold(batch, standard, line, published.cause()));
                });
    }

    void on(@Observes LineResumed resumed) {
        follow(resumed.line(), resumed.cause());
    }

    /**
     * Batches of a locked line that nobody has begun to inspect follow its severity; a discontinued line's wait, also those
     * that one of two auditors has inspected.
     */
    void follow(Line line, Cause cause) {
        List<Batch> batches = Batch.<Batch>find(
                        "memberId = ?1 and product = ?2 and state in ?3 order by id",
                        line.memberId,
                        line.product,
                        List.of(Batch.State.HELD, Batch.State.SAMPLED))
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
        for (Batch batch : batches) {
            if (line.discontinued) {
                hold(batch);
            } else if (batch.state == Batch.State.HELD && batch.seed == null) {
                sampleBatch.sampleOrHold(batch, batch.standard(), line, cause);
            } else {
                if (batch.state == Batch.State.HELD) {
                    batch.become(Batch.State.SAMPLED);
                }
                if (!isBegun(batch)) {
                    sampleBatch.sampleAgain(batch, line, cause);
                }
            }
        }
    }

    private static void hold(Batch batch) {
        if (batch.state == Batch.State.SAMPLED) {
            batch.become(Batch.State.HELD);
        }
    }

    private boolean isBegun(Batch batch) {
        return Boolean.TRUE.equals(database.createNativeQuery(
                        "select exists (select from inspection where batch_id = ?1 and attempt = ?2)", Boolean.class)
                .setParameter(1, batch.id)
                .setParameter(2, batch.attempt)
                .getSingleResult());
    }
}
