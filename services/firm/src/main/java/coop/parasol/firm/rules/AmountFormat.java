package coop.parasol.firm.rules;

import coop.parasol.contracts.Money;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;
import java.util.Set;

/**
 * How amounts and numbers are written for the readers of a language (Unicode CLDR, as the JDK has it): with the sign of the currency and
 * grouped digits, in lakh and crore where the amount is in rupees; digits are Latin in all languages.
 */
public final class AmountFormat {

    private static final int GROUP = 3;
    private static final int LAKH_GROUP = 2;
    private static final Set<String> COUNT_IN_LAKH = Set.of("hi", "gu");

    private final Locale locale;
    private final char grouping;
    private final char decimal;
    private final boolean signLast;

    /** @param locale of the readers */
    public AmountFormat(Locale locale) {
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(locale);
        this.locale = locale;
        this.grouping = symbols.getGroupingSeparator();
        this.decimal = symbols.getDecimalSeparator();
        this.signLast = NumberFormat.getCurrencyInstance(locale) instanceof DecimalFormat format
                && format.toPattern().endsWith("¤");
    }

    /** An amount with its currency: ₹12,34,567.50, or 1.234.567,50 € in German. */
    public String text(Money money) {
        return text(money.currency(), money.decimal());
    }

    /**
     * The same of a value that may have more decimals than the currency.
     *
     * @param currency ISO 4217
     */
    public String text(String currency, BigDecimal value) {
        String symbol = Currency.getInstance(currency).getSymbol(currencyLocale(currency));
        String minus = value.signum() < 0 ? "−" : "";
        String number = grouped(value.abs(), currency.equals("INR"));
        if (signLast) {
            return minus + number + " " + symbol;
        }
        String separator = Character.isLetter(symbol.charAt(symbol.length() - 1)) ? " " : "";
        return minus + symbol + separator + number;
    }

    /** A number with grouped digits: for readers of Hindi and Gujarati in lakh and crore, else in thousands. */
    public String text(BigDecimal number) {
        return (number.signum() < 0 ? "−" : "") + grouped(number.abs(), COUNT_IN_LAKH.contains(locale.getLanguage()));
    }

    private Locale currencyLocale(String currency) {
        return switch (currency) {
            case "INR" -> Locale.of("en", "IN");
            case "JPY" -> Locale.JAPAN;
            default -> locale;
        };
    }

    /** Thousands in threes; in lakh grouping the last three and then twos, which the JDK's formats do not do. */
    private String grouped(BigDecimal number, boolean inLakh) {
        String plain = number.toPlainString();
        int point = plain.indexOf('.');
        String whole = point < 0 ? plain : plain.substring(0, point);
        StringBuilder grouped = new StringBuilder();
        int end = whole.length();
        int size = GROUP;
        while (end > 0) {
            int begin = Math.max(0, end - size);
            grouped.insert(0, whole.substring(begin, end));
            if (begin > 0) {
                grouped.insert(0, grouping);
            }
            end = begin;
            size = inLakh ? LAKH_GROUP : GROUP;
        }
        return point < 0
                ? grouped.toString()
                : grouped.append(decimal).append(plain.substring(point + 1)).toString();
    }
}
