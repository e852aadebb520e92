package coop.parasol.distribution.conservation;

import coop.parasol.distribution.conservation.rules.Conservation;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** REST: whether all quantities and debts of distribution add up. */
@Path("/stock/check")
@Tag(name = "Stock")
public class StockCheckResource {

    private final CheckConservation checkConservation;

    StockCheckResource(CheckConservation checkConservation) {
        this.checkConservation = checkConservation;
    }

    /** Whether everything adds up; see {@link CheckConservation.Report}. Numbers of units are plain decimals. */
    public record Check(
            boolean conserved,
            long batches,
            String certified,
            String onHand,
            String reserved,
            String dispatched,
            String delivered,
            String returned,
            String destroyed,
            long batchesBroken,
            long reservationsBroken,
            long shipmentsBroken,
            long linesBroken,
            long creditBroken,
            long stockIdle) {}

    @GET
    @RolesAllowed({"logistics-desk", "producer"})
    @Transactional
    @Operation(summary = "Add everything up: no unit is lost, none reserved twice, none idle while an order waits")
    public Check check() {
        CheckConservation.Report report = checkConservation.check();
        Conservation units = report.units();
        return new Check(
                report.conserved(),
                report.batches(),
                plain(units.certified()),
                plain(units.onHand()),
                plain(units.reserved()),
                plain(units.dispatched()),
                plain(units.delivered()),
                plain(units.returned()),
                plain(units.destroyed()),
                report.batchesBroken(),
                report.reservationsBroken(),
                report.shipmentsBroken(),
                report.linesBroken(),
                report.creditBroken(),
                report.stockIdle());
    }

    private static String plain(BigDecimal units) {
        return units.stripTrailingZeros().toPlainString();
    }
}
