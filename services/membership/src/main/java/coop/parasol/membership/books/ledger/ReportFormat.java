package coop.parasol.membership.books.ledger;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.Supplier;

/** A report as the caller wants it: JSON unless it asks for a table or for plain-text accounting. */
public final class ReportFormat {

    public static final String CSV = "text/csv";
    public static final String TEXT = "text/plain";

    private ReportFormat() {}

    /** Whether the caller prefers the type to JSON. */
    public static boolean wants(HttpHeaders headers, String type) {
        MediaType wanted = MediaType.valueOf(type);
        for (MediaType accepted : headers.getAcceptableMediaTypes()) {
            if (accepted.isCompatible(MediaType.APPLICATION_JSON_TYPE)) {
                return false;
            }
            if (accepted.isCompatible(wanted)) {
                return true;
            }
        }
        return false;
    }

    /** The report as JSON, or as a table. */
    public static Response of(HttpHeaders headers, Object report, Supplier<List<List<Object>>> table) {
        return wants(headers, CSV)
                ? text(CSV, Csv.write(table.get()))
                : Response.ok(report, MediaType.APPLICATION_JSON_TYPE).build();
    }

    public static Response text(String type, String text) {
        return Response.ok(text, type + ";charset=UTF-8").build();
    }
}
