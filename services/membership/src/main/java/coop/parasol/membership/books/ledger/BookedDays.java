package coop.parasol.membership.books.ledger;

import java.time.LocalDate;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/**
 * The days for which entries are booked, both counted.
 *
 * @param from null for no first day
 * @param to null for no last day
 */
public record BookedDays(@Nullable LocalDate from, @Nullable LocalDate to) {

    public static final BookedDays ALL = new BookedDays(null, null);

    /** An SQL condition on a column that is a day, with {@code and} before it; nothing where all days are wanted. */
    String condition(String column) {
        return (from == null ? "" : " and " + column + " >= :from") + (to == null ? "" : " and " + column + " <= :to");
    }

    Query bind(Query query) {
        if (from != null) {
            query.bind("from", from);
        }
        if (to != null) {
            query.bind("to", to);
        }
        return query;
    }
}
