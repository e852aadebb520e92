package coop.parasol.quality.switching;

import coop.parasol.contracts.QualityEvent.DefectClass;
import coop.parasol.contracts.QualityEvent.SupportReason;
import coop.parasol.firm.FirmClock;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Ids;
import coop.parasol.quality.sampling.rules.SamplingPlan;
import coop.parasol.quality.switching.rules.Switching;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Switches the inspection of a locked series after each original inspection, and resumes it after a corrective action. */
@ApplicationScoped
public class ApplySwitchingRules {

    private final OpenSupportCase openSupportCase;
    private final FirmClock clock;

    ApplySwitchingRules(OpenSupportCase openSupportCase, FirmClock clock) {
        this.openSupportCase = openSupportCase;
        this.clock = clock;
    }

    /**
     * After an original inspection: every defect class switches by the outcome of its own plan. A batch that was inspected
     * with another severity than its series has by now does not count, because it says nothing about lots inspected as
     * they are now (ADR 0019).
     *
     * @param counts per defect class what its plan counts
     * @return whether the severity of any class has changed
     */
    public boolean afterInspection(
            InspectionSeries series,
            OpenSupportCase.Shown batch,
            List<SamplingPlan> plans,
            Map<DefectClass, Integer> counts,
            Cause cause) {
        boolean switched = false;
        for (SamplingPlan plan : plans) {
            Switching before = series.switching.of(plan.defectClass());
            if (plan.severity() == before.severity()) {
                Switching.Transition transition = before.after(Switching.LotResult.of(plan, counts));
                switched |= apply(transition, series, plan.defectClass(), batch.batchId(), cause);
            }
        }
        if (series.discontinued) {
            openSupportCase.open(
                    series,
                    SupportReason.DISCONTINUED,
                    batch,
                    "Five lots of " + series.product + " were rejected on tightened inspection.",
                    cause);
        }
        return switched;
    }

    /** A corrective action is accepted: the discontinued defect classes are inspected again, tightened. */
    void resume(InspectionSeries series, Cause cause) {
        for (DefectClass defectClass : DefectClass.values()) {
            apply(series.switching.of(defectClass).resumed(), series, defectClass, null, cause);
        }
    }

    /**
     * The quality desk tightens defect classes that are inspected normally or reduced.
     *
     * @param written why
     * @return whether any of them was
     */
    boolean tighten(InspectionSeries series, Collection<DefectClass> classes, String written, Cause cause) {
        boolean tightened = false;
        for (DefectClass defectClass : classes) {
            tightened |= apply(series.switching.of(defectClass).tightened(written), series, defectClass, null, cause);
        }
        return tightened;
    }

    private boolean apply(
            Switching.Transition transition,
            InspectionSeries series,
            DefectClass defectClass,
            @Nullable UUID batchId,
            Cause cause) {
        Switching before = series.switching.of(defectClass);
        Map<DefectClass, Switching> classes = new EnumMap<>(DefectClass.class);
        classes.putAll(series.switching.classes());
        classes.put(defectClass, transition.next());
        series.switching = new InspectionSeries.SwitchingByClass(classes);
        series.discontinued =
                classes.values().stream().anyMatch(switching -> switching.state() == Switching.State.DISCONTINUED);
        if (transition.reason() == null) {
            return false;
        }
        SwitchingChange change = new SwitchingChange();
        change.id = Ids.next();
        change.memberId = series.memberId;
        change.product = series.product;
        change.defectClass = defectClass;
        change.batchId = batchId;
        change.fromState = before.state();
        change.toState = transition.next().state();
        change.reason = transition.reason().text();
        change.reasonCode = transition.reason().code();
        change.reasonNumber = transition.reason().number();
        change.reasonWritten = transition.reason().written();
        change.changedAt = clock.now();
        change.changedBy = cause.actor();
        change.persist();
        return true;
    }
}
