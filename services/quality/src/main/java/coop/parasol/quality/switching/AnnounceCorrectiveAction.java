package coop.parasol.quality.switching;

import coop.parasol.firm.FirmClock;
import coop.parasol.messaging.Ids;
import coop.parasol.web.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
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

    Outcome announce(UUID memberId, String product, CorrectiveAction.Announcement announcement) {
        if (InspectionSeries.find(memberId, product).isEmpty()) {
            return new Refused(new Refusal.InvalidField(
                    "product", "product-not-reported", "You have reported no batch of this product."));
        }
        InspectionSeries series = seriesRepository.lock(memberId, product);
        if (!series.discontinued) {
            return new Refused(new Refusal.Conflict(
                    "not-discontinued", "The inspection of your batches of this product is not discontinued."));
        }
        Optional<Refusal> refusal = refusal(series, announcement);
        if (refusal.isPresent()) {
            return new Refused(refusal.get());
        }
        CorrectiveAction action = begin(memberId, series.product);
        action.announce(announcement, action.begunAt);
        action.persistAndFlush();
        return new Announced(action);
    }

    /** @param action requested by the desk, and locked */
    Outcome answer(CorrectiveAction action, CorrectiveAction.Announcement announcement) {
        if (action.state != CorrectiveAction.State.REQUESTED) {
            return new Refused(new Refusal.Conflict(
                    "not-requested", "The corrective action is " + action.state + "; only a request is answered."));
        }
        Optional<Refusal> refusal = refusal(seriesRepository.lock(action.memberId, action.product), announcement);
        if (refusal.isPresent()) {
            return new Refused(refusal.get());
        }
        action.announce(announcement, clock.now());
        action.persistAndFlush();
        return new Announced(action);
    }

    /** An action that is not announced yet. */
    CorrectiveAction begin(UUID memberId, String product) {
        CorrectiveAction action = new CorrectiveAction();
        action.id = Ids.next();
        action.memberId = memberId;
        action.product = product;
        action.begunAt = clock.now();
        return action;
    }

    private Optional<Refusal> refusal(InspectionSeries series, CorrectiveAction.Announcement announcement) {
        if (announcement.dueOn().isBefore(clock.today())) {
            return Optional.of(
                    new Refusal.InvalidField("dueOn", "due-day-over", "The due day is today or a later one."));
        }
        return CorrectiveAction.isAnnounced(series)
                ? Optional.of(new Refusal.Conflict(
                        "already-announced", "The quality desk has not yet decided about the last one you announced."))
                : Optional.empty();
    }
}
