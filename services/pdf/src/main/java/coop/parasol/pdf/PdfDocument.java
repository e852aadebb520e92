package coop.parasol.pdf;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A document of headings, paragraphs and tables that becomes a PDF. Every text is escaped; nothing is fetched from anywhere. */
public final class PdfDocument {

    private static final String HEAD = """
            <html><head><style>
            @page { size: A4; margin: 20mm 18mm; @bottom-right { content: counter(page) " / " counter(pages); font-size: 8pt; } }
            body { font-family: 'DejaVu Sans'; font-size: 9pt; }
            h1 { font-size: 15pt; } h2 { font-size: 11pt; margin-top: 6mm; }
            table { width: 100%; border-collapse: collapse; -fs-table-paginate: paginate; margin-bottom: 4mm; }
            th, td { text-align: left; border-bottom: 0.3pt solid #888; padding: 1.2mm 1mm; vertical-align: top; }
            .n { text-align: right; white-space: nowrap; }
            </style></head><body>
            """;

    private final StringBuilder html = new StringBuilder(HEAD);

    /** The title, once. */
    public PdfDocument title(String text) {
        html.append("<h1>").append(escape(text)).append("</h1>");
        return this;
    }

    /** The heading of what follows. */
    public PdfDocument heading(String text) {
        html.append("<h2>").append(escape(text)).append("</h2>");
        return this;
    }

    /** A paragraph of words. */
    public PdfDocument paragraph(String text) {
        html.append("<p>").append(escape(text)).append("</p>");
        return this;
    }

    /**
     * A table.
     *
     * @param numbers how many of the last columns are numbers
     */
    public PdfDocument table(List<String> head, int numbers, List<? extends List<? extends @Nullable Object>> rows) {
        html.append("<table><thead>");
        row("th", numbers, head);
        html.append("</thead><tbody>");
        rows.forEach(row -> row("td", numbers, row));
        html.append("</tbody></table>");
        return this;
    }

    /** The PDF file. */
    public byte[] bytes() {
        return Pdf.of(html + "</body></html>");
    }

    private void row(String cell, int numbers, List<? extends @Nullable Object> values) {
        html.append("<tr>");
        for (int column = 0; column < values.size(); column++) {
            Object value = values.get(column);
            html.append('<')
                    .append(cell)
                    .append(column >= values.size() - numbers ? " class=\"n\">" : ">")
                    .append(value == null ? "" : escape(value.toString()))
                    .append("</")
                    .append(cell)
                    .append('>');
        }
        html.append("</tr>");
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
