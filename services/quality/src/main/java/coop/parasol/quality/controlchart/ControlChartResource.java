package coop.parasol.quality.controlchart;

import coop.parasol.contracts.QualityEvent.Characteristic;
import coop.parasol.quality.controlchart.rules.ControlChart;
import coop.parasol.quality.controlchart.rules.ControlLimits;
import coop.parasol.quality.controlchart.rules.ProcessCapability;
import coop.parasol.quality.directory.ProducerNames;
import coop.parasol.quality.switching.InspectionSeries;
import coop.parasol.web.Caller;
import coop.parasol.web.Page;
import coop.parasol.web.PageQuery;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** REST resource of control charts, for the producer that runs the process and for the quality desk. */
@Path("/producers/{memberId}/control-charts")
@Tag(name = "Producers")
public class ControlChartResource {

    private static final int DECIMALS = 6;

    private final DrawControlCharts drawControlCharts;
    private final ProducerNames names;
    private final Caller caller;

    ControlChartResource(DrawControlCharts drawControlCharts, ProducerNames names, Caller caller) {
        this.drawControlCharts = drawControlCharts;
        this.names = names;
        this.caller = caller;
    }

    /** The charts of a product, one for each variable that was measured in two lots at least. */
    public record ProductCharts(UUID memberId, @Nullable String memberName, String product, List<Chart> charts) {}

    /** Central line and control limits, from the data, rounded to six decimals. */
    public record Limits(BigDecimal lower, BigDecimal centre, BigDecimal upper) {

        static Limits of(ControlLimits limits) {
            return new Limits(rounded(limits.lower()), rounded(limits.centre()), rounded(limits.upper()));
        }
    }

    /**
     * A lot on a chart.
     *
     * @param point average of its subgroup, or its value
     * @param range of its subgroup, or to the lot before it; absent for the first individual value
     * @param inControl whether both are within their limits
     */
    public record Point(
            UUID batchId,
            String lot,
            BigDecimal point,
            @Nullable BigDecimal range,
            boolean inControl) {}

    /**
     * A Shewhart control chart (ISO 7870-2) of one variable, at most of the last 50 lots.
     *
     * @param subgroupSize values of each lot; 1: individual values and moving ranges
     * @param lower limit of the standard, not of control
     * @param upper limit of the standard, not of control
     * @param preliminary whether there are fewer than 20 lots
     * @param deviation within subgroups: average range / d2
     * @param cp capability (ISO 22514-2), which means something only in control; absent with one limit, or without spread
     * @param cpk the same for the nearer limit
     */
    public record Chart(
            String characteristic,
            @Nullable String unit,
            int subgroupSize,
            @Nullable BigDecimal lower,
            @Nullable BigDecimal upper,
            boolean preliminary,
            boolean inControl,
            Limits limits,
            Limits rangeLimits,
            BigDecimal deviation,
            @Nullable BigDecimal cp,
            @Nullable BigDecimal cpk,
            List<Point> points) {

        static Chart of(DrawControlCharts.Chart drawn) {
            ControlChart chart = drawn.chart();
            Characteristic variable = drawn.variable();
            Optional<ProcessCapability> capability = ProcessCapability.of(
                    chart.limits().centre(), chart.deviation(), variable.lower(), variable.upper());
            return new Chart(
                    variable.name(),
                    variable.unit(),
                    chart.size(),
                    variable.lower(),
                    variable.upper(),
                    chart.points().size() < ControlChart.ENOUGH_LOTS,
                    chart.isInControl(),
                    Limits.of(chart.limits()),
                    Limits.of(chart.rangeLimits()),
                    rounded(chart.deviation()),
                    capability
                            .map(ProcessCapability::cp)
                            .map(ControlChartResource::rounded)
                            .orElse(null),
                    capability
                            .map(ProcessCapability::cpk)
                            .map(ControlChartResource::rounded)
                            .orElse(null),
                    points(drawn));
        }

        private static List<Point> points(DrawControlCharts.Chart drawn) {
            ControlChart chart = drawn.chart();
            int shift = chart.points().size() - chart.ranges().size();
            return IntStream.range(0, chart.points().size())
                    .mapToObj(i -> {
                        BigDecimal range = i < shift ? null : chart.ranges().get(i - shift);
                        BigDecimal point = chart.points().get(i);
                        return new Point(
                                drawn.lots().get(i).batchId(),
                                drawn.lots().get(i).lot(),
                                rounded(point),
                                range == null ? null : rounded(range),
                                chart.limits().include(point)
                                        && (range == null || chart.rangeLimits().include(range)));
                    })
                    .toList();
        }
    }

    @GET
    @RolesAllowed({"quality-desk", "producer"})
    @Transactional
    @Operation(
            summary =
                    "List control charts of the measured characteristics of a producer's products, with limits from its data and"
                            + " process capability, by product code; a producer sees its own")
    public Page<ProductCharts> list(@PathParam("memberId") UUID memberId, @BeanParam @Valid PageQuery query) {
        caller.requireMemberOr(memberId, "quality-desk");
        String name = names.of(memberId);
        return query.byText(
                        (String after, int maxRows) -> InspectionSeries.ofProducer(memberId, after, maxRows),
                        (InspectionSeries series) -> series.product)
                .map(series -> new ProductCharts(
                        memberId,
                        name,
                        series.product,
                        drawControlCharts.of(memberId, series.product).stream()
                                .map(Chart::of)
                                .toList()));
    }

    private static BigDecimal rounded(BigDecimal value) {
        return value.setScale(DECIMALS, RoundingMode.HALF_UP);
    }
}
