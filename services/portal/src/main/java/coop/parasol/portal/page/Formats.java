package coop.parasol.portal.page;

import coop.parasol.contracts.Money;
import coop.parasol.contracts.Period;
import coop.parasol.contracts.Quantity;
import coop.parasol.contracts.UnitPrice;
import io.quarkus.arc.Arc;
import io.quarkus.qute.TemplateExtension;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;

/** How amounts, quantities, days and times are written on pages. Times are those of the firm's zone. */
@TemplateExtension
public final class Formats {

    private static final int GROUP = 3;
    private static final int LAKH_GROUP = 2;
    private static final Locale LANGUAGE = Locale.UK;
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(LANGUAGE);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", LANGUAGE);

    /** Units of UN/CEFACT Recommendation 20 that people know by another name. */
    private static final Map<String, String> UNITS = Map.of(
            "C62", "", "KGM", "kg", "GRM", "g", "LTR", "l", "MTR", "m", "MTK", "m²", "PR", "pairs", "SET", "sets");

    private Formats() {}

    /** An amount with its currency and grouped digits, in lakh and crore where it is in rupees: ₹12,34,567.50. */
    public static String text(Money money) {
        Currency currency = Currency.getInstance(money.currency());
        String symbol = currency.getSymbol(currencyLocale(money.currency()));
        String sign = money.minor() < 0 ? "−" : "";
        String separator = Character.isLetter(symbol.charAt(symbol.length() - 1)) ? " " : "";
        return sign
                + symbol
                + separator
                + grouped(money.decimal().abs(), money.currency().equals("INR"));
    }

    private static Locale currencyLocale(String currency) {
        return switch (currency) {
            case "INR" -> Locale.of("en", "IN");
            case "JPY" -> Locale.JAPAN;
            default -> LANGUAGE;
        };
    }

    /** A price with its currency, and for how many units it is: ₹102.50 per 1,000. */
    public static String text(UnitPrice price) {
        Currency currency = Currency.getInstance(price.currency());
        String symbol = currency.getSymbol(currencyLocale(price.currency()));
        String separator = Character.isLetter(symbol.charAt(symbol.length() - 1)) ? " " : "";
        String amount = symbol
                + separator
                + grouped(price.amount().abs(), price.currency().equals("INR"));
        String signed = price.amount().signum() < 0 ? "−" + amount : amount;
        return price.per() == 1 ? signed : signed + " per " + grouped(BigDecimal.valueOf(price.per()), false);
    }

    /** Whether it is less than nothing. */
    static boolean negative(Money money) {
        return money.minor() < 0;
    }

    static boolean nothing(Money money) {
        return money.minor() == 0;
    }

    /** A quantity with its unit, such as 12.5 kg; pieces have none. */
    public static String text(Quantity quantity) {
        String unit = UNITS.getOrDefault(quantity.unit(), quantity.unit());
        String number = grouped(new BigDecimal(quantity.value().toPlainString()), false);
        return unit.isEmpty() ? number : number + " " + unit;
    }

    /** The number alone, as it is typed into a form. */
    static String plain(Quantity quantity) {
        return quantity.value().toPlainString();
    }

    public static String text(LocalDate day) {
        return DAY.format(day);
    }

    /** A moment in the firm's zone. */
    static String text(Instant moment) {
        return TIME.format(moment.atZone(firm().zone()));
    }

    /** The firm's day on which a moment falls. */
    static String day(Instant moment) {
        return DAY.format(moment.atZone(firm().zone()));
    }

    /** A week with its first day: Week 48 (from 23 Nov 2026). */
    static String text(Period week) {

        return "Week " + week.week() + " (from " + DAY.format(week.monday()) + ")";
    }

    /** A constant as words: PENDING_APPROVAL is "Pending approval". */
    static String words(Enum<?> constant) {
        return words(constant.name());
    }

    /** A code as words: PENDING_APPROVAL is "Pending approval". */
    static String words(String code) {
        String words = code.replace('_', ' ').replace('-', ' ').toLowerCase(LANGUAGE);
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(LANGUAGE) + words.substring(1);
    }

    /** Thousands in threes; in lakh grouping the last three and then twos, which the JDK's formats do not do. */
    static String grouped(BigDecimal number, boolean inLakh) {
        String plain = number.toPlainString();
        int point = plain.indexOf('.');
        String whole = point < 0 ? plain : plain.substring(0, point);
        StringBuilder grouped = new StringBuilder();
        int end = whole.length();
        int size = GROUP;
        while (end > 0) {
            int begin = Math.max(0, end - size);
            grouped.insert(0, whole.substring(begin, end)).insert(0, begin > 0 ? "," : "");
            end = begin;
            size = inLakh ? LAKH_GROUP : GROUP;
        }
        return grouped + (point < 0 ? "" : plain.substring(point));
    }

    private static Firm firm() {
        return Arc.container().instance(Firm.class).get();
    }
}
