package coop.parasol.quality.inspection;

import coop.parasol.contracts.QualityEvent.Characteristic;
import coop.parasol.contracts.QualityEvent.CharacteristicKind;
import coop.parasol.firm.FirmClock;
import coop.parasol.quality.batch.Batch;
import coop.parasol.quality.inspection.rules.InspectionContent;
import coop.parasol.quality.instrument.Instruments;
import coop.parasol.web.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * Values are measured with instruments that were calibrated on the day of the measurement (ISO/IEC 17020 6.2.6): what was
 * measured past a calibration, or before the first, is refused.
 */
@ApplicationScoped
class CheckInstruments {

    private final Instruments instruments;
    private final FirmClock clock;

    CheckInstruments(Instruments instruments, FirmClock clock) {
        this.instruments = instruments;
        this.clock = clock;
    }

    /** Why what was entered about a batch is refused; empty where no instrument is named. */
    Optional<Refusal> refusal(Batch batch, InspectionContent content) {
        Map<String, UUID> named = content.instruments();
        LocalDate day = content.measuredOn();
        if (named == null) {
            return day == null
                    ? Optional.empty()
                    : invalid("measuredOn", "instruments-missing", "Name the instruments that were used on this day.");
        }
        LocalDate measuredOn = Objects.requireNonNull(day);
        if (measuredOn.isAfter(clock.today()) || measuredOn.isBefore(clock.day(batch.reportedAt))) {
            return invalid(
                    "measuredOn",
                    "day-impossible",
                    "The batch was measured between the day of its report, " + clock.day(batch.reportedAt)
                            + ", and today.");
        }
        Optional<String> unknown =
                named.keySet().stream().filter(name -> !isMeasured(batch, name)).findFirst();
        if (unknown.isPresent()) {
            return invalid(
                    "instruments",
                    "unknown-variable",
                    "The standard has no variable of the name " + unknown.get() + ".");
        }
        List<UUID> notCalibrated = instruments.notCalibrated(named.values(), measuredOn);
        return notCalibrated.isEmpty()
                ? Optional.empty()
                : invalid(
                        "instruments",
                        "instrument-not-calibrated",
                        "No calibration of instrument " + notCalibrated.getFirst() + " covers " + measuredOn
                                + "; measure again with another one.");
    }

    private static boolean isMeasured(Batch batch, String name) {
        return batch.standard()
                .specification
                .characteristic(name)
                .map(Characteristic::kind)
                .filter(kind -> kind == CharacteristicKind.VARIABLE)
                .isPresent();
    }

    private static Optional<Refusal> invalid(String field, String code, String detail) {
        return Optional.of(new Refusal.InvalidField(field, code, detail));
    }
}
