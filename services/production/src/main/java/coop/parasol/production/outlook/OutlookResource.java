package coop.parasol.production.outlook;

import coop.parasol.contracts.Period;
import coop.parasol.contracts.Quantity;
import coop.parasol.production.Weeks;
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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The outlook at the border. */
@Path("/outlook")
@Tag(name = "Outlook")
public class OutlookResource {

    private static final char JOINT = '@';

    private static final BigDecimal MOST = new BigDecimal("999999999999");

    private final Outlook outlook;

    OutlookResource(Outlook outlook) {
        this.outlook = outlook;
    }

    /**
     * One product in one week.
     *
     * @param forecasts of partners; none yet
     * @param certifiedStock what is in stock after what earlier weeks need of it
     * @param uncovered open orders + forecasts - certified stock - commitments, never below zero
     */
    public record View(
            String product,
            Period period,
            Quantity openOrders,
            Quantity forecasts,
            Quantity certifiedStock,
            Quantity commitments,
            Quantity uncovered) {}

    @GET
    @RolesAllowed({"producer", "registrar", "treasurer", "quality-desk", "pricing-desk", "logistics-desk"})
    @Transactional
    @Operation(summary = "What is wanted per product and week, and what of it nobody has committed yet")
    public Page<View> outlook(
            @QueryParam("product") @Nullable String product,
            @QueryParam("period") @Nullable String week,
            @BeanParam @Valid PageQuery query) {
        String after = query.afterText();
        int joint = after.lastIndexOf(JOINT);
        List<Outlook.Line> lines = outlook.page(
                product,
                week == null ? null : Weeks.parse(week).toString(),
                joint < 0 ? after : after.substring(0, joint),
                joint < 0 ? "" : after.substring(joint + 1),
                query.fetch());
        return Page.of(lines, query.limit, line -> line.product() + JOINT + line.period())
                .map(OutlookResource::view);
    }

    private static View view(Outlook.Line line) {
        BigDecimal uncovered = line.openOrders().subtract(line.certifiedStock()).subtract(line.commitments());
        return new View(
                line.product(),
                Period.parse(line.period()),
                shown(line.openOrders(), line.unit()),
                Quantity.zero(line.unit()),
                shown(line.certifiedStock(), line.unit()),
                shown(line.commitments(), line.unit()),
                shown(uncovered.max(BigDecimal.ZERO), line.unit()));
    }

    /** A sum may be larger than any quantity can be; then the largest is shown. */
    private static Quantity shown(BigDecimal sum, String unit) {
        return new Quantity(sum.min(MOST), unit);
    }
}
