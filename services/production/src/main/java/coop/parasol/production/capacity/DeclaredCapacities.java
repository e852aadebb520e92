package coop.parasol.production.capacity;

import coop.parasol.contracts.Period;
import coop.parasol.persistence.Columns;
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

    private record OfMember(String product, Period period, UUID memberId, BigDecimal quantity) {}

    /** A product in a week of which a producer has declared that it could make some. */
    public record ProductWeek(String product, Period period) {}

    /** What each producer has declared for products and weeks, in the unit of the product; of what nobody could make nothing is said. */
    public Map<ProductWeek, Map<UUID, BigDecimal>> of(List<ProductWeek> weeks) {
        return jdbi.withHandle(handle -> handle
                .createQuery("""
            select product, period, member_id, quantity from capacity
             where (product, period) in (select * from unnest(:products, :periods)) and quantity > 0
            """)
                .bindArray("products", String.class, Columns.of(weeks, ProductWeek::product))
                .bindArray(
                        "periods",
                        String.class,
                        Columns.of(weeks, week -> week.period().toString()))
                .mapTo(OfMember.class)
                .stream()
                .collect(Collectors.groupingBy(
                        each -> new ProductWeek(each.product(), each.period()),
                        Collectors.toMap(OfMember::memberId, OfMember::quantity))));
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
