package coop.parasol.persistence;

import java.sql.SQLException;
import java.util.Objects;
import java.util.stream.Stream;

/** SQLSTATEs (PostgreSQL manual, appendix A) of what has gone wrong. */
public final class SqlStates {

    private static final int MAX_CAUSES = 50;

    private SqlStates() {}

    /** Those of a failure and its causes that come from the database, the outermost first; {@code ""} for one without a state. */
    public static Stream<String> of(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(MAX_CAUSES)
                .filter(SQLException.class::isInstance)
                .map(cause -> Objects.requireNonNullElse(((SQLException) cause).getSQLState(), ""));
    }
}
