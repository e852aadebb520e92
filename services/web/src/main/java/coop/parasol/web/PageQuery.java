package coop.parasol.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** {@code ?after=<cursor>&limit=50}: where a page begins and how long it is. Use as {@code @BeanParam @Valid}. */
public class PageQuery {

    private static final UUID LOWEST = new UUID(0, 0);
    private static final UUID HIGHEST = new UUID(-1, -1);

    @QueryParam("after")
    @Parameter(description = "the cursor `next` of the page before")
    public @Nullable String after;

    @QueryParam("limit")
    @DefaultValue("50")
    @Min(1) @Max(200) public int limit;

    /** The cursor where it is an id; 422 {@code malformed-cursor} if it is none. */
    private Optional<UUID> afterId() {
        try {
            return Optional.ofNullable(after).map(UUID::fromString);
        } catch (IllegalArgumentException e) {
            throw malformed();
        }
    }

    /** The cursor where it is a number; 422 {@code malformed-cursor} if it is none. */
    private Optional<Long> afterNumber() {
        try {
            return Optional.ofNullable(after).map(Long::valueOf);
        } catch (NumberFormatException e) {
            throw malformed();
        }
    }

    /** A page in ascending order of ids, the first without a cursor. */
    public <T> Page<T> byId(IdReader<T> read, Function<T, UUID> id) {
        UUID begin = afterId().orElse(LOWEST);
        return Page.of(read.rows(begin, limit + 1), limit, row -> id.apply(row).toString());
    }

    /** A page in descending order of ids, which is newest first: ids are UUIDs of version 7. */
    public <T> Page<T> newestFirst(IdReader<T> read, Function<T, UUID> id) {
        UUID begin = afterId().orElse(HIGHEST);
        return Page.of(read.rows(begin, limit + 1), limit, row -> id.apply(row).toString());
    }

    /** A page in ascending order of a text, such as a product number. */
    public <T> Page<T> byText(TextReader<T> read, Function<T, String> text) {
        return Page.of(read.rows(after == null ? "" : after, limit + 1), limit, text);
    }

    /** A page in ascending order of a number from 1 on. */
    public <T> Page<T> byNumber(NumberReader<T> read, ToLongFunction<T> number) {
        return Page.of(
                read.rows(afterNumber().orElse(0L), limit + 1), limit, row -> Long.toString(number.applyAsLong(row)));
    }

    /** A page in descending order of a number: the highest first. */
    public <T> Page<T> highestFirst(NumberReader<T> read, ToLongFunction<T> number) {
        return Page.of(
                read.rows(afterNumber().orElse(Long.MAX_VALUE), limit + 1),
                limit,
                row -> Long.toString(number.applyAsLong(row)));
    }

    /** A page in an order of its own, whose cursor the reader parses; see {@link #malformed()}. */
    public <T> Page<T> byCursor(CursorReader<T> read, Function<T, String> cursor) {
        return Page.of(read.rows(after, limit + 1), limit, cursor);
    }

    /** Reads up to so many rows after a cursor, which is null for the first page. */
    @FunctionalInterface
    public interface CursorReader<T> {
        List<T> rows(@Nullable String after, int maxRows);
    }

    /** Reads up to so many rows after an id, in the order of the page; in descending order those before it. */
    @FunctionalInterface
    public interface IdReader<T> {
        List<T> rows(UUID after, int maxRows);
    }

    /** Reads up to so many rows after a text. */
    @FunctionalInterface
    public interface TextReader<T> {
        List<T> rows(String after, int maxRows);
    }

    /** Reads up to so many rows after a number, in the order of the page; in descending order those before it. */
    @FunctionalInterface
    public interface NumberReader<T> {
        List<T> rows(long after, int maxRows);
    }

    /** 422 {@code malformed-cursor}: the cursor is none that a page has given. */
    public static Problem malformed() {
        return Problem.invalid("after", "malformed-cursor", "Take the cursor `next` of the page before.");
    }
}
