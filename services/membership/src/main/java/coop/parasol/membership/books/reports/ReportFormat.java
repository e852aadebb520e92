package coop.parasol.membership.books.reports;

import coop.parasol.contracts.Money;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.util.function.Supplier;

/** In which format a report is sent: JSON, unless the caller's {@code Accept} prefers a CSV table. */
final class ReportFormat {

    static final String CSV = "text/csv";

    /** For plain-text accounting. */
    static final String TEXT = "text/plain";

    private ReportFormat() {}

    /** The report as JSON, or as the table. */
    static Response jsonOrCsv(HttpHeaders headers, Object report, Supplier<String> table) {
        return prefersCsv(headers)
                ? Response.ok(table.get(), CSV + ";charset=UTF-8").build()
                : Response.ok(report, MediaType.APPLICATION_JSON_TYPE).build();
    }

    /** An amount as a cell of a table: in whole units of the currency, with its sign and no currency. */
    static BigDecimal number(Money money) {
        return new BigDecimal(money.amount());
    }

    private static boolean prefersCsv(HttpHeaders headers) {
        MediaType csv = MediaType.valueOf(CSV);
        for (MediaType accepted : headers.getAcceptableMediaTypes()) {
            if (accepted.isCompatible(MediaType.APPLICATION_JSON_TYPE)) {
                return false;
            }
            if (accepted.isCompatible(csv)) {
                return true;
            }
        }
        return false;
    }
}
