package coop.parasol.distribution.conservation;

import coop.parasol.distribution.conservation.rules.Conservation;
import coop.parasol.web.Idempotent;
import coop.parasol.web.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** REST: whether all quantities and debts of distribution add up. */
@Path("/stock/check")
@Tag(name = "Stock")
public class StockCheckResource {

    private static final int NOT_FOUND = 404;

    private final RunStockCheck runStockCheck;

    StockCheckResource(RunStockCheck runStockCheck) {
        this.runStockCheck = runStockCheck;
    }

    /**
     * Whether everything adds up; see {@link CheckConservation.Report}. Numbers of units are plain decimals.
     *
     * @param checkedAt when it was added up
     */
    public record Check(
            Instant checkedAt,
            boolean conserved,
            long batches,
            String certified,
            String onHand,
            String reserved,
            String dispatched,
            String delivered,
            String returned,
            String destroyed,
            String setAside,
            String takenBack,
            String consumed,
            long batchesBroken,
            long reservationsBroken,
            long shipmentsBroken,
            long linesBroken,
            long creditBroken,
            long stockIdle,
            long allocationsLate) {}

    @GET
    @RolesAllowed({"logistics-desk", "producer"})
    @Transactional
    @Operation(
            operationId = "getStockCheck",
            summary = "Read what the last check has found: no unit lost, none reserved twice, none idle")
    public Check last() {
        return StockCheck.last()
                .map(StockCheckResource::view)
                .orElseThrow(
                        () -> Problem.of(
                                NOT_FOUND,
                                "not-checked-yet",
                                "Nothing has been added up yet; it is on a schedule, and the logistics desk can have it done now."));
    }

    @POST
    @RolesAllowed("logistics-desk")
    @Idempotent
    @Transactional
    @Operation(
            operationId = "checkStock",
            summary = "Add up all units now: none may be lost, reserved twice, or idle while an order waits")
    public Response check() {
        return Response.ok(view(runStockCheck.run())).build();
    }

    private static Check view(StockCheck check) {
        CheckConservation.Report report = check.report;
        Conservation units = report.units();
        return new Check(
                check.checkedAt,
                report.conserved(),
                report.batches(),
                plain(units.certified()),
                plain(units.onHand()),
                plain(units.reserved()),
                plain(units.dispatched()),
                plain(units.delivered()),
                plain(units.returned()),
                plain(units.destroyed()),
                plain(units.setAside()),
                plain(units.takenBack()),
                plain(units.consumed()),
                report.batchesBroken(),
                report.reservationsBroken(),
                report.shipmentsBroken(),
                report.linesBroken(),
                report.creditBroken(),
                report.stockIdle(),
                report.allocationsLate());
    }

    private static String plain(BigDecimal units) {
        return units.stripTrailingZeros().toPlainString();
    }
}
