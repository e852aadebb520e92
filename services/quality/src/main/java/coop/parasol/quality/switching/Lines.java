package coop.parasol.quality.switching;

import coop.parasol.contracts.QualityEvent.DefectClass;
import coop.parasol.contracts.QualityEvent.SupportCaseOpened;
import coop.parasol.contracts.QualityEvent.SupportReason;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Ids;
import coop.parasol.messaging.Outbox;
import coop.parasol.quality.sampling.rules.SamplingPlan;
import coop.parasol.quality.switching.rules.Switching;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Keeps the switching of every line. A line is locked before its batches, so that decisions about them stand in a row. */
@ApplicationScoped
public class Lines {

    private final Session database;
    private final Outbox outbox;
    private final Clock clock;

    Lines(Session database, Outbox outbox, Clock clock) {
        this.database = database;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** The line, locked to the end of the transaction. */
    public Line lock(UUID memberId, String product) {
        database.createNativeMutationQuery("insert into line (id, member_id, product, states) values"
                        + " (?1, ?2, ?3, '{\"classes\": {}}') on conflict do nothing")
                .setParameter(1, Ids.next())
                .setParameter(2, memberId)
                .setParameter(3, product)
                .executeUpdate();
        return Line.<Line>find("memberId = ?1 and product = ?2", memberId, product)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .singleResult();
    }

    /**
     * An original inspection is decided. Every class moves by its own plan's outcome. A batch that was inspected with
     * another severity than its line has by now does not count: it says nothing about lots inspected as they are now
     * (ADR 0019).
     *
     * @return whether the severity of any class is another now
     */
    public boolean inspected(
            Line line, UUID batchId, List<SamplingPlan> plans, Map<DefectClass, Integer> found, Cause cause) {
        boolean switched = false;
        for (SamplingPlan plan : plans) {
            Switching before = line.states.of(plan.defectClass());
            if (plan.severity() == before.severity()) {
                switched |= become(
                        line, plan.defectClass(), before, before.after(Switching.Lot.of(plan, found)), batchId, cause);
            }
        }
        if (line.discontinued) {
            openSupportCase(
                    line,
                    SupportReason.DISCONTINUED,
                    batchId,
                    "Five lots of " + line.product + " were rejected on tightened inspection.",
                    cause);
        }
        return switched;
    }

    /** The corrective action is accepted. */
    void resume(Line line, Cause cause) {
        for (DefectClass defectClass : DefectClass.values()) {
            Switching before = line.states.of(defectClass);
            become(line, defectClass, before, before.resumed(), null, cause);
        }
    }

    /** Asks for help for a producer that cannot make a product well enough by itself. */
    public void openSupportCase(Line line, SupportReason kind, UUID batchId, String reason, Cause cause) {
        outbox.append(
                new SupportCaseOpened(Ids.next(), line.memberId, line.product, kind, batchId, reason, now()), cause);
    }

    private boolean become(
            Line line,
            DefectClass defectClass,
            Switching before,
            Switching.Step step,
            @Nullable UUID batchId,
            Cause cause) {
        Map<DefectClass, Switching> classes = new EnumMap<>(DefectClass.class);
        classes.putAll(line.states.classes());
        classes.put(defectClass, step.next());
        line.states = new Line.States(classes);
        line.discontinued = classes.values().stream().anyMatch(state -> state.state() == Switching.State.DISCONTINUED);
        if (step.why() == null) {
            return false;
        }
        SwitchingChange change = new SwitchingChange();
        change.id = Ids.next();
        change.memberId = line.memberId;
        change.product = line.product;
        change.defectClass = defectClass;
        change.batchId = batchId;
        change.fromState = before.state();
        change.toState = step.next().state();
        change.why = step.why();
        change.changedAt = now();
        change.changedBy = cause.actor();
        change.persist();
        return true;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
