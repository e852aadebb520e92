package coop.parasol.quality.producer;

import coop.parasol.quality.switching.Line;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * What is usual among all producers of a product: the median of their first-pass yields, one figure each whatever their
 * size. Nothing is said where fewer than three others could be told apart. Few producers are asked one by one, so that
 * what is shown holds now; of more, what {@link ReckonMedians} has noted is shown, so that it costs the same however many
 * they are.
 */
@ApplicationScoped
class Network {

    /** So many producers are asked one by one. */
    static final int FEW = 100;

    /** In SQL, over rows of producers. */
    static final String MEDIAN = "percentile_cont(0.5) within group (order by accepted_first::float8 / inspected)";

    /** In SQL: whether a product {@code p} has more producers than are asked one by one. */
    static final String CROWDED =
            "(select count(*) from (select from line l where l.product = p.product and l.inspected > 0 limit %1$d) l) = %1$d"
                    .formatted(FEW + 1);

    private static final int FEWEST_OTHERS = 3;

    private static final String ASKED = "with asked as materialized (select p.product, " + CROWDED
            + " as crowded from unnest(cast(?1 as text[])) p(product))";
    private static final String OF_PRODUCTS = ASKED + """
             select a.product, its.producers, its.median, cast(null as timestamptz) from asked a
            cross join lateral (select count(*), %s from line where product = a.product and inspected > 0) its(producers, median)
            where not a.crowded
            union all
            select n.product, n.producers, n.median, n.as_of from asked a join network_product n on n.product = a.product
            where a.crowded
            """.formatted(MEDIAN);
    private static final String OF_MONTHS = ASKED + """
             select a.product, its.month, its.producers, its.median from asked a
            cross join lateral (select month, count(*), %s from quality_month
                                where product = a.product and month >= ?2 group by month) its(month, producers, median)
            where not a.crowded
            union all
            select n.product, n.month, n.producers, n.median from asked a join network_month n on n.product = a.product
            where a.crowded and n.month >= ?2
            """.formatted(MEDIAN);

    private final Session database;

    Network(Session database) {
        this.database = database;
    }

    /** Of a product, in a month. */
    record When(String product, LocalDate month) {}

    /** @param asOf when it was reckoned */
    record Median(BigDecimal value, Instant asOf) {}

    /** By product, over all time. The asking producer is one of the network and has been inspected. */
    Map<String, Median> medians(List<Line> lines, Instant now) {
        Map<String, Median> medians = new HashMap<>();
        database.createNativeQuery(OF_PRODUCTS, Object[].class)
                .setParameter(1, Results.products(lines))
                .getResultStream()
                .forEach(row -> median(row[1], row[2])
                        .ifPresent(median -> medians.put(
                                (String) row[0], new Median(median, row[3] == null ? now : (Instant) row[3]))));
        return medians;
    }

    /**
     * Month by month; for months in which the asking producer was inspected itself.
     *
     * @param since first day of a month
     */
    Map<When, BigDecimal> monthly(List<Line> lines, LocalDate since) {
        Map<When, BigDecimal> medians = new HashMap<>();
        database.createNativeQuery(OF_MONTHS, Object[].class)
                .setParameter(1, Results.products(lines))
                .setParameter(2, since)
                .getResultStream()
                .forEach(row -> median(row[2], row[3])
                        .ifPresent(median -> medians.put(new When((String) row[0], date(row[1])), median)));
        return medians;
    }

    private static Optional<BigDecimal> median(Object producers, @Nullable Object median) {
        return median != null && ((Number) producers).longValue() > FEWEST_OTHERS
                ? Optional.of(Yield.of(((Number) median).doubleValue()))
                : Optional.empty();
    }

    static LocalDate date(Object column) {
        return column instanceof LocalDate date ? date : ((java.sql.Date) column).toLocalDate();
    }
}
