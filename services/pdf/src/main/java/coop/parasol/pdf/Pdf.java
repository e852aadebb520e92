package coop.parasol.pdf;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FSFontUseCase;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * XHTML as PDF. Nothing is fetched from anywhere, and every font is embedded: Latin, Greek and Cyrillic in DejaVu Sans, the scripts of
 * India in Noto Sans; a sign of any other script is printed as {@code #}.
 */
public final class Pdf {

    /** To be named in a page's style. */
    public static final String FONT = "DejaVu Sans";

    /** Each is read only when a page has a sign that none before has. */
    private static final List<String> SCRIPTS = List.of(
            "Devanagari", "Bengali", "Tamil", "Telugu", "Gujarati", "Kannada", "Malayalam", "Gurmukhi", "Oriya");

    private static final int REGULAR = 400;
    private static final int BOLD = 700;

    /** A name may hold what XML cannot, such as a bell. */
    private static final Pattern NOT_XML =
            Pattern.compile("[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");

    private Pdf() {}

    /** @param xhtml a page of our own whose texts are escaped; what XML cannot hold becomes a space */
    public static byte[] of(String xhtml) {
        PdfRendererBuilder renderer = new PdfRendererBuilder()
                .useFont(() -> font("DejaVuSans"), FONT, REGULAR, FontStyle.NORMAL, true)
                .useFont(() -> font("DejaVuSans-Bold"), FONT, BOLD, FontStyle.NORMAL, true);
        for (String script : SCRIPTS) {
            renderer.useFont(
                    () -> font("NotoSans" + script),
                    "Noto Sans " + script,
                    REGULAR,
                    FontStyle.NORMAL,
                    true,
                    Set.of(FSFontUseCase.FALLBACK_PRE));
        }
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        try {
            renderer.withHtmlContent(NOT_XML.matcher(xhtml).replaceAll(" "), null)
                    .toStream(pdf)
                    .run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return pdf.toByteArray();
    }

    private static InputStream font(String name) {
        return Objects.requireNonNull(Pdf.class.getResourceAsStream("/fonts/" + name + ".ttf"), name);
    }
}
