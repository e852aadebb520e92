package coop.parasol.membership.books.period;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Up to which day the books are closed: nothing is posted on that day or before it any more. */
@ApplicationScoped
public class ClosedPeriods {

    private final Jdbi jdbi;

    ClosedPeriods(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** @param limitedReturnRate basis points of the value of a share */
    public record ClosedPeriod(UUID id, LocalDate firstDay, LocalDate lastDay, int limitedReturnRate) {}

    /** Last day of the last closed period. */
    public Optional<LocalDate> closedUntil() {
        return jdbi.withHandle(
                handle -> handle.createQuery("select max(last_day) from financial_period where state = 'CLOSED'")
                        .mapTo(LocalDate.class)
                        .findOne());
    }

    /** The last closed period that ends on the day or before it. */
    public Optional<ClosedPeriod> lastEndingBy(LocalDate day) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select id, first_day, last_day, limited_return_rate from financial_period
                         where state = 'CLOSED' and last_day <= :day order by last_day desc limit 1
                        """)
                .bind("day", day)
                .mapTo(ClosedPeriod.class)
                .findOne());
    }

    /** Closed periods that end after the day, oldest first. */
    public List<ClosedPeriod> endingAfter(LocalDate day) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select id, first_day, last_day, limited_return_rate from financial_period
                         where state = 'CLOSED' and last_day > :day order by last_day
                        """)
                .bind("day", day)
                .mapTo(ClosedPeriod.class)
                .list());
    }

    /** Closed periods that end before the day and whose patronage capital is not revolved. */
    public List<UUID> notRevolvedBefore(LocalDate day) {
        return jdbi.withHandle(handle ->
                handle.createQuery("""
                        select id from financial_period where state = 'CLOSED' and revolved_at is null and last_day < :day
                        """).bind("day", day).mapTo(UUID.class).list());
    }
}
