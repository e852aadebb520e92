package coop.parasol.csv;

import java.util.regex.Pattern;

/** Numbers and days as people type them: in the digits of any script or full-width, as Indian and Japanese keyboards write them. */
public final class TypedDigits {

    private static final Pattern DIGIT = Pattern.compile("\\p{Nd}");

    /** Digits and what stands between them, after a sign and before a unit or currency; other texts keep their digits. */
    private static final Pattern NUMBER =
            Pattern.compile("[+＋\\-－−]?[\\p{Nd}][\\p{Nd}\\p{Zs}.．,，:：/／\\-－−]*([A-Za-zＡ-Ｚａ-ｚ%％]{1,4})?");

    /** Grouped by thousands, or by lakh and crore: 1,234,567.50 and 12,34,567.50. */
    private static final Pattern GROUPED = Pattern.compile("[+-]?\\d{1,3}(,\\d{2,3})*,\\d{3}(\\.\\d+)?");

    private static final Pattern CURRENCY_SIGN = Pattern.compile("^([+-]?)\\p{Sc}");

    private TypedDigits() {}

    /**
     * A quantity, amount or share as services take it: in Latin digits, without the commas that group them, blanks between them, and
     * a sign of currency before them. What is no number stays as it is, for the service to refuse.
     */
    public static String number(String typed) {
        String latin = latin(CURRENCY_SIGN.matcher(typed.strip()).replaceFirst("$1"));
        String whole = latin.replaceAll("(?<=[\\d,])\\p{Zs}(?=\\d)", "");
        return ungrouped(whole);
    }

    /** A number in Latin digits without the commas that group them; anything else as it is. */
    public static String ungrouped(String latin) {
        return GROUPED.matcher(latin).matches() ? latin.replace(",", "") : latin;
    }

    /** The same with Latin digits and signs, where it is a number, amount, quantity, day or code of digits; else as it is. */
    public static String latin(String typed) {
        if (typed.chars().allMatch(c -> c < 0x80)
                || !DIGIT.matcher(typed).find()
                || !NUMBER.matcher(typed.strip()).matches()) {
            return typed;
        }
        return anyLatin(typed);
    }

    /** The same with Latin digits and signs wherever they stand: for numbers and codes that have letters too. */
    public static String anyLatin(String typed) {
        StringBuilder latin = new StringBuilder(typed.length());
        typed.codePoints().forEach(c -> {
            if (Character.getType(c) == Character.DECIMAL_DIGIT_NUMBER) {
                latin.append(Character.digit(c, 10));
            } else {
                latin.appendCodePoint(narrow(c));
            }
        });
        return latin.toString();
    }

    /** Full-width ASCII (U+FF01 to U+FF5E), the minus sign and wide blanks as ASCII. */
    private static int narrow(int c) {
        if (c >= 0xFF01 && c <= 0xFF5E) {
            return c - 0xFEE0;
        }
        if (c == '−') {
            return '-';
        }
        return Character.getType(c) == Character.SPACE_SEPARATOR ? ' ' : c;
    }
}
