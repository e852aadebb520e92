package coop.parasol.pdf;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FSFontUseCase;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Renders an XHTML page as PDF. Nothing is fetched from a network, and every font is embedded: Latin, Greek and Cyrillic in
 * DejaVu Sans, the scripts of India in Noto Sans, Chinese, Japanese and Korean in Droid Sans Fallback. A character that no
 * font has is printed as {@code #}. Latin letters are never joined to ligatures; those of the scripts of India are joined to
 * syllables, and each word says what it is, so that what is copied from the file is what was written.
 */
public final class Pdf {

    /** The font family to name in a page's style. */
    public static final String FONT = "DejaVu Sans";

    private static final String EAST_ASIAN = "Droid Sans Fallback";

    private static final int REGULAR = 400;
    private static final int BOLD = 700;

    /** Where a font file says how many tables it has, where their directory begins, and how long an entry is (OpenType). */
    private static final int NUMBER_OF_TABLES = 4;

    private static final int TABLE_DIRECTORY = 12;
    private static final int TABLE_ENTRY_BYTES = 16;
    /** The tag "GSUB", and one that no reader knows. */
    private static final int SUBSTITUTIONS = 0x47535542;

    private static final int NO_TABLE = 0x58585858;

    /**
     * Characters that XML 1.0 cannot hold, and those that are not seen but change what is: other control characters, marks of
     * no width and marks that change the direction of writing.
     */
    private static final Pattern NOT_PRINTED = Pattern.compile(
            "[^\\t\\n"
                    + "\\r"
                    + "\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]"
                    + "|[\\x{7F}-\\x{9F}\\x{200B}\\x{200E}\\x{200F}\\x{2028}-\\x{202E}\\x{2060}-\\x{2069}\\x{FEFF}\\x{FFF9}-\\x{FFFB}]");

    private Pdf() {}

    /**
     * The page as a PDF file.
     *
     * @param xhtml a page whose texts are escaped; a character that XML cannot hold or that nobody sees is printed as a space
     */
    public static byte[] of(String xhtml) {
        PdfRendererBuilder renderer = new PdfRendererBuilder()
                .useFont(() -> withoutSubstitutions("DejaVuSans"), FONT, REGULAR, FontStyle.NORMAL, true)
                .useFont(() -> withoutSubstitutions("DejaVuSans-Bold"), FONT, BOLD, FontStyle.NORMAL, true);
        for (String script : ShapedWords.SCRIPTS) {
            renderer.useFont(
                    () -> withoutSubstitutions("NotoSans" + script),
                    "Noto Sans " + script,
                    REGULAR,
                    FontStyle.NORMAL,
                    true,
                    Set.of(FSFontUseCase.FALLBACK_PRE));
        }
        renderer.useFont(
                () -> font("DroidSansFallbackFull"),
                EAST_ASIAN,
                REGULAR,
                FontStyle.NORMAL,
                true,
                Set.of(FSFontUseCase.FALLBACK_PRE));
        ShapedWords words = new ShapedWords();
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        try {
            renderer.withHtmlContent(words.fitted(NOT_PRINTED.matcher(xhtml).replaceAll(" ")), null)
                    .toStream(pdf)
                    .run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words.isEmpty() ? pdf.toByteArray() : ShapedText.in(pdf.toByteArray(), words);
    }

    /** The font without its table of substitutions (OpenType GSUB), by which f and i become one sign; the renderer would apply it. */
    private static InputStream withoutSubstitutions(String name) {
        try (InputStream file = font(name)) {
            byte[] font = file.readAllBytes();
            ByteBuffer directory = ByteBuffer.wrap(font);
            int tables = Short.toUnsignedInt(directory.getShort(NUMBER_OF_TABLES));
            for (int i = 0; i < tables; i++) {
                int entry = TABLE_DIRECTORY + i * TABLE_ENTRY_BYTES;
                if (directory.getInt(entry) == SUBSTITUTIONS) {
                    directory.putInt(entry, NO_TABLE);
                }
            }
            return new ByteArrayInputStream(font);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static InputStream font(String name) {
        return Objects.requireNonNull(Pdf.class.getResourceAsStream("/fonts/" + name + ".ttf"), name);
    }
}
