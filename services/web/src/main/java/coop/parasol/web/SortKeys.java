package coop.parasol.web;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * By which fields a list can be ordered, and how its rows are found in that order: rows that are alike in the field follow one
 * another by their ids, so that no page leaves one out or shows one twice. Columns are the program's own; what a caller sends
 * chooses one of them.
 */
public final class SortKeys<T> {

    private static final char SEPARATOR = '~';
    private static final UUID LOWEST = new UUID(0, 0);
    private static final UUID HIGHEST = new UUID(-1, -1);

    private final String idColumn;
    private final Function<T, UUID> id;
    private final boolean newestFirst;
    private final Map<String, Key<T>> keys = new LinkedHashMap<>();

    /** @param parsed reads a value that a cursor has */
    private record Key<T>(String column, Function<T, ?> value, Function<String, ?> parsed) {}

    private SortKeys(String idColumn, Function<T, UUID> id, boolean newestFirst) {
        this.idColumn = idColumn;
        this.id = id;
        this.newestFirst = newestFirst;
    }

    /**
     * A list that is in ascending order of ids, which is that of time, where the caller asks for nothing else.
     *
     * @param idColumn column or attribute with the id, which is a UUID of version 7
     */
    public static <T> SortKeys<T> oldestFirst(String idColumn, Function<T, UUID> id) {
        return new SortKeys<>(idColumn, id, false);
    }

    /** A list that is in descending order of ids where the caller asks for nothing else. */
    public static <T> SortKeys<T> newestFirst(String idColumn, Function<T, UUID> id) {
        return new SortKeys<>(idColumn, id, true);
    }

    /** Lets callers order by when the rows came to be, under the name of the field that says it. */
    public SortKeys<T> byTime(String name) {
        keys.put(name, new Key<>(idColumn, id, UUID::fromString));
        return this;
    }

    /** Lets callers order by a text that every row has. */
    public SortKeys<T> byText(String name, String column, Function<T, String> value) {
        keys.put(name, new Key<>(column, value, text -> text));
        return this;
    }

    /** Lets callers order by a day that every row has. */
    public SortKeys<T> byDay(String name, String column, Function<T, LocalDate> value) {
        keys.put(name, new Key<>(column, value, LocalDate::parse));
        return this;
    }

    /** Lets callers order by a time that every row has, to the database's microsecond. */
    public SortKeys<T> byInstant(String name, String column, Function<T, Instant> value) {
        keys.put(name, new Key<>(column, value, Instant::parse));
        return this;
    }

    /** Lets callers order by a whole number that every row has, such as an amount in minor units. */
    public SortKeys<T> byNumber(String name, String column, Function<T, Long> value) {
        keys.put(name, new Key<>(column, value, Long::valueOf));
        return this;
    }

    /** Reads up to so many rows from a place on, in its order. */
    @FunctionalInterface
    public interface Reader<T> {
        List<T> rows(SortPlace place, int maxRows);
    }

    /** A page in the order that the caller asks for; 422 {@code unknown-sort} where the list has no such order. */
    public Page<T> page(PageQuery query, SortQuery sort, Reader<T> read) {
        String chosen = sort.sort;
        if (chosen == null) {
            return byId(query, newestFirst, read);
        }
        boolean descending = chosen.startsWith("-");
        Key<T> key = key(descending ? chosen.substring(1) : chosen);
        return key.column().equals(idColumn)
                ? byId(query, descending, read)
                : query.byCursor(
                        (after, maxRows) -> read.rows(place(key, chosen, descending, after), maxRows),
                        row -> cursor(chosen, id.apply(row), key.value().apply(row)));
    }

    private Page<T> byId(PageQuery query, boolean descending, Reader<T> read) {
        PageQuery.IdReader<T> byId =
                (after, maxRows) -> read.rows(new SortPlace(idColumn, idColumn, descending, null, after), maxRows);
        return descending ? query.newestFirst(byId, id) : query.byId(byId, id);
    }

    private Key<T> key(String name) {
        Key<T> key = keys.get(name);
        if (key == null) {
            throw Problem.invalid(
                    "sort",
                    "unknown-sort",
                    "The list can be ordered by " + String.join(", ", keys.keySet()) + ", or by -"
                            + keys.keySet().iterator().next() + " and so on the other way round.");
        }
        return key;
    }

    private static String cursor(String chosen, UUID id, Object value) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((chosen + SEPARATOR + id + SEPARATOR + value).getBytes(StandardCharsets.UTF_8));
    }

    private SortPlace place(Key<T> key, String chosen, boolean descending, @Nullable String cursor) {
        if (cursor == null) {
            return new SortPlace(key.column(), idColumn, descending, null, descending ? HIGHEST : LOWEST);
        }
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8)
                    .split(String.valueOf(SEPARATOR), 3);
            if (parts.length < 3 || !parts[0].equals(chosen)) {
                throw PageQuery.malformed();
            }
            return new SortPlace(
                    key.column(), idColumn, descending, key.parsed().apply(parts[2]), UUID.fromString(parts[1]));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw PageQuery.malformed();
        }
    }
}
