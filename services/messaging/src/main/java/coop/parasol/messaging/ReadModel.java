package coop.parasol.messaging;

import coop.parasol.contracts.Event;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Tables, or columns of tables, that hold nothing but what other services have told: copies of others' facts, which can be made anew
 * from the topics ({@link Rebuild}). A bean that alone writes them; its methods that write return nothing, and nobody but handlers
 * of events calls them. They use JDBC without an object-relational mapper, write to no other table, and lock none.
 */
public interface ReadModel {

    /** What it is called in reports of a rebuild, such as {@code goods of members}. */
    String name();

    List<Copy> copies();

    /** What each type of event does to them, whatever order different aggregates and topics come in. */
    List<Projection<?>> projections();

    /**
     * A table that is a copy.
     *
     * @param columns that are a copy, beside the primary key; empty if the whole table is. The others have defaults, or are written
     *     by the projections too
     */
    record Copy(String table, Set<String> columns) {

        public static Copy of(String table) {
            return new Copy(table, Set.of());
        }
    }

    /**
     * What events of a type do.
     *
     * @param apply takes a set of them, those of each aggregate in their order
     */
    record Projection<E extends Event>(Class<E> event, Consumer<List<E>> apply) {}
}
