package coop.parasol.web;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list, made by {@link PageQuery}.
 *
 * @param next the cursor to ask for the next page with ({@code ?after=}), absent on the last page
 */
public record Page<T>(List<T> items, @Nullable String next) {

    /** Makes a page of up to {@code limit} items from a query that asked for one more than that. */
    static <T> Page<T> of(List<T> fetched, int limit, Function<T, String> cursor) {
        if (fetched.size() <= limit) {
            return new Page<>(List.copyOf(fetched), null);
        }
        List<T> items = List.copyOf(fetched.subList(0, limit));
        return new Page<>(items, cursor.apply(items.getLast()));
    }

    /** The same page with each item mapped. */
    public <R> Page<R> map(Function<? super T, ? extends R> shape) {
        return new Page<>(items.stream().<R>map(shape).toList(), next);
    }
}
