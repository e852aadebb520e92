package coop.parasol.production.commitment;

import coop.parasol.contracts.Period;
import coop.parasol.persistence.Columns;
import coop.parasol.production.product.ProductGrade;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** What producers have committed by product, grade and week, over all routes; a released commitment is none. */
@ApplicationScoped
public class CommittedQuantities {

    private static final String OF_WEEK = """
        select member_id, product, grade, period, min(unit) as unit, sum(quantity) as committed
          from commitment
         where state <> 'RELEASED' and %s
         group by member_id, product, grade, period
        """;

    private final Jdbi jdbi;

    CommittedQuantities(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** What a producer has committed of a product and grade for a week. */
    public record Line(UUID memberId, String product, String grade, Period period, String unit, BigDecimal committed) {

        public ProductGrade goods() {
            return new ProductGrade(product, grade);
        }
    }

    /** A product and grade in a week. */
    public record GoodsOfWeek(String product, String grade, Period period) {

        public ProductGrade goods() {
            return new ProductGrade(product, grade);
        }
    }

    /** What a member has committed of a product for a week, in all grades. */
    BigDecimal ofWeek(UUID memberId, String product, Period week) {
        return jdbi.withHandle(handle -> handle.createQuery("""
            select coalesce(sum(quantity), 0) from commitment
             where member_id = :member and product = :product and period = :period and state <> 'RELEASED'
            """)
                .bind("member", memberId)
                .bind("product", product)
                .bind("period", week.toString())
                .mapTo(BigDecimal.class)
                .one());
    }

    private record OfProduct(String product, BigDecimal committed) {}

    /** What a member has committed for a week of each product, in all grades. */
    Map<String, BigDecimal> ofWeek(UUID memberId, Period week) {
        return jdbi.withHandle(
                handle -> handle
                        .createQuery("""
            select product, sum(quantity) as committed from commitment
             where member_id = :member and period = :period and state <> 'RELEASED' group by product
            """)
                        .bind("member", memberId)
                        .bind("period", week.toString())
                        .mapTo(OfProduct.class)
                        .stream()
                        .collect(Collectors.toMap(OfProduct::product, OfProduct::committed)));
    }

    /**
     * What each producer has committed of products for weeks, in each grade.
     *
     * @param products each with the week at its place in the other list
     */
    public List<Line> ofProducts(List<String> products, List<Period> weeks) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        OF_WEEK.formatted("(product, period) in (select * from unnest(:products, :periods))")
                                + " order by product, period, grade, member_id")
                .bindArray("products", String.class, products)
                .bindArray("periods", String.class, Columns.of(weeks, Period::toString))
                .mapTo(Line.class)
                .list());
    }

    private record Route(String product, String route) {}

    /** The route by which a producer has last committed to make each of the products; of what it never has nothing is said. */
    public Map<String, String> lastRoutes(UUID memberId, Collection<String> products) {
        return jdbi.withHandle(handle -> handle
                .createQuery("""
            select distinct on (product) product, route from commitment
             where member_id = :member and product = any(:products)
             order by product, id desc
            """)
                .bind("member", memberId)
                .bindArray("products", String.class, products)
                .mapTo(Route.class)
                .stream()
                .collect(Collectors.toMap(Route::product, Route::route)));
    }

    /** A commitment of a producer, whatever has become of it. */
    public record Made(UUID id, UUID memberId, String product, String grade, Period period) {}

    /**
     * The commitments of producers for the weeks from one to another.
     *
     * @param products of which; empty for all
     */
    public List<Made> madeFor(Collection<UUID> memberIds, Collection<String> products, Period from, Period until) {
        return jdbi.withHandle(handle -> handle.createQuery("""
            select id, member_id, product, grade, period from commitment
             where member_id = any(:members) and period between :from and :until
               and (:anyProduct or product = any(:products))
            """)
                .bindArray("members", UUID.class, memberIds)
                .bind("anyProduct", products.isEmpty())
                .bindArray("products", String.class, products)
                .bind("from", from)
                .bind("until", until)
                .mapTo(Made.class)
                .list());
    }

    /** Products, grades and weeks that somebody has committed for, in weeks after one and up to another, in their order. */
    public List<GoodsOfWeek> goodsOfWeeks(Period after, Period until) {
        return jdbi.withHandle(handle -> handle.createQuery("""
            select distinct product, grade, period from commitment
             where period > :after and period <= :until and state <> 'RELEASED'
             order by period, product, grade
            """)
                .bind("after", after.toString())
                .bind("until", until.toString())
                .mapTo(GoodsOfWeek.class)
                .list());
    }

    /** What each producer has committed of a product and grade for a week. */
    public List<Line> ofGoods(GoodsOfWeek goods) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        OF_WEEK.formatted("product = :product and grade = :grade and period = :period")
                                + " order by member_id")
                .bind("product", goods.product())
                .bind("grade", goods.grade())
                .bind("period", goods.period().toString())
                .mapTo(Line.class)
                .list());
    }

    /** How much is reported of each product and grade for commitments of a week and of all later ones, in their order. */
    public List<BigDecimal> reportedFrom(List<GoodsOfWeek> all) {
        return jdbi.withHandle(handle -> handle.createQuery("""
            select coalesce(sum(c.reported), 0)
              from unnest(:products, :grades, :periods) with ordinality as named (product, grade, period, position)
              left join commitment c
                on c.product = named.product and c.grade = named.grade and c.period >= named.period
             group by named.position order by named.position
            """)
                .bindArray("products", String.class, Columns.of(all, GoodsOfWeek::product))
                .bindArray("grades", String.class, Columns.of(all, GoodsOfWeek::grade))
                .bindArray(
                        "periods",
                        String.class,
                        Columns.of(all, goods -> goods.period().toString()))
                .mapTo(BigDecimal.class)
                .list());
    }

    /** How much a producer has reported for its commitments of a product and grade for a week. */
    public BigDecimal reportedOf(UUID memberId, GoodsOfWeek goods) {
        return jdbi.withHandle(handle -> handle.createQuery("""
            select coalesce(sum(reported), 0) from commitment
             where member_id = :member and product = :product and grade = :grade and period = :period
               and state <> 'RELEASED'
            """)
                .bind("member", memberId)
                .bind("product", goods.product())
                .bind("grade", goods.grade())
                .bind("period", goods.period().toString())
                .mapTo(BigDecimal.class)
                .one());
    }

    private record Outstanding(UUID id, BigDecimal outstanding) {}

    /** What of open commitments is not reported. */
    public Map<UUID, BigDecimal> outstanding(Collection<UUID> commitmentIds) {
        return jdbi.withHandle(handle -> handle
                .createQuery(
                        "select id, quantity - reported as outstanding from commitment where id = any(:ids) and state = 'OPEN'")
                .bindArray("ids", UUID.class, commitmentIds)
                .mapTo(Outstanding.class)
                .stream()
                .collect(Collectors.toMap(Outstanding::id, Outstanding::outstanding)));
    }

    /**
     * Lines of weeks after one, by week, product, grade and producer.
     *
     * @param memberId of one producer; null for all
     * @param behind where the page begins; null for the first
     */
    public List<Line> page(@Nullable UUID memberId, Period after, @Nullable Line behind, int maxRows) {
        String member = memberId == null ? "" : " and member_id = :member";
        return jdbi.withHandle(handle -> {
            var query = handle.createQuery(OF_WEEK.formatted("period > :after" + member + """
                 and (period, product, grade, member_id)
                     > (:behindPeriod, :behindProduct, :behindGrade, :behindMember)
                """)
                            + " order by period, product, grade, member_id limit :maxRows")
                    .bind("after", after.toString())
                    .bind("behindPeriod", behind == null ? "" : behind.period().toString())
                    .bind("behindProduct", behind == null ? "" : behind.product())
                    .bind("behindGrade", behind == null ? "" : behind.grade())
                    .bind("behindMember", behind == null ? new UUID(0, 0) : behind.memberId())
                    .bind("maxRows", maxRows);
            if (memberId != null) {
                query.bind("member", memberId);
            }
            return query.mapTo(Line.class).list();
        });
    }
}
