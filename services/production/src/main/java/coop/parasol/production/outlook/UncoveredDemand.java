package coop.parasol.production.outlook;

import coop.parasol.contracts.Period;
import coop.parasol.firm.FirmClock;
import coop.parasol.production.product.ProductGrade;
import coop.parasol.production.stock.CertifiedStock;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** What partners want of products in weeks and nobody has committed yet, as the outlook shows it. */
@ApplicationScoped
public class UncoveredDemand {

    private final DemandOutlook outlook;
    private final CertifiedStock stock;
    private final FirmClock clock;

    UncoveredDemand(DemandOutlook outlook, CertifiedStock stock, FirmClock clock) {
        this.outlook = outlook;
        this.stock = stock;
        this.clock = clock;
    }

    /** A product in a week. */
    public record Week(String product, Period period) {}

    /** What is uncovered of a grade in a week, zero or more, in the unit of the product. */
    public record Uncovered(Week week, String grade, String unit, BigDecimal quantity) {}

    /** The grades of products that anybody wants or has committed for the weeks, in two statements. */
    public List<Uncovered> of(List<Week> weeks) {
        List<DemandOutlook.ProductWeek> lines = outlook.ofWeeks(weeks, clock.thisWeek());
        Map<ProductGrade, BigDecimal> available =
                stock.available(weeks.stream().map(Week::product).distinct().toList());
        return lines.stream()
                .map(line -> new Uncovered(
                        new Week(line.product(), line.period()),
                        line.grade(),
                        line.unit(),
                        line.netRequirement(available.getOrDefault(
                                        new ProductGrade(line.product(), line.grade()), BigDecimal.ZERO))
                                .uncovered()))
                .toList();
    }
}
