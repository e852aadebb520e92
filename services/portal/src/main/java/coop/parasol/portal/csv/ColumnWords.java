package coop.parasol.portal.csv;

import coop.parasol.portal.page.Formats;
import coop.parasol.portal.page.Words;
import java.util.List;
import java.util.stream.Collectors;

/** What a column of a table is called: in the words of the reader, as a spreadsheet shows it. Programs ask the services. */
interface ColumnWords {

    /** What of a value a column has. */
    enum Part {
        /** all of it, or the number of an amount or a quantity */
        VALUE,
        CURRENCY,
        UNIT
    }

    /** @param path the names that services have for it, of a record within a row after that of the record */
    String of(List<String> path, Part part);

    /** In the language of whoever reads. */
    static ColumnWords ofReader() {
        CsvMessages words = Words.of(CsvMessages.class);
        return (path, part) -> {
            String name = path.stream().map(Formats::column).collect(Collectors.joining(": "));
            return switch (part) {
                case VALUE -> name;
                case CURRENCY -> words.currencyOf(name);
                case UNIT -> words.unitOf(name);
            };
        };
    }
}
