package coop.parasol.quality.producer;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.hibernate.Session;

/**
 * Notes now and then what is usual among many producers of a product, so that nobody who asks has to go through them all,
 * and no decision about a batch waits for a figure that all of them share. A month that is over is reckoned once.
 */
@ApplicationScoped
class ReckonMedians {

    /** What another instance has just reckoned is left alone. */
    private static final Duration JUST_NOW = Duration.ofMinutes(1);

    private static final String DUE = """
            select p.product from (select code from product) p(product) where %s
            and not exists (select from network_product n where n.product = p.product and n.as_of > ?1) order by p.product
            """.formatted(Network.CROWDED);
    private static final String OVER_ALL_TIME = """
            insert into network_product (product, producers, median, as_of)
            select ?1, count(*), %s, ?2 from line where product = ?1 and inspected > 0 having count(*) > 0
            on conflict (product) do update
            set producers = excluded.producers, median = excluded.median, as_of = excluded.as_of
            """.formatted(Network.MEDIAN);
    private static final String BY_MONTH = """
            insert into network_month (product, month, producers, median, is_final)
            select ?1, m.month, its.producers, its.median, m.month <= ?4
            from (select cast(month as date)
                  from generate_series(cast(?2 as timestamp), cast(?3 as timestamp), '1 month') month) m(month)
            cross join lateral (
                select count(*), %s from quality_month q where q.product = ?1 and q.month = m.month) its(producers, median)
            where not exists (select from network_month n where n.product = ?1 and n.month = m.month and n.is_final)
            on conflict (product, month) do update
            set producers = excluded.producers, median = excluded.median, is_final = excluded.is_final
            """.formatted(Network.MEDIAN);

    private final Session database;
    private final Clock clock;

    ReckonMedians(Session database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Scheduled(every = "{parasol.network.check}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void reckon() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        QuarkusTransaction.requiringNew()
                .call(() -> due(now))
                .forEach(product -> QuarkusTransaction.requiringNew().run(() -> reckon(product, now)));
    }

    private List<String> due(Instant now) {
        return database.createNativeQuery(DUE, String.class)
                .setParameter(1, now.minus(JUST_NOW))
                .getResultList();
    }

    private void reckon(String product, Instant now) {
        LocalDate today = now.atOffset(ZoneOffset.UTC).toLocalDate();
        LocalDate thisMonth = today.withDayOfMonth(1);
        // on its first day, what was decided at the end of the month before may not be committed yet
        LocalDate lastOver = today.minusDays(1).withDayOfMonth(1).minusMonths(1);
        database.createNativeMutationQuery(OVER_ALL_TIME)
                .setParameter(1, product)
                .setParameter(2, now)
                .executeUpdate();
        database.createNativeMutationQuery(BY_MONTH)
                .setParameter(1, product)
                .setParameter(2, ProducerResource.firstMonth(today))
                .setParameter(3, thisMonth)
                .setParameter(4, lastOver)
                .executeUpdate();
    }
}
