package coop.parasol.quality.attachment.rules;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * PDF (ISO 32000): its header at the first byte, its end mark at the last. One that openly starts something when it is
 * opened is refused; a hidden script could not be seen without running half a reader on it, and is harmless as long as the
 * file is only kept and given back.
 */
final class PdfFormat {

    private static final Pattern HEADER = Pattern.compile("%PDF-[12]\\.\\d");
    private static final int HEADER_LENGTH = 8;
    private static final Pattern END = Pattern.compile("startxref\\s+\\d+\\s+%%EOF\\s*$");
    private static final int END_LENGTH = 1024;
    private static final List<String> ACTIVE = List.of("/JavaScript", "/Launch", "/EmbeddedFile", "/RichMedia");

    private static final Pattern CODE = Pattern.compile("#([0-9A-Fa-f]{2})");

    private PdfFormat() {}

    static boolean hasSignature(byte[] file) {
        return BigEndianBytes.matches(file, 0, '%', 'P', 'D', 'F', '-');
    }

    static Optional<String> fault(byte[] file) {
        if (file.length < HEADER_LENGTH
                || !HEADER.matcher(BigEndianBytes.text(file, 0, HEADER_LENGTH)).matches()) {
            return Optional.of("its header is damaged.");
        }
        int tail = Math.min(END_LENGTH, file.length);
        if (!END.matcher(BigEndianBytes.text(file, file.length - tail, tail)).find()) {
            return Optional.of("the file is cut off, or there are bytes behind its end.");
        }
        String text = plain(BigEndianBytes.text(file, 0, file.length));
        return ACTIVE.stream().anyMatch(text::contains)
                ? Optional.of("it holds scripts, programs or other files; print it to a plain one.")
                : Optional.empty();
    }

    /** A name may be written with codes of its characters, {@code /J#61vaScript}. */
    private static String plain(String text) {
        return CODE.matcher(text)
                .replaceAll(code ->
                        Matcher.quoteReplacement(String.valueOf((char) HexFormat.fromHexDigits(code.group(1)))));
    }
}
