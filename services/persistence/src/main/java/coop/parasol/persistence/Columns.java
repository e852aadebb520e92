package coop.parasol.persistence;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Columns of rows that a statement takes as arrays ({@code unnest}). */
public final class Columns {

    private Columns() {}

    /** What each row has in a column, in the order of the rows; there may be nulls among it. */
    public static <R, T> List<@Nullable T> of(Collection<R> rows, Function<R, @Nullable T> value) {
        List<@Nullable T> column = new ArrayList<>(rows.size());
        rows.forEach(row -> column.add(value.apply(row)));
        return column;
    }
}
