package coop.parasol.contracts;

/** Check digits of GS1 keys such as GTIN and SSCC (GS1 General Specifications 7.9). */
public final class Gs1 {

    private static final int ODD_WEIGHT = 3;
    private static final int EVEN_WEIGHT = 1;
    private static final int MODULUS = 10;

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
}
