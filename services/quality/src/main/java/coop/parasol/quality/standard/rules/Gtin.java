package coop.parasol.quality.standard.rules;

/** GS1 item numbers of 8, 12, 13 or 14 digits; the last digit checks the others (GS1 General Specifications 7.9). */
public final class Gtin {

    private static final int ODD_WEIGHT = 3;

    private Gtin() {}

    public static boolean isValid(String gtin) {
        if (!gtin.matches("\\d{8}|\\d{12,14}")) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < gtin.length() - 1; i++) {
            int fromRight = gtin.length() - 1 - i;
            sum += (gtin.charAt(i) - '0') * (fromRight % 2 == 1 ? ODD_WEIGHT : 1);
        }
        return (10 - sum % 10) % 10 == gtin.charAt(gtin.length() - 1) - '0';
    }
}
