package coop.parasol.pricing.pricelist;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/** The grade differentials in force: how many units of the first grade a unit of a grade counts for in a pool. */
@ApplicationScoped
public class GradeFactors {

    private final Jdbi jdbi;

    GradeFactors(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    record GradeFactor(String grade, BigDecimal factor) {}

    /** The factors of a product's grades. A grade for which none was ever published is left out; it counts as one. */
    public Map<String, BigDecimal> of(String product) {
        return jdbi.withHandle(handle -> handle
                .createQuery("select grade, factor from grade_factor where product = :product")
                .bind("product", product)
                .mapTo(GradeFactor.class)
                .stream()
                .collect(Collectors.toMap(GradeFactor::grade, row -> withoutTrailingZeros(row.factor()))));
    }

    /** The differentials of a published list are in force from now on; of two for the same grade the later line counts. */
    void enact(UUID priceListId) {
        jdbi.useHandle(
                handle -> handle.createUpdate("""
                        insert into grade_factor (product, grade, factor)
                        select distinct on (product, grade) product, grade, factor
                          from grade_differential where price_list_id = :list
                         order by product, grade, line desc
                        on conflict (product, grade) do update set factor = excluded.factor
                        """).bind("list", priceListId).execute());
    }

    /** Statements show {@code 0.9} and {@code 10}, not {@code 0.900000} or {@code 1E+1}. */
    private static BigDecimal withoutTrailingZeros(BigDecimal factor) {
        BigDecimal stripped = factor.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
