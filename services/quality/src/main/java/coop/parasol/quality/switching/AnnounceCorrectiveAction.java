package coop.parasol.quality.switching;

import coop.parasol.firm.FirmClock;
import coop.parasol.messaging.Ids;
import coop.parasol.web.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** A producer says what it has changed, so that the inspection of a discontinued series may be resumed. */
@ApplicationScoped
class AnnounceCorrectiveAction {

    private final InspectionSeriesRepository seriesRepository;
    private final FirmClock clock;

    AnnounceCorrectiveAction(InspectionSeriesRepository seriesRepository, FirmClock clock) {
        this.seriesRepository = seriesRepository;
        this.clock = clock;
    }

    /** The outcome of announcing a corrective action. */
    sealed interface Outcome permits Announced, Refused {}

    /** The quality desk may decide about it. */
    record Announced(CorrectiveAction action) implements Outcome {}

    /** The series is not discontinued, or another action waits for the desk's decision. */
    record Refused(Refusal reason) implements Outcome {}

    /**
     * @param cause why lots were rejected
     * @param change what was changed about it
     * @param announcedBy the {@code sub} of the person who announces it
     */
    Outcome announce(UUID memberId, String product, String cause, String change, String announcedBy) {
        if (InspectionSeries.find(memberId, product).isEmpty()) {
            return new Refused(new Refusal.InvalidField(
                    "product", "product-not-reported", "You have reported no batch of this product."));
        }
        InspectionSeries series = seriesRepository.lock(memberId, product);
        if (!series.discontinued) {
            return new Refused(new Refusal.Conflict(
                    "not-discontinued", "The inspection of your batches of this product is not discontinued."));
        }
        if (CorrectiveAction.isAnnounced(series)) {
            return new Refused(new Refusal.Conflict(
                    "already-announced", "The quality desk has not yet decided about the last one you announced."));
        }
        CorrectiveAction action = new CorrectiveAction();
        action.id = Ids.next();
        action.memberId = memberId;
        action.product = series.product;
        action.cause = cause;
        action.action = change;
        action.state = CorrectiveAction.State.ANNOUNCED;
        action.announcedBy = announcedBy;
        action.announcedAt = clock.now();
        action.persistAndFlush();
        return new Announced(action);
    }
}
