package coop.parasol.quality.inspection;

import coop.parasol.firm.FirmClock;
import coop.parasol.messaging.Ids;
import coop.parasol.quality.auditor.Auditor;
import coop.parasol.quality.batch.Batch;
import coop.parasol.quality.batch.BatchRepository;
import coop.parasol.quality.inspection.rules.AuditorPanel;
import coop.parasol.quality.inspection.rules.InspectionCheck;
import coop.parasol.quality.inspection.rules.InspectionError;
import coop.parasol.quality.switching.InspectionSeriesRepository.SeriesKey;
import coop.parasol.web.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds an auditor's inspection of a batch, or begins it, with the batch and its series locked. */
@ApplicationScoped
class OpenInspection {

    private final BatchRepository batches;
    private final FirmClock clock;

    OpenInspection(BatchRepository batches, FirmClock clock) {
        this.batches = batches;
        this.clock = clock;
    }

    /**
     * Who inspects what.
     *
     * @param ownFirm the member firm that the auditor speaks for besides, if any
     * @param inspectionId made by the auditor's device, if it has made one
     */
    record Request(
            UUID batchId,
            UUID auditorId,
            @Nullable UUID ownFirm,
            @Nullable UUID inspectionId) {}

    /** The outcome of opening an inspection. */
    sealed interface Outcome permits Opened, Refused {}

    /**
     * The auditor may inspect the batch.
     *
     * @param known the auditor's inspection of the batch, if it has begun one
     * @param today the firm's day
     */
    record Opened(BatchRepository.Locked locked, Optional<Inspection> known, LocalDate today) implements Outcome {

        Batch batch() {
            return locked.batch();
        }

        /** The auditor's inspection, begun if it was not yet; it is not stored yet. */
        Inspection inspection(Request request) {
            return known.orElseGet(() -> {
                Inspection inspection = new Inspection();
                inspection.id = request.inspectionId() == null ? Ids.next() : request.inspectionId();
                inspection.batchId = batch().id;
                inspection.auditorId = request.auditorId();
                inspection.inspectionNumber = batch().inspectionNumber;
                return inspection;
            });
        }

        InspectionCheck check() {
            return OpenInspection.check(batch());
        }

        /** Why nothing can be entered about the batch now, if so. */
        Optional<Refusal> notAwaited() {
            if (!batch().state.awaitsInspection()) {
                return Optional.of(OpenInspection.notAwaited(batch()));
            }
            if (batch().suspendedBy != null) {
                return Optional.of(new Refusal.Conflict(
                        "batch-suspended",
                        "The quality desk has suspended this batch; it is inspected once it is reinstated."));
            }
            if (batch().isPastLastDay(today)) {
                return Optional.of(new Refusal.Conflict(
                        "past-last-day",
                        "Its last day of sale is over; it is neither inspected nor certified any more."));
            }
            return locked.series().discontinued
                    ? Optional.of(new Refusal.Conflict(
                            "inspection-discontinued",
                            "The inspection of this producer's product is discontinued until a corrective action is"
                                    + " accepted."))
                    : Optional.empty();
        }
    }

    /** The auditor may not inspect the batch, or the id names another inspection. */
    record Refused(Refusal reason) implements Outcome {}

    Outcome open(Request request) {
        Optional<Auditor> auditor = Auditor.findByIdOptional(request.auditorId());
        if (auditor.isEmpty()) {
            return refused("auditor-not-registered", "The quality desk has not registered you as an auditor.");
        }
        Optional<SeriesKey> key = batches.seriesKey(request.batchId());
        if (key.isEmpty()) {
            return new Refused(new Refusal.NotFound("batch", request.batchId()));
        }
        BatchRepository.Locked locked = batches.lock(request.batchId(), key.get());
        Batch batch = locked.batch();
        Set<UUID> interests = new HashSet<>(auditor.get().interests);
        if (request.ownFirm() != null) {
            interests.add(request.ownFirm());
        }
        if (panel(batch).admission(request.auditorId(), interests) == AuditorPanel.Admission.CONFLICT_OF_INTEREST) {
            return refused("conflict-of-interest", "You have an interest in the producer of this batch.");
        }
        return find(locked, request, clock.today());
    }

    private static Outcome find(BatchRepository.Locked locked, Request request, LocalDate today) {
        Batch batch = locked.batch();
        UUID id = request.inspectionId();
        Optional<Inspection> named =
                Optional.ofNullable(id).flatMap(given -> Inspection.<Inspection>findByIdOptional(given));
        if (named.isPresent()) {
            return named.get().auditorId.equals(request.auditorId())
                            && named.get().batchId.equals(batch.id)
                    ? new Opened(locked, named, today)
                    : refused("id-taken", "This id is that of another inspection; make a new one.");
        }
        Optional<Inspection> begun = Inspection.find(batch.id, batch.inspectionNumber, request.auditorId())
                .filter(inspection -> !supersede(inspection, batch));
        if (begun.isPresent() && id != null) {
            return batch.state.awaitsInspection()
                    ? refused(
                            "already-inspected", "You have begun this inspection under the id " + begun.get().id + ".")
                    : new Refused(notAwaited(batch));
        }
        return new Opened(locked, begun, today);
    }

    /** What is submitted and does not cover the sample any more, since that was enlarged, makes room for another inspection. */
    private static boolean supersede(Inspection inspection, Batch batch) {
        boolean outdated = batch.state.awaitsInspection()
                && inspection.state() == Inspection.State.SUBMITTED
                && check(batch).incomplete(inspection.content).isPresent();
        if (outdated) {
            inspection.superseded = true;
            inspection.persistAndFlush();
        }
        return outdated;
    }

    static InspectionCheck check(Batch batch) {
        return new InspectionCheck(
                batch.standard().specification,
                batch.requirePlans(),
                batch.sampleUnits(),
                batch.allDrawnUnits(),
                Objects.requireNonNull(batch.sampleSize));
    }

    /** Whose inspections count for a batch; no further one is required of a batch that awaits none. */
    static AuditorPanel panel(Batch batch) {
        int required =
                batch.state.awaitsInspection() ? batch.standard().specification.auditors() : 0;
        boolean awaited = batch.state.awaitsInspection();
        List<UUID> submitted = Inspection.submitted(batch.id, batch.inspectionNumber).stream()
                .filter(each ->
                        !awaited || check(batch).incomplete(each.content).isEmpty())
                .map(each -> each.auditorId)
                .toList();
        return AuditorPanel.of(batch.memberId, required, submitted, Auditor.interestedIn(batch.memberId, submitted));
    }

    static Refusal notAwaited(Batch batch) {
        return new Refusal.Conflict(
                "not-awaiting-inspection", "The batch is " + batch.state + " and awaits no inspection.");
    }

    static Refusal alreadySubmitted() {
        return new Refusal.Conflict("already-submitted", "Your inspection is submitted and does not change any more.");
    }

    static Refusal invalid(InspectionError error) {
        return new Refusal.InvalidField(error.field(), error.code(), error.detail());
    }

    private static Refused refused(String code, String detail) {
        return new Refused(new Refusal.Conflict(code, detail));
    }
}
