package coop.parasol.quality.performance;

import coop.parasol.firm.FirmClock;
import coop.parasol.quality.standard.StandardRepository;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/**
 * Computes now and then the medians of products with many producers, so that nobody who asks has to go through them all,
 * and no decision about a batch waits for a figure that all of them share. A month that is over is computed once.
 */
@ApplicationScoped
class ComputeNetworkMedians {

    /** The median of a product is not computed again within this time, such as by another instance of the service. */
    private static final Duration MIN_AGE = Duration.ofMinutes(1);

    private static final String DUE = """
            select p.product from unnest(:products) p(product) where %s
            and not exists (select from network_yield n where n.product = p.product and n.as_of > :computedBefore)
            order by p.product
            """.formatted(NetworkMedians.HAS_MANY_PRODUCERS);
    private static final String OVER_ALL_TIME = """
            insert into network_yield (product, producers, median, as_of)
            select :product, count(*), %s, :now from producer_yield where product = :product and inspected > 0
            having count(*) > 0
            on conflict (product) do update
            set producers = excluded.producers, median = excluded.median, as_of = excluded.as_of
            """.formatted(NetworkMedians.MEDIAN);
    private static final String BY_MONTH = """
            insert into network_yield_month (product, month, producers, median, is_final)
            select :product, m.month, computed.producers, computed.median, m.month <= :lastFinal
              from (select cast(month as date)
                      from generate_series(cast(:first as timestamp), cast(:last as timestamp), '1 month') month) m(month)
             cross join lateral (select count(*), %s from producer_yield_month y
                                  where y.product = :product and y.month = m.month) computed(producers, median)
             where not exists (select from network_yield_month n
                                where n.product = :product and n.month = m.month and n.is_final)
            on conflict (product, month) do update
            set producers = excluded.producers, median = excluded.median, is_final = excluded.is_final
            """.formatted(NetworkMedians.MEDIAN);

    private final StandardRepository standards;
    private final Jdbi jdbi;
    private final FirmClock clock;

    ComputeNetworkMedians(StandardRepository standards, Jdbi jdbi, FirmClock clock) {
        this.standards = standards;
        this.jdbi = jdbi;
        this.clock = clock;
    }

    @Scheduled(every = "{parasol.network-medians.interval}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void compute() {
        Instant now = clock.now();
        QuarkusTransaction.requiringNew()
                .call(() -> due(now))
                .forEach(product -> QuarkusTransaction.requiringNew().run(() -> compute(product, now)));
    }

    private List<String> due(Instant now) {
        List<String> products = standards.products();
        return jdbi.withHandle(handle -> handle.createQuery(DUE)
                .bindArray("products", String.class, products)
                .bind("computedBefore", now.minus(MIN_AGE))
                .mapTo(String.class)
                .list());
    }

    private void compute(String product, Instant now) {
        LocalDate today = clock.day(now);
        // on the first day of a month, what was decided at the end of the month before may not be committed yet
        LocalDate lastFinal = today.minusDays(1).withDayOfMonth(1).minusMonths(1);
        jdbi.useHandle(handle -> {
            handle.createUpdate(OVER_ALL_TIME)
                    .bind("product", product)
                    .bind("now", now)
                    .execute();
            handle.createUpdate(BY_MONTH)
                    .bind("product", product)
                    .bind("first", FirstPassYield.firstMonth(today))
                    .bind("last", today.withDayOfMonth(1))
                    .bind("lastFinal", lastFinal)
                    .execute();
        });
    }
}
