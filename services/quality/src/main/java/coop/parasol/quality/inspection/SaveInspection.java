package coop.parasol.quality.inspection;

import coop.parasol.firm.FirmClock;
import coop.parasol.quality.inspection.rules.InspectionContent;
import coop.parasol.quality.inspection.rules.InspectionError;
import coop.parasol.web.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An auditor saves an inspection half-way; it may be incomplete, but not impossible. */
@ApplicationScoped
class SaveInspection {

    private final OpenInspection openInspection;
    private final CheckInstruments checkInstruments;
    private final FirmClock clock;

    SaveInspection(OpenInspection openInspection, CheckInstruments checkInstruments, FirmClock clock) {
        this.openInspection = openInspection;
        this.checkInstruments = checkInstruments;
        this.clock = clock;
    }

    /** The outcome of saving an inspection. */
    sealed interface Outcome permits Saved, Refused {}

    /** The draft is stored. */
    record Saved(Inspection inspection) implements Outcome {}

    /** It was refused, and nothing is stored. */
    record Refused(Refusal reason) implements Outcome {}

    /**
     * @param seenVersion the version of the draft that the auditor's device has seen, {@code null} for any
     * @param enteredBy the {@code sub} of the person who saves it
     */
    Outcome save(
            OpenInspection.Request request, @Nullable Long seenVersion, InspectionContent content, String enteredBy) {
        return switch (openInspection.open(request)) {
            case OpenInspection.Refused refused -> new Refused(refused.reason());
            case OpenInspection.Opened opened -> {
                Inspection inspection = opened.inspection(request);
                yield save(opened, inspection, seenVersion, content, enteredBy);
            }
        };
    }

    private Outcome save(
            OpenInspection.Opened opened,
            Inspection inspection,
            @Nullable Long seenVersion,
            InspectionContent entered,
            String enteredBy) {
        if (inspection.state() == Inspection.State.SUBMITTED) {
            return new Refused(OpenInspection.alreadySubmitted());
        }
        Optional<Refusal> notAwaited = opened.notAwaited();
        if (notAwaited.isPresent()) {
            return new Refused(notAwaited.get());
        }
        if (seenVersion != null && seenVersion != inspection.version) {
            return new Refused(new Refusal.ChangedMeanwhile(inspection.version));
        }
        InspectionContent content = entered.measuredOn(opened.today());
        Optional<InspectionError> error = opened.check().impossible(content);
        if (error.isPresent()) {
            return new Refused(OpenInspection.invalid(error.get()));
        }
        Optional<Refusal> notCalibrated = checkInstruments.refusal(opened.batch(), content);
        if (notCalibrated.isPresent()) {
            return new Refused(notCalibrated.get());
        }
        opened.batch().beginInspection();
        inspection.content = content;
        inspection.enteredBy = enteredBy;
        inspection.savedAt = clock.now();
        inspection.persistAndFlush();
        return new Saved(inspection);
    }
}
