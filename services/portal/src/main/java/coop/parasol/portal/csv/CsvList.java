package coop.parasol.portal.csv;

import coop.parasol.portal.client.Listed;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A list that can be downloaded. It is the call that the list's page makes, with the person's token, so that nobody finds another's
 * rows in it.
 *
 * @param path of the list's page, without the slash at its beginning; below {@code <path>.csv} the table is. A part in braces stands
 *     for any text without a slash, which is a filter of that name: {@code treasury/members/{memberId}}
 * @param row a record, whose components are the columns ({@link CsvColumns}), called as the reader's language does ({@link ColumnWords})
 */
public record CsvList<T extends Record>(String path, Class<T> row, Source<T> source) {

    /** As many rows of a list as a service answers at once. */
    public static final int PAGE = 200;

    /** Asks the service for a page of the list. */
    public interface Source<T> {

        /**
         * At most {@link #PAGE} rows.
         *
         * @param after the cursor of the page; null for the first
         */
        Listed<T> page(Filter filter, @Nullable String after);
    }

    /** The parts of an address that stand in the path in braces, by their names; null if the address is not that of this list. */
    @Nullable Map<String, String> parts(String address) {
        return parts(path, address);
    }

    static @Nullable Map<String, String> parts(String path, String address) {
        String[] wanted = path.split("/", -1);
        String[] given = address.split("/", -1);
        if (wanted.length != given.length) {
            return null;
        }
        Map<String, String> parts = new HashMap<>();
        for (int i = 0; i < wanted.length; i++) {
            if (wanted[i].startsWith("{") && !given[i].isEmpty()) {
                parts.put(wanted[i].substring(1, wanted[i].length() - 1), given[i]);
            } else if (!wanted[i].equals(given[i])) {
                return null;
            }
        }
        return parts;
    }

    /** The filters of the page, as they stand in its address. */
    public record Filter(MultivaluedMap<String, String> parameters) {

        /** What is asked for; null where nothing is. */
        public @Nullable String text(String name) {
            String value = parameters.getFirst(name);
            return value == null || value.isBlank() ? null : value.strip();
        }

        /**
         * An id that stands in the path.
         *
         * @throws NotFoundException if it is none
         */
        public UUID id(String name) {
            try {
                return UUID.fromString(path(name));
            } catch (IllegalArgumentException e) {
                throw new NotFoundException(e);
            }
        }

        /** What stands in the path. */
        public String path(String name) {
            return Objects.requireNonNull(text(name), name);
        }

        /** {@code true} if that is asked for, else null, so that it is left out. */
        public @Nullable Boolean onlyIfTrue(String name) {
            return "true".equals(text(name)) ? Boolean.TRUE : null;
        }
    }
}
