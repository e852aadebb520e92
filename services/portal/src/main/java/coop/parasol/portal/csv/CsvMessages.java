package coop.parasol.portal.csv;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of lists that are downloaded. */
@MessageBundle("csv")
interface CsvMessages {

    @Message("Download this list for a spreadsheet (CSV)")
    String download();

    @Message("{column} (currency)")
    String currencyOf(String column);

    @Message("{column} (unit)")
    String unitOf(String column);

    @Message("The list goes on: only the first {rows} rows are here. Filter it for the others.")
    String cut(String rows);
}
