package coop.parasol.contracts;

import java.util.Optional;

/** Check digits of GS1 keys such as GTIN and SSCC (GS1 General Specifications 7.9). */
public final class Gs1 {

    private static final int ODD_WEIGHT = 3;
    private static final int EVEN_WEIGHT = 1;
    private static final int MODULUS = 10;
    private static final int GTIN_DIGITS = 14;
    private static final int GTIN_8_DIGITS = 8;
    /** Of GTIN-8: velocity codes and numbers of one shop's own. */
    private static final String RESTRICTED_8 = "0\\d\\d|2\\d\\d";
    /** Of the others: numbers of a shop's or region's own, coupons, demonstrations, periodicals (ISSN), refund receipts. */
    private static final String RESTRICTED = "02\\d|04\\d|05\\d|2\\d\\d|952|977|98[0-4]|99\\d";

    private Gs1() {}

    /**
     * The digit that completes a key: weights 3 and 1 in turn from the right, up to the next multiple of ten.
     *
     * @param body the key without its check digit
     * @throws IllegalArgumentException if it is empty or holds anything but the digits 0 to 9
     */
    public static int checkDigit(String body) {
        if (!body.matches("[0-9]+")) {
            throw new IllegalArgumentException("a GS1 key is made of digits, not " + body);
        }
        int sum = 0;
        int weight = ODD_WEIGHT;
        for (int i = body.length() - 1; i >= 0; i--) {
            sum += weight * (body.charAt(i) - '0');
            weight = ODD_WEIGHT + EVEN_WEIGHT - weight;
        }
        return (MODULUS - sum % MODULUS) % MODULUS;
    }

    /** Whether the text is a global trade item number of 8, 12, 13 or 14 digits whose check digit is right. */
    public static boolean isGtin(String text) {
        if (!text.matches("[0-9]{8}|[0-9]{12,14}")) {
            return false;
        }
        int last = text.length() - 1;
        return checkDigit(text.substring(0, last)) == text.charAt(last) - '0';
    }

    /**
     * A global trade item number in the form in which it is kept: 14 digits, made from the 8, 12, 13 or 14 that stand under
     * a bar code, so that one number is never written in two ways. Empty if it is none, if its check digit is wrong, if it
     * is nothing but zeros, or if its prefix is not one of trade items (GS1 General Specifications 1.4.2): it is then the
     * number of one shop's own, of a coupon or of a periodical.
     */
    public static Optional<String> gtin14(String text) {
        if (!isGtin(text)) {
            return Optional.empty();
        }
        String digits = "0".repeat(GTIN_DIGITS - text.length()) + text;
        boolean eight = digits.startsWith("0".repeat(GTIN_DIGITS - GTIN_8_DIGITS));
        String prefix = eight ? digits.substring(6, 9) : digits.substring(1, 4);
        return prefix.matches(eight ? RESTRICTED_8 : RESTRICTED) ? Optional.empty() : Optional.of(digits);
    }
}
