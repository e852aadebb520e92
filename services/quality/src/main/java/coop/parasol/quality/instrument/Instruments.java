package coop.parasol.quality.instrument;

import coop.parasol.quality.instrument.rules.Calibration;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/** The instruments with which values are measured, and their calibrations, which are only ever added. */
@ApplicationScoped
public class Instruments {

    private static final String REGISTER = """
            insert into instrument (id, name, serial_number) values (:id, :name, :serialNumber)
            """;
    private static final String FIND = """
            select id, name, serial_number from instrument where id = any(:instruments)
            """;
    private static final String PAGE = """
            select id, name, serial_number from instrument where id > :after order by id limit :maxRows
            """;
    private static final String CALIBRATE = """
            insert into calibration (instrument_id, calibrated_on, valid_through, certificate, recorded_by)
            values (:instrument, :calibratedOn, :validThrough, :certificate, :recordedBy)
            on conflict (instrument_id, calibrated_on) do nothing
            """;
    private static final String CALIBRATIONS = """
            select instrument_id, calibrated_on, valid_through, certificate from calibration
             where instrument_id = any(:instruments) order by instrument_id, calibrated_on desc
            """;

    private final Jdbi jdbi;

    Instruments(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** An instrument. */
    public record Instrument(UUID id, String name, String serialNumber) {}

    /**
     * A calibration as it is recorded.
     *
     * @param certificate number of the laboratory's certificate
     */
    public record RecordedCalibration(
            UUID instrumentId, LocalDate calibratedOn, LocalDate validThrough, String certificate) {

        Calibration calibration() {
            return new Calibration(calibratedOn, validThrough);
        }
    }

    /** An instrument, and the newest of its calibrations that covers the day on which it was used. */
    public record UsedInstrument(Instrument instrument, RecordedCalibration calibration) {}

    void register(Instrument instrument) {
        jdbi.useHandle(handle -> handle.createUpdate(REGISTER)
                .bind("id", instrument.id())
                .bind("name", instrument.name())
                .bind("serialNumber", instrument.serialNumber())
                .execute());
    }

    Optional<Instrument> find(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery(FIND)
                .bindArray("instruments", UUID.class, List.of(id))
                .mapTo(Instrument.class)
                .findOne());
    }

    List<Instrument> page(UUID after, int maxRows) {
        return jdbi.withHandle(handle -> handle.createQuery(PAGE)
                .bind("after", after)
                .bind("maxRows", maxRows)
                .mapTo(Instrument.class)
                .list());
    }

    /** @return false if another calibration of this day is recorded */
    boolean calibrate(RecordedCalibration calibration, String recordedBy) {
        return jdbi.withHandle(handle -> handle.createUpdate(CALIBRATE)
                        .bind("instrument", calibration.instrumentId())
                        .bind("calibratedOn", calibration.calibratedOn())
                        .bind("validThrough", calibration.validThrough())
                        .bind("certificate", calibration.certificate())
                        .bind("recordedBy", recordedBy)
                        .execute())
                > 0;
    }

    /** By instrument, the newest first. */
    Map<UUID, List<RecordedCalibration>> calibrations(Collection<UUID> instruments) {
        return jdbi
                .withHandle(handle -> handle.createQuery(CALIBRATIONS)
                        .bindArray("instruments", UUID.class, instruments)
                        .mapTo(RecordedCalibration.class)
                        .list())
                .stream()
                .collect(Collectors.groupingBy(RecordedCalibration::instrumentId));
    }

    /** Those of some instruments that may not be used on a day, because none of their calibrations covers it. */
    public List<UUID> notCalibrated(Collection<UUID> instruments, LocalDate day) {
        Map<UUID, List<RecordedCalibration>> recorded = calibrations(instruments);
        return instruments.stream()
                .distinct()
                .filter(instrument -> !Calibration.anyCovers(
                        recorded.getOrDefault(instrument, List.of()).stream()
                                .map(RecordedCalibration::calibration)
                                .toList(),
                        day))
                .toList();
    }

    /** Those of some instruments that a calibration covers on a day, by their ids. */
    public Map<UUID, UsedInstrument> usedOn(Collection<UUID> instruments, LocalDate day) {
        Map<UUID, List<RecordedCalibration>> recorded = calibrations(instruments);
        return jdbi
                .withHandle(handle -> handle.createQuery(FIND)
                        .bindArray("instruments", UUID.class, instruments)
                        .mapTo(Instrument.class)
                        .list())
                .stream()
                .flatMap(instrument -> recorded.getOrDefault(instrument.id(), List.of()).stream()
                        .filter(each -> each.calibration().covers(day))
                        .findFirst()
                        .map(each -> new UsedInstrument(instrument, each))
                        .stream())
                .collect(Collectors.toMap(used -> used.instrument().id(), Function.identity()));
    }
}
