package coop.parasol.production.outlook;

import coop.parasol.contracts.Period;
import coop.parasol.firm.FirmClock;
import coop.parasol.production.outlook.DemandOutlook.Position;
import coop.parasol.production.outlook.DemandOutlook.ProductWeek;
import coop.parasol.production.product.ProductGrade;
import coop.parasol.production.stock.CertifiedStock;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** What partners want of a product in a week and nobody has committed yet, as the outlook shows it. */
@ApplicationScoped
public class UncoveredDemand {

    private static final int MAX_GRADES = 200;

    private final DemandOutlook outlook;
    private final CertifiedStock stock;
    private final FirmClock clock;

    UncoveredDemand(DemandOutlook outlook, CertifiedStock stock, FirmClock clock) {
        this.outlook = outlook;
        this.stock = stock;
        this.clock = clock;
    }

    /** What is uncovered of a grade, zero or more, in the unit of the product. */
    public record Uncovered(String grade, String unit, BigDecimal quantity) {}

    /** The grades of a product that anybody wants or has committed for a week. */
    public List<Uncovered> of(String product, Period week) {
        List<ProductWeek> lines = outlook.page(product, week, clock.thisWeek(), Position.FIRST, MAX_GRADES);
        Map<ProductGrade, BigDecimal> available = stock.available(List.of(product));
        return lines.stream()
                .map(line -> new Uncovered(
                        line.grade(),
                        line.unit(),
                        line.netRequirement(available.getOrDefault(
                                        new ProductGrade(product, line.grade()), BigDecimal.ZERO))
                                .uncovered()))
                .toList();
    }
}
