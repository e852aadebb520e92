package coop.parasol.production.counting;

import coop.parasol.contracts.Period;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** What has counted of producers' commitments for weeks that are frozen. */
@ApplicationScoped
public class CountedWeeks {

    private final Jdbi jdbi;

    CountedWeeks(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** What counts for a producer, less what it has handed over and with what it has received; in the unit of the product. */
    public record Counted(UUID memberId, String product, String grade, Period period, String unit, BigDecimal counts) {}

    /**
     * What counts for producers in the weeks from one to another, the newest week first.
     *
     * @param products of which; empty for all
     */
    public List<Counted> of(Collection<UUID> memberIds, Collection<String> products, Period from, Period until) {
        return jdbi.withHandle(handle -> handle.createQuery("""
            select c.member_id, c.product, c.grade, c.period, w.unit, c.counts - c.handed_over + c.received as counts
              from counted_commitment c join frozen_week w using (product, grade, period)
             where c.member_id = any(:members) and c.period between :from and :until
               and (:anyProduct or c.product = any(:products))
               and c.counts - c.handed_over + c.received > 0
             order by c.period desc, c.product, c.grade, c.member_id
            """)
                .bindArray("members", UUID.class, memberIds)
                .bind("anyProduct", products.isEmpty())
                .bindArray("products", String.class, products)
                .bind("from", from)
                .bind("until", until)
                .mapTo(Counted.class)
                .list());
    }
}
