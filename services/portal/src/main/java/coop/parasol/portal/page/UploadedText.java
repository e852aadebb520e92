package coop.parasol.portal.page;

import java.nio.charset.StandardCharsets;

/**
 * A file of text that somebody has sent, as it is read: UTF-8, with U+FFFD for what is none.
 *
 * @param text empty where nothing of the file can be read
 * @param flaw what its sender has to know
 */
public record UploadedText(String text, Flaw flaw) {

    /** So many bytes are read at most, where nothing else is said. */
    public static final int MAX_BYTES = 1_000_000;

    private static final char REPLACEMENT = '\uFFFD';

    /** What is wrong with a file. */
    public enum Flaw {
        NONE,
        /** No text stands in it, at most a byte order mark. */
        EMPTY,
        /** It has more bytes than are read. */
        TOO_LARGE,
        /** A workbook, as .xlsx, .ods or .xls, and no text. */
        WORKBOOK,
        /** Text in UTF-16, which spreadsheets call Unicode text. */
        UTF_16,
        /** Some of its characters are no UTF-8; they are replaced. */
        NOT_UTF_8
    }

    public static UploadedText of(byte[] content) {
        return of(content, MAX_BYTES);
    }

    /** The same of a file that may be longer. */
    public static UploadedText of(byte[] content, int maxBytes) {
        if (content.length > maxBytes) {
            return new UploadedText("", Flaw.TOO_LARGE);
        }
        if (begins(content, 'P', 'K', 3, 4) || begins(content, 0xD0, 0xCF, 0x11, 0xE0)) {
            return new UploadedText("", Flaw.WORKBOOK);
        }
        String text = new String(content, StandardCharsets.UTF_8);
        if (begins(content, 0xFF, 0xFE) || begins(content, 0xFE, 0xFF) || text.indexOf('\0') >= 0) {
            return new UploadedText("", Flaw.UTF_16);
        }
        if (text.replace("\uFEFF", "").isBlank()) {
            return new UploadedText("", Flaw.EMPTY);
        }
        return new UploadedText(text, text.indexOf(REPLACEMENT) < 0 ? Flaw.NONE : Flaw.NOT_UTF_8);
    }

    /** Whether it is none of the files of text that are read, so that nothing of it is. */
    public boolean isUnreadable() {
        return switch (flaw) {
            case TOO_LARGE, WORKBOOK, UTF_16 -> true;
            case NONE, EMPTY, NOT_UTF_8 -> false;
        };
    }

    private static boolean begins(byte[] content, int... with) {
        if (content.length < with.length) {
            return false;
        }
        for (int i = 0; i < with.length; i++) {
            if ((content[i] & 0xFF) != with[i]) {
                return false;
            }
        }
        return true;
    }
}
