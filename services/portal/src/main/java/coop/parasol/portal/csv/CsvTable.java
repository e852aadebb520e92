package coop.parasol.portal.csv;

import coop.parasol.csv.CsvWriter;
import coop.parasol.portal.client.Listed;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Writes a list as a table, page after page. */
final class CsvTable {

    /** So many rows a table has at most; a list that is longer is to be filtered. */
    static final int MAX_ROWS = 10_000;

    private final ZoneId zone;
    private final ColumnWords words;
    private final String cut;

    /**
     * @param zone in which times are written
     * @param words what columns are called
     * @param cut what stands below a table that does not hold the whole list
     */
    CsvTable(ZoneId zone, ColumnWords words, String cut) {
        this.zone = zone;
        this.words = words;
        this.cut = cut;
    }

    /** The whole list as it is filtered, its columns' names first. */
    <T extends Record> String of(CsvList<T> list, CsvList.Filter filter) {
        CsvColumns columns = CsvColumns.of(list.row(), zone);
        StringBuilder text = new StringBuilder();
        CsvWriter csv = new CsvWriter(text);
        csv.row(columns.names(words));
        String after = null;
        int rows = 0;
        do {
            Listed<T> page = list.source().page(filter, after);
            for (T row : page.items()) {
                csv.row(columns.values(row));
            }
            rows += page.items().size();
            after = page.next();
        } while (after != null && rows < MAX_ROWS);
        if (after != null) {
            csv.row((@Nullable Object) cut);
        }
        return text.toString();
    }
}
