package coop.parasol.distribution.stock;

import coop.parasol.contracts.Quantity;
import coop.parasol.distribution.Sql;
import coop.parasol.distribution.stock.rules.Conservation;
import coop.parasol.web.Caller;
import coop.parasol.web.Page;
import coop.parasol.web.PageQuery;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Where the units of every batch are. */
@Path("/stock")
@Tag(name = "Stock")
public class StockResource {

    private static final UUID FIRST = new UUID(0, 0);

    private final CheckConservation checkConservation;
    private final Sql sql;
    private final Caller caller;

    StockResource(CheckConservation checkConservation, Sql sql, Caller caller) {
        this.checkConservation = checkConservation;
        this.sql = sql;
        this.caller = caller;
    }

    /**
     * A batch and where its units are.
     *
     * @param memberId the producer
     * @param bestBefore last day of sale, absent where goods do not age
     * @param onHand in store and promised to nobody
     * @param standing what quality says of it; only what is CERTIFIED is promised or leaves
     * @param owner MEMBER until sold, or FIRM once the firm has bought a leaving member's unsold units
     */
    public record Batch(
            UUID batchId,
            String lot,
            UUID memberId,
            String product,
            String grade,
            @Nullable LocalDate bestBefore,
            Quantity certified,
            Quantity onHand,
            Quantity reserved,
            Quantity dispatched,
            Quantity delivered,
            Quantity returned,
            Quantity destroyed,
            String owner,
            Standing standing) {}

    /** Whether everything adds up; see {@link CheckConservation.Report}. Units are plain decimals. */
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
    @RolesAllowed({"logistics-desk", "quality-desk", "producer"})
    @Transactional
    @Operation(summary = "Batches and where their units are; a producer sees its own")
    public Page<Batch> list(@BeanParam @Valid PageQuery query, @QueryParam("product") @Nullable String product) {
        UUID after = query.afterId().orElse(FIRST);
        boolean desk = caller.hasAny("logistics-desk", "quality-desk");
        String sqlText = "SELECT * FROM batch WHERE batch_id > ?"
                + (product == null ? " AND ?::text IS NULL" : " AND product = ?")
                + (desk ? " AND ?::uuid IS NULL" : " AND member_id = ?")
                + " ORDER BY batch_id LIMIT ?";
        return Page.of(
                sql.list(sqlText, StockResource::read, after, product, desk ? null : caller.member(), query.fetch()),
                query.limit,
                batch -> batch.batchId().toString());
    }

    @GET
    @Path("/check")
    @RolesAllowed({"logistics-desk", "producer"})
    @Transactional
    @Operation(summary = "Add everything up: no unit is lost, none promised twice, none idle while an order waits")
    public Check check() {
        CheckConservation.Report report = checkConservation.run();
        Conservation units = report.units();
        return new Check(
                report.conserved(),
                report.batches(),
                units.certified().toPlainString(),
                units.onHand().toPlainString(),
                units.reserved().toPlainString(),
                units.dispatched().toPlainString(),
                units.delivered().toPlainString(),
                units.returned().toPlainString(),
                units.destroyed().toPlainString(),
                report.batchesBroken(),
                report.reservationsBroken(),
                report.shipmentsBroken(),
                report.linesBroken(),
                report.creditBroken(),
                report.stockIdle());
    }

    private static Batch read(ResultSet row) throws SQLException {
        LocalDate expiry = row.getObject("expiry", LocalDate.class);
        return new Batch(
                Sql.uuid(row, "batch_id"),
                row.getString("lot"),
                Sql.uuid(row, "member_id"),
                row.getString("product"),
                row.getString("grade"),
                expiry.equals(LocalDate.MAX) ? null : expiry,
                quantity(row, "certified"),
                quantity(row, "on_hand"),
                quantity(row, "reserved"),
                quantity(row, "dispatched"),
                quantity(row, "delivered"),
                quantity(row, "returned"),
                quantity(row, "destroyed"),
                row.getString("owner"),
                Standing.valueOf(row.getString("standing")));
    }

    private static Quantity quantity(ResultSet row, String column) throws SQLException {
        BigDecimal value = row.getBigDecimal(column);
        return new Quantity(value, row.getString("unit"));
    }
}
