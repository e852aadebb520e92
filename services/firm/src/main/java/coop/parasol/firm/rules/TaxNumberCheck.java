package coop.parasol.firm.rules;

/** How a tax number proves that it was written without a slip. A number that is handed in matches its country's pattern. */
public enum TaxNumberCheck {
    /** nothing is published; the pattern is all */
    NONE,
    /** Austria: the last digit makes the sum of the others, every second one doubled, and 4 a multiple of 10 */
    AT,
    /** Belgium: the last two digits are 97 less the rest of the first eight divided by 97 */
    BE,
    /** France: the two digits of the key are 12 and thrice the SIREN, modulo 97 */
    FR,
    /** India: ISO 7064-like character over base 36 with factors 1 and 2 */
    GSTIN,
    /** Germany and Croatia: ISO 7064, MOD 11,10 */
    ISO_7064_MOD_11_10,
    /** Japan: the first digit is 9 less the weighted sum of the twelve others modulo 9 */
    JP,
    /** Italy: Luhn's formula (ISO/IEC 7812-1) */
    LUHN,
    /** Poland: weights 6 5 7 2 3 4 5 6 7 modulo 11 */
    PL;

    private static final int BASE_36 = 36;
    private static final int[] POLISH_WEIGHTS = {6, 5, 7, 2, 3, 4, 5, 6, 7};

    /** Whether the check digit or character is right. */
    boolean isRight(String number) {
        String digits = number.replaceAll("[^0-9]", "");
        return switch (this) {
            case NONE -> true;
            case AT -> (doubledSum(digits.substring(0, 7)) + 4 + digit(digits, 7)) % 10 == 0;
            case BE -> 97 - Integer.parseInt(digits.substring(0, 8)) % 97 == Integer.parseInt(digits.substring(8));
            case FR ->
                (12 + 3 * (Integer.parseInt(digits.substring(2)) % 97)) % 97
                        == Integer.parseInt(digits.substring(0, 2));
            case GSTIN -> number.charAt(number.length() - 1) == gstinCheck(number);
            case ISO_7064_MOD_11_10 -> isMod1110(digits);
            case JP -> digit(digits, 0) == japaneseCheck(digits.substring(1));
            case LUHN -> doubledSum(digits) % 10 == 0;
            case PL -> isPolish(digits);
        };
    }

    /** Sum of the digits, every second one from the left doubled and summed digit by digit. */
    private static int doubledSum(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int value = digit(digits, i) * (i % 2 == 1 ? 2 : 1);
            sum += value / 10 + value % 10;
        }
        return sum;
    }

    private static char gstinCheck(String number) {
        int sum = 0;
        for (int i = 0; i < number.length() - 1; i++) {
            int value = Character.digit(number.charAt(i), BASE_36) * (i % 2 + 1);
            sum += value / BASE_36 + value % BASE_36;
        }
        return Character.toUpperCase(Character.forDigit((BASE_36 - sum % BASE_36) % BASE_36, BASE_36));
    }

    private static boolean isMod1110(String digits) {
        int product = 10;
        for (int i = 0; i < digits.length() - 1; i++) {
            int sum = (digit(digits, i) + product) % 10;
            product = 2 * (sum == 0 ? 10 : sum) % 11;
        }
        return (product + digit(digits, digits.length() - 1)) % 10 == 1;
    }

    private static int japaneseCheck(String twelve) {
        int sum = 0;
        for (int fromRight = 1; fromRight <= twelve.length(); fromRight++) {
            sum += digit(twelve, twelve.length() - fromRight) * (fromRight % 2 == 1 ? 1 : 2);
        }
        return 9 - sum % 9;
    }

    private static boolean isPolish(String digits) {
        int sum = 0;
        for (int i = 0; i < POLISH_WEIGHTS.length; i++) {
            sum += POLISH_WEIGHTS[i] * digit(digits, i);
        }
        return sum % 11 == digit(digits, POLISH_WEIGHTS.length);
    }

    private static int digit(String digits, int at) {
        return digits.charAt(at) - '0';
    }
}
