package coop.parasol.production.capacity;

import coop.parasol.contracts.Period;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/** How much producers have declared they could make. */
@ApplicationScoped
public class DeclaredCapacities {

    private final Jdbi jdbi;

    DeclaredCapacities(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    private record OfMember(UUID memberId, BigDecimal quantity) {}

    /** A product in a week of which a producer has declared that it could make some. */
    public record ProductWeek(String product, Period period) {}

    /** What each producer has declared for a product and week, in the unit of the product. */
    public Map<UUID, BigDecimal> of(String product, Period week) {
        return jdbi.withHandle(handle ->
                handle.createQuery("""
            select member_id, quantity from capacity where product = :product and period = :period and quantity > 0
            """).bind("product", product).bind("period", week).mapTo(OfMember.class).stream()
                        .collect(Collectors.toMap(OfMember::memberId, OfMember::quantity)));
    }

    /** Products and weeks of which a producer could make some, from a week on, by week and product, behind one of them. */
    public List<ProductWeek> page(UUID memberId, Period from, ProductWeek behind, int maxRows) {
        return jdbi.withHandle(handle -> handle.createQuery("""
            select product, period from capacity
             where member_id = :member and period >= :from and quantity > 0
               and (period, product) > (:behindPeriod, :behindProduct)
             order by period, product limit :maxRows
            """)
                .bind("member", memberId)
                .bind("from", from)
                .bind("behindPeriod", behind.period())
                .bind("behindProduct", behind.product())
                .bind("maxRows", maxRows)
                .mapTo(ProductWeek.class)
                .list());
    }
}
