package coop.parasol.production.calendar;

import coop.parasol.production.calendar.FirmHolidays.Holiday;
import coop.parasol.web.Caller;
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
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** REST: the firm's holidays, by which the hours of a week are fewer in everybody's process plan. */
@Path("/firm-holidays")
@Tag(name = "Calendar")
public class FirmHolidayResource {

    private static final LocalDate BEFORE_ALL = LocalDate.of(1, 1, 1);

    private final FirmHolidays holidays;
    private final Caller caller;

    FirmHolidayResource(FirmHolidays holidays, Caller caller) {
        this.holidays = holidays;
        this.caller = caller;
    }

    /** @param name of the holiday, such as Diwali */
    public record NewHoliday(
            @NotNull LocalDate day,
            @NotBlank @Size(max = 100) String name) {}

    /** A day on which nobody of the firm works. */
    public record HolidayView(LocalDate day, String name) {}

    @GET
    @RolesAllowed({"producer", "registrar", "logistics-desk"})
    @Transactional
    @Operation(operationId = "listFirmHolidays", summary = "List the firm's holidays by their days")
    public Page<HolidayView> list(@BeanParam @Valid PageQuery query) {
        return query.byText(
                        (after, maxRows) -> holidays.page(day(after), maxRows),
                        holiday -> holiday.day().toString())
                .map(holiday -> new HolidayView(holiday.day(), holiday.name()));
    }

    @POST
    @RolesAllowed("registrar")
    @Transactional
    @Operation(operationId = "setFirmHoliday", summary = "Make a day a holiday of the firm, or name it otherwise")
    public HolidayView set(@Valid @NotNull NewHoliday holiday) {
        holidays.set(new Holiday(holiday.day(), holiday.name().strip()), caller.actor());
        return new HolidayView(holiday.day(), holiday.name().strip());
    }

    @DELETE
    @Path("/{day}")
    @RolesAllowed("registrar")
    @Transactional
    @Operation(operationId = "removeFirmHoliday", summary = "Make a holiday of the firm a day like others")
    public void remove(@PathParam("day") LocalDate day) {
        if (!holidays.remove(day)) {
            throw Problem.notFound("holiday", day);
        }
    }

    private static LocalDate day(String cursor) {
        try {
            return cursor.isEmpty() ? BEFORE_ALL : LocalDate.parse(cursor);
        } catch (DateTimeException e) {
            throw PageQuery.malformed();
        }
    }
}
