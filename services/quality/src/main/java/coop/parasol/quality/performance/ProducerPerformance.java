package coop.parasol.quality.performance;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** How a producer's own batches fare, from counters that decisions keep: what is read does not grow with its batches. */
@ApplicationScoped
public class ProducerPerformance {

    private static final String YIELDS = """
            select product, inspected, accepted_first, reworked, scrapped from producer_yield
             where member_id = :member and product = any(:products)
            """;
    private static final String MONTHS = """
            select product, month, inspected, accepted_first from producer_yield_month
             where member_id = :member and product = any(:products) and month >= :since order by product, month
            """;
    private static final String DEFECTS = """
            select product, defect, batches, found from (
                select d.*, row_number() over (partition by product order by batches desc, defect) as rank
                  from producer_defect d where member_id = :member and product = any(:products)) ranked
             where rank <= :maxDefects order by product, rank
            """;
    private static final int MAX_DEFECTS = 20;

    private final Jdbi jdbi;

    ProducerPerformance(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * What has become of a producer's batches of a product over all time.
     *
     * @param inspected batches whose original inspection is decided
     * @param acceptedFirst of these, accepted at once
     * @param scrapped rejected twice or given up
     */
    public record Counts(String product, long inspected, long acceptedFirst, long reworked, long scrapped) {

        public static Counts none(String product) {
            return new Counts(product, 0, 0, 0, 0);
        }
    }

    /** What was decided by original inspections in a calendar month, in UTC. */
    public record Month(String product, LocalDate month, long inspected, long acceptedFirst) {}

    /**
     * A cause of rejections.
     *
     * @param defect a characteristic, or a defect class where only counts were entered
     * @param batches rejected batches in which it was found
     * @param found units (or defects) in their samples
     */
    public record Defect(String product, String defect, long batches, long found) {}

    /** Of the products of which any batch has been decided. */
    public List<Counts> counts(UUID memberId, Collection<String> products) {
        return jdbi.withHandle(handle -> handle.createQuery(YIELDS)
                .bind("member", memberId)
                .bindArray("products", String.class, products)
                .mapTo(Counts.class)
                .list());
    }

    /**
     * The months in which something was inspected, the oldest first.
     *
     * @param since first day of a month
     */
    public List<Month> months(UUID memberId, Collection<String> products, LocalDate since) {
        return jdbi.withHandle(handle -> handle.createQuery(MONTHS)
                .bind("member", memberId)
                .bindArray("products", String.class, products)
                .bind("since", since)
                .mapTo(Month.class)
                .list());
    }

    /** Of each product the twenty most frequent, the most frequent first. */
    public List<Defect> defects(UUID memberId, Collection<String> products) {
        return jdbi.withHandle(handle -> handle.createQuery(DEFECTS)
                .bind("member", memberId)
                .bindArray("products", String.class, products)
                .bind("maxDefects", MAX_DEFECTS)
                .mapTo(Defect.class)
                .list());
    }
}
