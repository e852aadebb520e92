package coop.parasol.portal.page;

import java.util.regex.Pattern;

/** Numbers and days as people type them: in the digits of any script or full-width, as Indian and Japanese keyboards write them. */
public final class TypedDigits {

    private static final Pattern DIGIT = Pattern.compile("\\p{Nd}");

    /** Digits and what stands between them, after a sign and before a unit or currency; other texts keep their digits. */
    private static final Pattern NUMBER =
            Pattern.compile("[+＋\\-－−]?[\\p{Nd}][\\p{Nd}\\p{Zs}.．,，:：/／\\-－−]*([A-Za-zＡ-Ｚａ-ｚ%％]{1,4})?");

    private TypedDigits() {}

    /** The same with Latin digits and signs, where it is a number, amount, quantity, day or code of digits; else as it is. */
    public static String latin(String typed) {
        if (typed.chars().allMatch(c -> c < 0x80)
                || !DIGIT.matcher(typed).find()
                || !NUMBER.matcher(typed.strip()).matches()) {
            return typed;
        }
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
