package coop.parasol.quality.label;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the QR code of a lot says: a GS1 Digital Link URI (version 1.4) of product and lot, or, where the product has no GTIN, the lot as
 * a GS1 element string in brackets.
 */
final class LotCode {

    private static final int GTIN_DIGITS = 14;

    private LotCode() {}

    /**
     * @param root of the public address, without a slash at its end
     * @param gtin of at most 14 digits
     * @param lot of the brand, of GS1's character set 82
     */
    static String of(String root, @Nullable String gtin, String lot) {
        return gtin == null
                ? "(10)" + lot
                : root + "/01/" + "0".repeat(GTIN_DIGITS - gtin.length()) + gtin + "/10/" + segment(lot);
    }

    /** As RFC 3986 wants it in a path: all but unreserved characters percent-encoded. */
    private static String segment(String text) {
        StringBuilder encoded = new StringBuilder();
        for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
            char character = (char) (each & 0xff);
            boolean unreserved =
                    character < 0x80 && (Character.isLetterOrDigit(character) || "-._~".indexOf(character) >= 0);
            encoded.append(unreserved ? String.valueOf(character) : String.format(Locale.ROOT, "%%%02X", each & 0xff));
        }
        return encoded.toString();
    }
}
