package coop.parasol.portal.csv;

import coop.parasol.portal.client.Listed;
import jakarta.ws.rs.core.MultivaluedMap;
import org.jspecify.annotations.Nullable;

/**
 * A list that can be downloaded. It is the call that the list's page makes, with the person's token, so that nobody finds another's
 * rows in it.
 *
 * @param path of the list's page, without the slash at its beginning; below {@code <path>.csv} the table is
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

    /** The filters of the page, as they stand in its address. */
    public record Filter(MultivaluedMap<String, String> parameters) {

        /** What is asked for; null where nothing is. */
        public @Nullable String text(String name) {
            String value = parameters.getFirst(name);
            return value == null || value.isBlank() ? null : value.strip();
        }

        /** {@code true} if that is asked for, else null, so that it is left out. */
        public @Nullable Boolean onlyIfTrue(String name) {
            return "true".equals(text(name)) ? Boolean.TRUE : null;
        }
    }
}
