package coop.parasol.local.orders;

import coop.parasol.contracts.PrintableText;
import coop.parasol.local.servers.OperatorException;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Decides by all numbers of a file together whether its decimal sign is the comma or the point. {@code 1,500} alone may be one
 * and a half or fifteen hundred; {@code 0,750}, {@code 12,5} or {@code 1.234,50} beside it say which. It is never guessed: if
 * nothing in the file says it, or if the file contradicts itself, the operator is asked.
 */
final class DecimalSign {

    /** Groups of three digits, or as in India two and at last three. */
    private static final String GROUPED = "\\d{1,3}(?:G\\d{3})+|\\d{1,2}(?:G\\d{2})*G\\d{3}|\\d+";

    private static final Pattern SIGNS = Pattern.compile("[0-9.,]*[.,][0-9.,]*");
    private static final int GROUP_DIGITS = 3;

    private @Nullable String comma;
    private @Nullable String point;
    private @Nullable String undecided;

    /** Takes a number of the file into account. */
    void look(long line, String number) {
        String text = withoutBlanks(number);
        if (!SIGNS.matcher(text).matches()) {
            return;
        }
        String seen = "\"" + PrintableText.of(number) + "\" in line " + line;
        switch (meaning(text)) {
            case ',' -> comma = comma == null ? seen : comma;
            case '.' -> point = point == null ? seen : point;
            default -> undecided = undecided == null ? seen : undecided;
        }
    }

    /** The decimal sign that one number shows, or a blank if it may be either. */
    private static char meaning(String text) {
        int lastComma = text.lastIndexOf(',');
        int lastPoint = text.lastIndexOf('.');
        if (lastComma >= 0 && lastPoint >= 0) {
            return lastComma > lastPoint ? ',' : '.';
        }
        char sign = lastComma >= 0 ? ',' : '.';
        char other = lastComma >= 0 ? '.' : ',';
        int at = Math.max(lastComma, lastPoint);
        if (text.indexOf(sign) != at) {
            return other;
        }
        boolean mayGroup =
                text.length() - at - 1 == GROUP_DIGITS && at >= 1 && at <= GROUP_DIGITS && !text.startsWith("0");
        return mayGroup ? ' ' : sign;
    }

    /** @throws OperatorException if the file does not say it, or says both */
    char decide() {
        if (comma != null && point != null) {
            throw new OperatorException("The numbers of the file contradict one another: " + comma
                    + " has a decimal comma, " + point + " a decimal point."
                    + "\nWhat to do: correct the file, or say which it is with --decimal , or --decimal .");
        }
        if (comma == null && point == null && undecided != null) {
            throw new OperatorException("The file does not say whether " + undecided
                    + " has decimals or thousands.\nWhat to do: say which sign begins the decimals, with --decimal , or"
                    + " --decimal .");
        }
        return comma == null ? '.' : ',';
    }

    /** The number in a file with that decimal sign, in which the other one, blanks and apostrophes may group digits. */
    static Optional<BigDecimal> parse(String text, char decimal) {
        String group = decimal == ',' ? "\\." : ",";
        String plain = withoutBlanks(text);
        Matcher number = Pattern.compile("(-?)(" + GROUPED.replace("G", group) + ")(?:"
                        + Pattern.quote(String.valueOf(decimal)) + "(\\d{1,6}))?")
                .matcher(plain);
        if (!number.matches()) {
            return Optional.empty();
        }
        String digits = number.group(2).replaceAll(group, "");
        String decimals = number.group(3) == null ? "" : "." + number.group(3);
        return digits.length() > 12
                ? Optional.empty()
                : Optional.of(new BigDecimal(number.group(1) + digits + decimals));
    }

    /** Without the blanks of any width and the apostrophes that group digits; elsewhere they show that it is no number. */
    private static String withoutBlanks(String text) {
        return text.strip().replaceAll("(?<=\\d)[\\h'\u2019](?=\\d{3}(?!\\d))", "");
    }
}
