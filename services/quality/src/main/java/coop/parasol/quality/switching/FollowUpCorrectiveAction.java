package coop.parasol.quality.switching;

import coop.parasol.firm.FirmClock;
import coop.parasol.quality.complaint.Complaint;
import coop.parasol.web.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The quality desk asks a producer for a corrective action; the producer proves that an accepted one is done, and the desk
 * looks whether it has worked (ISO 9001 10.2.1 d).
 */
@ApplicationScoped
class FollowUpCorrectiveAction {

    private final AnnounceCorrectiveAction announceCorrectiveAction;
    private final FirmClock clock;

    FollowUpCorrectiveAction(AnnounceCorrectiveAction announceCorrectiveAction, FirmClock clock) {
        this.announceCorrectiveAction = announceCorrectiveAction;
        this.clock = clock;
    }

    /**
     * What the desk asks for.
     *
     * @param complaintId the complaint that it follows from, {@code null} if none
     */
    record Request(
            UUID memberId,
            String product,
            String request,
            LocalDate dueOn,
            @Nullable UUID complaintId,
            String by) {}

    /** The outcome of a request, a proof or a verification. */
    sealed interface Outcome permits Done, Refused {}

    /** The action is requested, proven or verified. */
    record Done(CorrectiveAction action) implements Outcome {}

    /** The producer does not make the product, the day is over, or the action is in another state. */
    record Refused(Refusal reason) implements Outcome {}

    Outcome request(Request request) {
        if (InspectionSeries.find(request.memberId(), request.product()).isEmpty()) {
            return new Refused(new Refusal.InvalidField(
                    "product", "product-not-reported", "The producer has reported no batch of this product."));
        }
        if (request.dueOn().isBefore(clock.today())) {
            return new Refused(
                    new Refusal.InvalidField("dueOn", "due-day-over", "The due day is today or a later one."));
        }
        UUID complaint = request.complaintId();
        if (complaint != null && !Complaint.isAbout(complaint, request.memberId())) {
            return new Refused(new Refusal.InvalidField(
                    "complaintId",
                    "unknown-complaint",
                    "There is no complaint of this id about a lot of the producer."));
        }
        CorrectiveAction action = announceCorrectiveAction.begin(request.memberId(), request.product());
        action.state = CorrectiveAction.State.REQUESTED;
        action.request = request.request();
        action.requestedBy = request.by();
        action.complaintId = complaint;
        action.dueOn = request.dueOn();
        action.persistAndFlush();
        return new Done(action);
    }

    /** @param action locked */
    Outcome prove(CorrectiveAction action, String proof, String by) {
        if (action.state != CorrectiveAction.State.ACCEPTED) {
            return refused("not-accepted", action, "only an accepted one is proven");
        }
        action.prove(proof, by, clock.now());
        action.persistAndFlush();
        return new Done(action);
    }

    /** @param action locked */
    Outcome verify(CorrectiveAction action, boolean effective, String finding, String by) {
        if (action.state != CorrectiveAction.State.PROVEN) {
            return refused("not-proven", action, "only a proven one is verified");
        }
        action.verify(effective, finding, by, clock.now());
        action.persistAndFlush();
        return new Done(action);
    }

    private static Refused refused(String code, CorrectiveAction action, String why) {
        return new Refused(new Refusal.Conflict(code, "The corrective action is " + action.state + "; " + why + "."));
    }
}
