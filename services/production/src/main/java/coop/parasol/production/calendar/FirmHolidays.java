package coop.parasol.production.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/** Days on which nobody of the firm works, in the firm's zone. */
@ApplicationScoped
public class FirmHolidays {

    private final Jdbi jdbi;

    FirmHolidays(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** A day, and why it is a holiday. */
    record Holiday(LocalDate day, String name) {}

    /** Those from one day to another, both included. */
    public Set<LocalDate> between(LocalDate first, LocalDate last) {
        return jdbi.withHandle(handle -> handle
                .createQuery("select day from firm_holiday where day between :first and :last")
                .bind("first", first)
                .bind("last", last)
                .mapTo(LocalDate.class)
                .stream()
                .collect(Collectors.toSet()));
    }

    /** In their order, behind one day. */
    List<Holiday> page(LocalDate after, int maxRows) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select day, name from firm_holiday where day > :after order by day limit :maxRows")
                .bind("after", after)
                .bind("maxRows", maxRows)
                .mapTo(Holiday.class)
                .list());
    }

    void set(Holiday holiday, String by) {
        jdbi.useHandle(handle -> handle.createUpdate("""
            insert into firm_holiday (day, name, set_by) values (:day, :name, :by)
            on conflict (day) do update set name = excluded.name, set_by = excluded.set_by
            """)
                .bind("day", holiday.day())
                .bind("name", holiday.name())
                .bind("by", by)
                .execute());
    }

    /** @return whether it was one */
    boolean remove(LocalDate day) {
        return jdbi.withHandle(handle -> handle.createUpdate("delete from firm_holiday where day = :day")
                        .bind("day", day)
                        .execute())
                > 0;
    }
}
