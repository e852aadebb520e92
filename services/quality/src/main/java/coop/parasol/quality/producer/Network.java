package coop.parasol.quality.producer;

import coop.parasol.quality.switching.Line;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.Session;

/**
 * What is usual among all producers of a product: the median of their first-pass yields, one figure each whatever their
 * size. Nothing is said where fewer than three others could be told apart. A month that is over is reckoned once and kept.
 */
@ApplicationScoped
class Network {

    private static final int FEWEST_OTHERS = 3;

    private static final String MEDIAN =
            "percentile_cont(0.5) within group (order by accepted_first::float8 / inspected)";
    private static final String OF_PRODUCTS = "select product, count(*), " + MEDIAN
            + " from line where product = any(?1) and inspected > 0 group by product";
    private static final String KEEP = """
            insert into network_month (product, month, producers, median)
            select p.product, m.month, its.producers, its.median
            from unnest(cast(?1 as text[])) p(product)
            cross join lateral (
                select cast(month as date) from generate_series(cast(?2 as timestamp), cast(?3 as timestamp), '1 month') month
                ) m(month)
            cross join lateral (
                select count(*), %s from quality_month q where q.product = p.product and q.month = m.month) its(producers, median)
            where not exists (select from network_month n where n.product = p.product and n.month = m.month)
            on conflict do nothing
            """.formatted(MEDIAN);
    private static final String OF_MONTHS = """
            select product, month, producers, median from network_month where product = any(?1) and month between ?2 and ?3
            union all
            select product, month, count(*), %s from quality_month
            where product = any(?1) and month > ?3 group by product, month
            """.formatted(MEDIAN);

    private final Session database;

    Network(Session database) {
        this.database = database;
    }

    /** Of a product, in a month. */
    record When(String product, LocalDate month) {}

    /** By product, over all time. The asking producer is one of the network and has been inspected. */
    Map<String, BigDecimal> medians(List<Line> lines) {
        Map<String, BigDecimal> medians = new HashMap<>();
        database.createNativeQuery(OF_PRODUCTS, Object[].class)
                .setParameter(1, Results.products(lines))
                .getResultStream()
                .forEach(row -> median(row[1], row[2]).ifPresent(median -> medians.put((String) row[0], median)));
        return medians;
    }

    /**
     * Month by month; for months in which the asking producer was inspected itself.
     *
     * @param since first day of a month
     * @param today of which the month still changes, and on its first day the one before
     */
    Map<When, BigDecimal> medians(List<Line> lines, LocalDate since, LocalDate today) {
        LocalDate lastKept = today.minusDays(1).withDayOfMonth(1).minusMonths(1);
        database.createNativeMutationQuery(KEEP)
                .setParameter(1, Results.products(lines))
                .setParameter(2, since)
                .setParameter(3, lastKept)
                .executeUpdate();
        Map<When, BigDecimal> medians = new HashMap<>();
        database.createNativeQuery(OF_MONTHS, Object[].class)
                .setParameter(1, Results.products(lines))
                .setParameter(2, since)
                .setParameter(3, lastKept)
                .getResultStream()
                .forEach(row -> median(row[2], row[3])
                        .ifPresent(median -> medians.put(new When((String) row[0], date(row[1])), median)));
        return medians;
    }

    private static Optional<BigDecimal> median(Object producers, Object median) {
        return ((Number) producers).longValue() > FEWEST_OTHERS
                ? Optional.of(Yield.of(((Number) median).doubleValue()))
                : Optional.empty();
    }

    static LocalDate date(Object column) {
        return column instanceof LocalDate date ? date : ((java.sql.Date) column).toLocalDate();
    }
}
