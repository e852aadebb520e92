package coop.parasol.membership.books.statement;

import coop.parasol.pdf.PdfDocument;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Statements as files: what they answer with, and the cells of their tables. */
final class PdfAnswer {

    static final String TYPE = "application/pdf";

    private PdfAnswer() {}

    static Response attachment(PdfDocument pdf, String name) {
        return Response.ok(pdf.bytes())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + ".pdf\"")
                .build();
    }

    /** The cells of a row; null is an empty one. */
    static List<@Nullable Object> cells(@Nullable Object... values) {
        return Arrays.asList(values);
    }
}
