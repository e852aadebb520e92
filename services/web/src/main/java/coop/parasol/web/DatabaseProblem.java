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

/** The problem document for a failure of the database, by its SQLSTATE (PostgreSQL, appendix A). */
final class DatabaseProblem {

    static final String UNAVAILABLE = "database-unavailable";

    private static final String INTEGRITY_CONSTRAINT_VIOLATION = "23";
    private static final String DATA_EXCEPTION = "22";
    private static final String TRANSACTION_ROLLBACK = "40";
    /**
     * Connection lost; too many connections or no space; shutdown; rolled back for another transaction; lock not available; and a state
     * of our own: what a statement was decided on has changed since (ADR 0048).
     */
    private static final List<String> TRANSIENT = List.of("08", "53", "57P", TRANSACTION_ROLLBACK, "55P03", "PA001");
    /** Agroal's message when all connections are in use; it has no SQLSTATE. */
    private static final String NO_CONNECTION_FREE = "acquisition timeout";

    private static final int UNAVAILABLE_STATUS = 503;
    private static final int MAX_CAUSES = 100;
    private static final Pattern CONSTRAINT = Pattern.compile("constraint \"(\\w+)\"");

    private DatabaseProblem() {}

    /** Empty if the failure is a bug, such as a statement with a wrong column. */
    static Optional<Problem> of(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        if (state.startsWith(INTEGRITY_CONSTRAINT_VIOLATION)) {
            return Optional.of(constraintViolation(failure));
        }
        if (state.startsWith(DATA_EXCEPTION)) {
            return Optional.of(Problem.of(
                    422,
                    "value-out-of-range",
                    "A value is larger or smaller than what can be kept; nothing was stored."));
        }
        boolean isTransient = TRANSIENT.stream().anyMatch(state::startsWith)
                || failure instanceof SQLTransientConnectionException
                || failure instanceof SQLNonTransientConnectionException
                || String.valueOf(failure.getMessage()).contains(NO_CONNECTION_FREE);
        return isTransient ? Optional.of(unavailable()) : Optional.empty();
    }

    /** Whether the database has undone a transaction for the sake of another (class 40), so that it can be done again at once. */
    static boolean isRolledBackForAnother(Throwable failure) {
        return firstOfCauses(
                        failure,
                        cause -> cause instanceof SQLException sql
                                        && String.valueOf(sql.getSQLState()).startsWith(TRANSACTION_ROLLBACK)
                                ? Optional.of(sql)
                                : Optional.empty())
                .isPresent();
    }

    /** Classifies a failure, then its causes and suppressed exceptions, until one gives a result. */
    static <T> Optional<T> firstOfCauses(Throwable failure, Function<Throwable, Optional<T>> classify) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Throwable> open = new ArrayDeque<>(List.of(failure));
        while (!open.isEmpty() && seen.size() < MAX_CAUSES) {
            Throwable next = open.removeFirst();
            if (!seen.add(next)) {
                continue;
            }
            Optional<T> found = classify.apply(next);
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

    /** Does not say that nothing was stored: if the connection is lost during a commit, that is not known here. */
    private static Problem unavailable() {
        return Problem.of(
                UNAVAILABLE_STATUS,
                UNAVAILABLE,
                "The database cannot answer at the moment, and whether this was stored is not certain. Ask again with"
                        + " the same Idempotency-Key: it is done once.");
    }

    /** An invariant that only a constraint could check in time, such as two concurrent calls for one lot number. */
    private static Problem constraintViolation(SQLException failure) {
        Matcher matcher = CONSTRAINT.matcher(String.valueOf(failure.getMessage()));
        String constraint = matcher.find() ? matcher.group(1).replace('_', ' ') : "a constraint";
        return Problem.refused("conflict", "It contradicts what is already on record (" + constraint + ").");
    }
}
