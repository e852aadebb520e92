package coop.parasol.distribution;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * Statements of several features in one round trip to PostgreSQL, where round trips are what an order costs (ADR 0017):
 * {@code with reserved_credit as (update ...), inserted_order as (insert ...) select ...}. Every part is written by the
 * feature that owns its tables. Parts do not see each other's changes, only the rows that they return (PostgreSQL manual,
 * 7.8.4); foreign keys are checked when the statement ends.
 */
public final class CombinedStatement {

    private final List<Part> parts;

    private CombinedStatement(List<Part> parts) {
        this.parts = parts;
    }

    /**
     * A common table expression.
     *
     * @param name what later parts and the final query call it
     * @param sql a select, insert, update or delete; named parameters are shared by all parts of a statement, so that
     *     their names differ from part to part
     * @param parameters binds them
     */
    public record Part(String name, String sql, Consumer<SqlStatement<?>> parameters) {}

    public static CombinedStatement of(List<Part> parts) {
        return new CombinedStatement(List.copyOf(parts));
    }

    /** The same with more parts behind. */
    public CombinedStatement and(List<Part> more) {
        return of(Stream.concat(parts.stream(), more.stream()).toList());
    }

    /** A query over what the parts return. */
    public Query query(Handle handle, String finalQuery) {
        String with = parts.stream()
                .map(part -> part.name() + " as (" + part.sql() + ")")
                .collect(Collectors.joining(", ", "with ", " "));
        Query query = handle.createQuery(with + finalQuery);
        parts.forEach(part -> part.parameters().accept(query));
        return query;
    }

    /** Does what the parts change. */
    public void execute(Handle handle) {
        query(handle, "select 1").mapTo(Integer.class).one();
    }
}
