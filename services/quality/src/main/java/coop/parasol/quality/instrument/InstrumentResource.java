package coop.parasol.quality.instrument;

import coop.parasol.firm.FirmClock;
import coop.parasol.messaging.Ids;
import coop.parasol.quality.instrument.rules.Calibration;
import coop.parasol.web.Caller;
import coop.parasol.web.Idempotent;
import coop.parasol.web.Page;
import coop.parasol.web.PageQuery;
import coop.parasol.web.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** REST resource of measuring instruments, which the quality desk registers and whose calibrations it records. */
@Path("/instruments")
@Tag(name = "Instruments")
public class InstrumentResource {

    private static final String DESK = "quality-desk";

    private final Instruments instruments;
    private final Caller caller;
    private final FirmClock clock;

    InstrumentResource(Instruments instruments, Caller caller, FirmClock clock) {
        this.instruments = instruments;
        this.caller = caller;
        this.clock = clock;
    }

    /** What an instrument is called, and the number that its maker has given it. */
    public record NewInstrument(
            @NotBlank @Size(max = 200) String name,
            @NotBlank @Size(max = 100) String serialNumber) {}

    /**
     * A calibration.
     *
     * @param calibratedOn a day of the firm, not in the future
     * @param validThrough the last day on which the instrument may be used by it
     * @param certificate number of the laboratory's certificate
     */
    public record NewCalibration(
            @NotNull LocalDate calibratedOn,
            @NotNull LocalDate validThrough,
            @NotBlank @Size(max = 100) String certificate) {}

    /** @param usableToday whether one of its calibrations covers this day */
    public record View(
            UUID instrumentId,
            String name,
            String serialNumber,
            boolean usableToday,
            List<CalibrationView> calibrations) {}

    /** A calibration of an instrument. */
    public record CalibrationView(LocalDate calibratedOn, LocalDate validThrough, String certificate) {}

    @POST
    @RolesAllowed(DESK)
    @Idempotent
    @Transactional
    @Operation(summary = "Register a measuring instrument; it is used once a calibration is recorded")
    public Response register(@Valid @NotNull NewInstrument instrument) {
        Instruments.Instrument registered = new Instruments.Instrument(
                Ids.next(), instrument.name().strip(), instrument.serialNumber().strip());
        instruments.register(registered);
        return Response.created(URI.create("/instruments/" + registered.id()))
                .entity(view(registered, List.of()))
                .build();
    }

    @POST
    @Path("/{instrumentId}/calibrations")
    @RolesAllowed(DESK)
    @Idempotent
    @Transactional
    @Operation(summary = "Record a calibration of an instrument")
    public View calibrate(@PathParam("instrumentId") UUID instrumentId, @Valid @NotNull NewCalibration calibration) {
        Instruments.Instrument instrument =
                instruments.find(instrumentId).orElseThrow(() -> Problem.notFound("instrument", instrumentId));
        if (calibration.validThrough().isBefore(calibration.calibratedOn())) {
            throw Problem.invalid("validThrough", "ends-before-it-begins", "The last day is not before the first.");
        }
        if (calibration.calibratedOn().isAfter(clock.today())) {
            throw Problem.invalid("calibratedOn", "in-the-future", "A calibration that was done is recorded.");
        }
        boolean recorded = instruments.calibrate(
                new Instruments.RecordedCalibration(
                        instrumentId,
                        calibration.calibratedOn(),
                        calibration.validThrough(),
                        calibration.certificate().strip()),
                caller.actor());
        if (!recorded) {
            throw Problem.refused("already-recorded", "A calibration of this day is recorded.");
        }
        return view(instrument, calibrations(List.of(instrument)).getOrDefault(instrumentId, List.of()));
    }

    @GET
    @RolesAllowed({DESK, "auditor"})
    @Transactional
    @Operation(
            summary =
                    "List measuring instruments in the order of their registration, each with its calibrations, the newest first")
    public Page<View> list(@BeanParam @Valid PageQuery query) {
        Page<Instruments.Instrument> page = query.byId(instruments::page, Instruments.Instrument::id);
        Map<UUID, List<Instruments.RecordedCalibration>> calibrations = calibrations(page.items());
        return page.map(instrument -> view(instrument, calibrations.getOrDefault(instrument.id(), List.of())));
    }

    private Map<UUID, List<Instruments.RecordedCalibration>> calibrations(List<Instruments.Instrument> of) {
        return instruments.calibrations(
                of.stream().map(Instruments.Instrument::id).toList());
    }

    private View view(Instruments.Instrument instrument, List<Instruments.RecordedCalibration> recorded) {
        return new View(
                instrument.id(),
                instrument.name(),
                instrument.serialNumber(),
                Calibration.anyCovers(
                        recorded.stream()
                                .map(Instruments.RecordedCalibration::calibration)
                                .toList(),
                        clock.today()),
                recorded.stream()
                        .map(each -> new CalibrationView(each.calibratedOn(), each.validThrough(), each.certificate()))
                        .toList());
    }
}
