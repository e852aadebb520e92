package coop.parasol.production.outlook;

import coop.parasol.contracts.Period;
import coop.parasol.contracts.Quantity;
import coop.parasol.firm.FirmClock;
import coop.parasol.production.outlook.DemandOutlook.GoodsWeek;
import coop.parasol.production.outlook.DemandOutlook.Position;
import coop.parasol.production.outlook.DemandOutlook.ProductWeek;
import coop.parasol.production.outlook.rules.NetRequirement;
import coop.parasol.production.product.ProductGrade;
import coop.parasol.production.stock.CertifiedStock;
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
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** REST: the demand outlook, for producers and desks. */
@Path("/outlook")
@Tag(name = "Outlook")
public class OutlookResource {

    /** Stands between product, grade and week in a cursor. */
    private static final char SEPARATOR = '@';

    private final DemandOutlook outlook;
    private final CertifiedStock stock;
    private final FirmClock clock;
    private final CountingPart countingPart;
    private final Caller caller;

    OutlookResource(
            DemandOutlook outlook, CertifiedStock stock, FirmClock clock, CountingPart countingPart, Caller caller) {
        this.outlook = outlook;
        this.stock = stock;
        this.clock = clock;
        this.countingPart = countingPart;
        this.caller = caller;
    }

    /**
     * One product and grade in one week.
     *
     * @param period ISO week
     * @param openOrders ordered for this week and not yet dispatched
     * @param forecasts of partners for this week, less what their orders for it have consumed
     * @param certifiedStock what is reserved for orders for this week, and what earlier weeks leave of the stock that is
     *     reserved for nobody
     * @param commitments committed for this week and not yet reported
     * @param uncovered open orders + forecasts - certified stock - commitments, never below zero
     * @param wouldCount how much more of a producer's commitments would count if it committed without limit and the week were frozen
     *     now: of the producer that asks, else of one that has committed nothing. However much others have committed, it is at least
     *     an equal part less what of its own counts already; zero for a week that is frozen
     */
    public record OutlookView(
            String product,
            String grade,
            Period period,
            Quantity openOrders,
            Quantity forecasts,
            Quantity certifiedStock,
            Quantity commitments,
            Quantity uncovered,
            Quantity wouldCount) {}

    @GET
    @RolesAllowed({"producer", "registrar", "treasurer", "quality-desk", "pricing-desk", "logistics-desk"})
    @Transactional
    @Operation(
            operationId = "getOutlook",
            summary =
                    "List what is ordered and forecast per product, grade and ISO week, and what of it nobody has committed"
                            + " yet")
    public Page<OutlookView> outlook(
            @QueryParam("product") @Nullable String product,
            @QueryParam("period") @Nullable Period period,
            @BeanParam @Valid PageQuery query) {
        Page<ProductWeek> page = query.byText(
                (after, maxRows) -> page(product, period, after, maxRows),
                line -> line.product() + SEPARATOR + line.grade() + SEPARATOR + line.period());
        Map<ProductGrade, BigDecimal> available = stock.available(
                page.items().stream().map(ProductWeek::product).distinct().toList());
        Map<GoodsWeek, BigDecimal> wouldCount = countingPart.wouldCount(
                caller.memberId().orElse(null),
                page.items().stream().map(OutlookResource::goods).toList());
        return page.map(line -> view(
                line,
                available.getOrDefault(goods(line).goods(), BigDecimal.ZERO),
                wouldCount.getOrDefault(goods(line), BigDecimal.ZERO)));
    }

    private static GoodsWeek goods(ProductWeek line) {
        return new GoodsWeek(new ProductGrade(line.product(), line.grade()), line.period());
    }

    private List<ProductWeek> page(@Nullable String product, @Nullable Period period, String after, int maxRows) {
        return outlook.page(product, period, clock.thisWeek(), position(after), maxRows);
    }

    private static Position position(String after) {
        int week = after.lastIndexOf(SEPARATOR);
        int grade = week < 0 ? -1 : after.lastIndexOf(SEPARATOR, week - 1);
        return grade < 0
                ? new Position(after, "", "")
                : new Position(after.substring(0, grade), after.substring(grade + 1, week), after.substring(week + 1));
    }

    private static OutlookView view(ProductWeek line, BigDecimal certifiedStock, BigDecimal wouldCount) {
        NetRequirement.Week week = line.netRequirement(certifiedStock);
        return new OutlookView(
                line.product(),
                line.grade(),
                line.period(),
                Quantity.ofSum(line.openOrders(), line.unit()),
                Quantity.ofSum(line.forecasts(), line.unit()),
                Quantity.ofSum(week.stock(), line.unit()),
                Quantity.ofSum(line.commitments(), line.unit()),
                Quantity.ofSum(week.uncovered(), line.unit()),
                Quantity.ofSum(wouldCount, line.unit()));
    }
}
