package coop.parasol.web;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a failure of the database means to the caller, by its SQLSTATE (PostgreSQL's appendix A). */
final class DatabaseProblem {

    static final String UNAVAILABLE = "database-unavailable";

    private static final String CONSTRAINT_BROKEN = "23";
    private static final String DATA_EXCEPTION = "22";
    /** connection lost; too many connections or no space; shut down; rolled back for another; lock not to be had */
    private static final List<String> PASSING = List.of("08", "53", "57P", "40", "55P03");
    /** Agroal's own words, when all connections are in use; it gives no SQLSTATE. */
    private static final String NO_CONNECTION_FREE = "acquisition timeout";

    private static final int UNAVAILABLE_STATUS = 503;
    private static final int MOST_CAUSES = 100;
    private static final Pattern CONSTRAINT = Pattern.compile("constraint \"(\\w+)\"");

    private DatabaseProblem() {}

    /** Empty if the failure is not the database's, or one of ours. */
    static Optional<Problem> of(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        if (state.startsWith(CONSTRAINT_BROKEN)) {
            return Optional.of(contradiction(failure));
        }
        if (state.startsWith(DATA_EXCEPTION)) {
            return Optional.of(Problem.of(
                    422,
                    "value-out-of-range",
                    "A value is larger or smaller than what can be kept; nothing was stored."));
        }
        boolean passing = PASSING.stream().anyMatch(state::startsWith)
                || failure instanceof SQLTransientConnectionException
                || failure instanceof SQLNonTransientConnectionException
                || String.valueOf(failure.getMessage()).contains(NO_CONNECTION_FREE);
        return passing ? Optional.of(unavailable()) : Optional.empty();
    }

    /** Looks at a failure, at what has caused it and at what else went wrong meanwhile; the first that says something counts. */
    static <T> Optional<T> first(Throwable failure, Function<Throwable, Optional<T>> look) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Throwable> open = new ArrayDeque<>(List.of(failure));
        while (!open.isEmpty() && seen.size() < MOST_CAUSES) {
            Throwable next = open.removeFirst();
            if (!seen.add(next)) {
                continue;
            }
            Optional<T> found = look.apply(next);
            if (found.isPresent()) {
                return found;
            }
            if (next.getCause() != null) {
                open.addLast(next.getCause());
            }
            open.addAll(List.of(next.getSuppressed()));
        }
        return Optional.empty();
    }

    /** If the connection is lost while a transaction is committed, nobody knows here whether it was. */
    private static Problem unavailable() {
        return Problem.of(
                UNAVAILABLE_STATUS,
                UNAVAILABLE,
                "The database cannot answer at the moment, and whether this was stored is not certain. Ask again with the"
                        + " same Idempotency-Key: it is done once.");
    }

    /** An invariant that only the database could see in time, such as two calls that raced for one lot number. */
    private static Problem contradiction(SQLException failure) {
        Matcher matcher = CONSTRAINT.matcher(String.valueOf(failure.getMessage()));
        String constraint = matcher.find() ? matcher.group(1).replace('_', ' ') : "a constraint";
        return Problem.refused("conflict", "It contradicts what is already on record (" + constraint + ").");
    }
}
