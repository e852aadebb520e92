package coop.parasol.distribution.shipment.rules;

import coop.parasol.contracts.Gs1;

/**
 * Serial shipping container code (GS1 General Specifications 3.2): one extension digit, the company prefix and a serial
 * reference of together 16 digits, and a check digit. When the serial reference is used up the extension digit counts
 * on.
 */
public final class Sscc {

    private static final int BODY_DIGITS = 16;
    private static final int MAX_EXTENSIONS = 10;

    private Sscc() {}

    /**
     * Which shipping unit of the firm has a code: the reverse of {@link #of}.
     *
     * @throws IllegalArgumentException if the code is not under the firm's prefix
     */
    public static long serial(String companyPrefix, String sscc) {
        if (!sscc.matches("\\d{18}") || !sscc.startsWith(companyPrefix, 1)) {
            throw new IllegalArgumentException(sscc + " is no SSCC under " + companyPrefix);
        }
        String reference = sscc.substring(1 + companyPrefix.length(), BODY_DIGITS + 1);
        return Long.parseLong(sscc.charAt(0) + reference);
    }

    /**
     * The code of the firm's n-th shipping unit.
     *
     * @param companyPrefix 7 to 10 digits
     * @param serial from 1
     * @throws IllegalArgumentException if the prefix is none, or all codes under it are used up
     */
    public static String of(String companyPrefix, long serial) {
        if (!companyPrefix.matches("\\d{7,10}")) {
            throw new IllegalArgumentException("a GS1 company prefix has 7 to 10 digits, not " + companyPrefix);
        }
        int digits = BODY_DIGITS - companyPrefix.length();
        long perExtension = 1;
        for (int i = 0; i < digits; i++) {
            perExtension *= 10;
        }
        long extension = serial / perExtension;
        if (serial < 1 || extension >= MAX_EXTENSIONS) {
            throw new IllegalArgumentException("no code is left under " + companyPrefix + " for unit " + serial);
        }
        String body = extension + companyPrefix + ("%0" + digits + "d").formatted(serial % perExtension);
        return body + Gs1.checkDigit(body);
    }
}
