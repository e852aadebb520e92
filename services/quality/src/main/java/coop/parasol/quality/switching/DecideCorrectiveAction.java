package coop.parasol.quality.switching;

import coop.parasol.firm.FirmClock;
import coop.parasol.messaging.Cause;
import coop.parasol.web.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.Optional;
import java.util.UUID;

/** The quality desk accepts a corrective action, and inspection is resumed, or refuses it. */
@ApplicationScoped
class DecideCorrectiveAction {

    private final InspectionSeriesRepository seriesRepository;
    private final ApplySwitchingRules switchingRules;
    private final FirmClock clock;
    private final Event<SeverityChanged> severityChanged;

    DecideCorrectiveAction(
            InspectionSeriesRepository seriesRepository,
            ApplySwitchingRules switchingRules,
            FirmClock clock,
            Event<SeverityChanged> severityChanged) {
        this.seriesRepository = seriesRepository;
        this.switchingRules = switchingRules;
        this.clock = clock;
        this.severityChanged = severityChanged;
    }

    /** The outcome of deciding. */
    sealed interface Outcome permits Decided, Rejected {}

    /** The action is accepted or refused. */
    record Decided(CorrectiveAction action) implements Outcome {}

    /** There is no such action, or it is decided already. */
    record Rejected(Refusal reason) implements Outcome {}

    /** Inspection goes on, tightened. */
    Outcome accept(UUID actionId, Cause cause) {
        Optional<CorrectiveAction> announced = CorrectiveAction.lock(actionId);
        Optional<Refusal> refusal = refusal(actionId, announced);
        if (refusal.isPresent()) {
            return new Rejected(refusal.get());
        }
        CorrectiveAction action = announced.orElseThrow();
        InspectionSeries series = seriesRepository.lock(action.memberId, action.product);
        action.decide(CorrectiveAction.State.ACCEPTED, null, cause.actor(), clock.now());
        switchingRules.resume(series, cause);
        severityChanged.fire(new SeverityChanged(series, cause));
        return new Decided(action);
    }

    /** The producer may announce another. */
    Outcome refuse(UUID actionId, String reason, Cause cause) {
        Optional<CorrectiveAction> announced = CorrectiveAction.lock(actionId);
        Optional<Refusal> refusal = refusal(actionId, announced);
        if (refusal.isPresent()) {
            return new Rejected(refusal.get());
        }
        CorrectiveAction action = announced.orElseThrow();
        action.decide(CorrectiveAction.State.REFUSED, reason, cause.actor(), clock.now());
        return new Decided(action);
    }

    private static Optional<Refusal> refusal(UUID actionId, Optional<CorrectiveAction> action) {
        if (action.isEmpty()) {
            return Optional.of(new Refusal.NotFound("corrective action", actionId));
        }
        CorrectiveAction.State state = action.get().state;
        return state == CorrectiveAction.State.ANNOUNCED
                ? Optional.empty()
                : Optional.of(new Refusal.Conflict(
                        "already-decided",
                        "The corrective action is " + state + "; only an announced one is decided."));
    }
}
