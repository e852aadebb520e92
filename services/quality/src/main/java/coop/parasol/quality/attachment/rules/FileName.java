package coop.parasol.quality.attachment.rules;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a file is called when it is saved: what somebody typed, without anything that would lead out of a folder, break a
 * header, or make it look like another kind of file.
 */
public final class FileName {

    /** Length of a stored name with its extension, in UTF-16 code units. */
    public static final int MAX_CHARACTERS = 120;

    private static final Pattern BEFORE_LAST_SEPARATOR = Pattern.compile("^.*[/\\\\]", Pattern.DOTALL);
    /** controls, formats (also those that turn the direction of writing), surrogates, unassigned, line separators */
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}]");

    private static final Pattern SPECIAL = Pattern.compile("[<>:\"|?*%;&'`$]");
    private static final Pattern SPACES = Pattern.compile("[\\p{Z}\\s]+");
    private static final Pattern OUTER_DOTS = Pattern.compile("^[. ]+|[. ]+$");
    private static final Pattern EXTENSION = Pattern.compile("\\.[A-Za-z0-9]{1,5}$");
    private static final Pattern DEVICE =
            Pattern.compile("(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?", Pattern.CASE_INSENSITIVE);

    private FileName() {}

    /** @param typed as it came, of any length and with any content; {@code fallback} if nothing of it can be kept */
    public static String of(String typed, FileType type, String fallback) {
        String name = BEFORE_LAST_SEPARATOR.matcher(typed).replaceFirst("");
        name = SPACES.matcher(name).replaceAll(" ");
        name = INVISIBLE.matcher(name).replaceAll("");
        name = SPECIAL.matcher(name).replaceAll("_");
        name = EXTENSION.matcher(OUTER_DOTS.matcher(name).replaceAll("")).replaceFirst("");
        name = OUTER_DOTS.matcher(name).replaceAll("");
        if (DEVICE.matcher(name).matches()) {
            name = "_" + name;
        }
        String extension = "." + type.extension();
        String base = shorten(name.isEmpty() ? fallback : name, MAX_CHARACTERS - extension.length());
        return base + extension;
    }

    /** The header by which a browser saves a file instead of showing it (RFC 6266, RFC 8187). */
    public static String contentDisposition(String name) {
        String plain = name.replaceAll("[^A-Za-z0-9._ -]", "_");
        StringBuilder encoded = new StringBuilder();
        for (byte octet : name.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (octet & 0xff);
            boolean kept = c < 0x80 && (Character.isLetterOrDigit(c) || c == '.' || c == '_' || c == '-');
            encoded.append(kept ? String.valueOf(c) : String.format(Locale.ROOT, "%%%02X", (int) c));
        }
        return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + encoded;
    }

    /** Cuts a name, but no surrogate pair. */
    private static String shorten(String name, int maxLength) {
        if (name.length() <= maxLength) {
            return name;
        }
        int end = Character.isHighSurrogate(name.charAt(maxLength - 1)) ? maxLength - 1 : maxLength;
        return name.substring(0, end).strip();
    }
}
