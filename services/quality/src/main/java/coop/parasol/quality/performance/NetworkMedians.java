package coop.parasol.quality.performance;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * What is usual among all producers of a product, the network: the median of their first-pass yields, one figure each
 * whatever their size. There is none where fewer than three others could be told apart. Of a product with up to
 * {@link #MAX_LIVE_PRODUCERS} producers it is computed when it is asked for; of one with more, what
 * {@link ComputeNetworkMedians} has stored last is shown, so that it costs the same however many they are.
 */
@ApplicationScoped
public class NetworkMedians {

    /** Of so many producers medians are computed when they are asked for. */
    static final int MAX_LIVE_PRODUCERS = 100;

    /** In SQL, over rows of producers with {@code accepted_first} and {@code inspected}. */
    static final String MEDIAN = "percentile_cont(0.5) within group (order by accepted_first::float8 / inspected)";

    /** In SQL: whether a product {@code p} has more producers than medians are computed live of. */
    static final String HAS_MANY_PRODUCERS = """
            (select count(*) from (select from producer_yield y
                                    where y.product = p.product and y.inspected > 0 limit %1$d) y) = %1$d
            """.formatted(MAX_LIVE_PRODUCERS + 1);

    private static final int MIN_OTHER_PRODUCERS = 3;

    private static final String ASKED = """
            with asked as materialized (
                select p.product, %s as many from unnest(:products) p(product))
            """.formatted(HAS_MANY_PRODUCERS);
    private static final String OVER_ALL_TIME = ASKED + """
            select a.product, live.producers, live.median, cast(null as timestamptz) as as_of
              from asked a
             cross join lateral (select count(*), %s from producer_yield
                                  where product = a.product and inspected > 0) live(producers, median)
             where not a.many
            union all
            select n.product, n.producers, n.median, n.as_of from asked a join network_yield n on n.product = a.product
             where a.many
            """.formatted(MEDIAN);
    private static final String BY_MONTH = ASKED + """
            select a.product, live.month, live.producers, live.median
              from asked a
             cross join lateral (select month, count(*), %s from producer_yield_month
                                  where product = a.product and month >= :since group by month) live(month, producers, median)
             where not a.many
            union all
            select n.product, n.month, n.producers, n.median
              from asked a join network_yield_month n on n.product = a.product
             where a.many and n.month >= :since
            """.formatted(MEDIAN);

    private final Jdbi jdbi;

    NetworkMedians(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    record Row(
            String product,
            long producers,
            @Nullable Double median,
            @Nullable Instant asOf) {}

    record MonthRow(
            String product,
            LocalDate month,
            long producers,
            @Nullable Double median) {}

    /** A month of a product. */
    public record ProductMonth(String product, LocalDate month) {}

    /** @param asOf when it was computed */
    public record Median(BigDecimal value, Instant asOf) {}

    /** By product, over all time; for a producer that has been inspected itself, so that the others are one fewer. */
    public Map<String, Median> overAllTime(Collection<String> products, Instant now) {
        Map<String, Median> medians = new HashMap<>();
        jdbi.withHandle(handle -> handle.createQuery(OVER_ALL_TIME)
                        .bindArray("products", String.class, products)
                        .mapTo(Row.class)
                        .list())
                .forEach(row -> shown(row.producers(), row.median())
                        .ifPresent(median ->
                                medians.put(row.product(), new Median(median, row.asOf() == null ? now : row.asOf()))));
        return medians;
    }

    /**
     * Month by month; for months in which the asking producer was inspected itself.
     *
     * @param since first day of a month
     */
    public Map<ProductMonth, BigDecimal> byMonth(Collection<String> products, LocalDate since) {
        Map<ProductMonth, BigDecimal> medians = new HashMap<>();
        jdbi.withHandle(handle -> handle.createQuery(BY_MONTH)
                        .bindArray("products", String.class, products)
                        .bind("since", since)
                        .mapTo(MonthRow.class)
                        .list())
                .forEach(row -> shown(row.producers(), row.median())
                        .ifPresent(median -> medians.put(new ProductMonth(row.product(), row.month()), median)));
        return medians;
    }

    private static Optional<BigDecimal> shown(long producers, @Nullable Double median) {
        return median != null && producers > MIN_OTHER_PRODUCERS
                ? Optional.of(FirstPassYield.of(median))
                : Optional.empty();
    }
}
