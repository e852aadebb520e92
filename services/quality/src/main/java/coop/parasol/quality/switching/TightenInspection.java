package coop.parasol.quality.switching;

import coop.parasol.contracts.QualityEvent.DefectClass;
import coop.parasol.firm.FirmClock;
import coop.parasol.messaging.Cause;
import coop.parasol.quality.standard.Standard;
import coop.parasol.web.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One person of the quality desk tightens the inspection of a producer's product, for a reason such as a complaint. The way
 * back is that of the switching rules alone: nobody loosens inspection by a decision.
 */
@ApplicationScoped
class TightenInspection {

    private final InspectionSeriesRepository seriesRepository;
    private final ApplySwitchingRules switchingRules;
    private final FirmClock clock;
    private final Event<SeverityChanged> severityChanged;

    TightenInspection(
            InspectionSeriesRepository seriesRepository,
            ApplySwitchingRules switchingRules,
            FirmClock clock,
            Event<SeverityChanged> severityChanged) {
        this.seriesRepository = seriesRepository;
        this.switchingRules = switchingRules;
        this.clock = clock;
        this.severityChanged = severityChanged;
    }

    /** The outcome of tightening. */
    sealed interface Outcome permits Tightened, Refused {}

    /** Batches that nobody has begun to inspect have the plans of tightened inspection from now on. */
    record Tightened(InspectionSeries series) implements Outcome {}

    /** The producer has reported no batch of the product, or all of it is inspected tightened, or not at all, already. */
    record Refused(Refusal reason) implements Outcome {}

    /**
     * @param defectClass the one to tighten, {@code null} for all
     * @param reason for the producer
     */
    Outcome tighten(UUID memberId, String product, @Nullable DefectClass defectClass, String reason, Cause cause) {
        if (InspectionSeries.find(memberId, product).isEmpty()) {
            return new Refused(new Refusal.InvalidField(
                    "product", "product-not-reported", "The producer has reported no batch of this product."));
        }
        Set<DefectClass> inspected = Standard.inForce(product, clock.now())
                .map(standard -> standard.specification.aql().keySet())
                .orElse(Set.of());
        Set<DefectClass> classes = defectClass == null ? inspected : Set.of(defectClass);
        if (!inspected.containsAll(classes)) {
            return new Refused(new Refusal.InvalidField(
                    "defectClass", "aql-missing", "The standard of the product has no AQL for " + defectClass + "."));
        }
        InspectionSeries series = seriesRepository.lock(memberId, product);
        if (series.discontinued) {
            return new Refused(new Refusal.Conflict(
                    "inspection-discontinued", "Its inspection is discontinued; when it is resumed, it is tightened."));
        }
        if (!switchingRules.tighten(series, classes, reason, cause)) {
            return new Refused(new Refusal.Conflict("already-tightened", "It is inspected tightened already."));
        }
        severityChanged.fire(new SeverityChanged(series, cause));
        return new Tightened(series);
    }
}
