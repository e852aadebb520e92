package coop.parasol.portal.page;

import coop.parasol.contracts.Money;
import coop.parasol.contracts.Period;
import coop.parasol.contracts.Quantity;
import coop.parasol.contracts.UnitPrice;
import coop.parasol.firm.rules.AmountFormat;
import coop.parasol.firm.rules.UnitWords;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** How amounts, quantities, days, weeks and codes are written in one language; digits are Latin in all of them. */
final class LanguageFormats {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final Map<Language, LanguageFormats> ALL = new EnumMap<>(Language.class);

    static {
        for (Language language : Language.values()) {
            ALL.put(language, new LanguageFormats(language));
        }
    }

    private final Language language;
    private final AmountFormat amounts;
    private final UnitWords units;
    private final DateTimeFormatter day;
    private final DateTimeFormatter month;

    private LanguageFormats(Language language) {
        this.language = language;
        this.amounts = new AmountFormat(language.locale());
        this.units = new UnitWords(language.code());
        boolean longDays = language == Language.JAPANESE;
        this.day = DateTimeFormatter.ofLocalizedDate(longDays ? FormatStyle.LONG : FormatStyle.MEDIUM)
                .withLocale(language.locale());
        this.month = DateTimeFormatter.ofPattern(
                language == Language.JAPANESE || language == Language.CHINESE ? "uuuu年M月" : "MMM yy",
                language.locale());
    }

    static LanguageFormats of(Language language) {
        return Objects.requireNonNull(ALL.get(language));
    }

    /** An amount with its currency and grouped digits, in lakh and crore where it is in rupees: ₹12,34,567.50. */
    String text(Money money) {
        return amounts.text(money);
    }

    /** A price with its currency, and for how many units it is: ₹102.50 per 1,000. */
    String text(UnitPrice price) {
        String amount = amounts.text(price.currency(), price.amount());
        return price.per() == 1
                ? amount
                : format("price")
                        .replace("{price}", amount)
                        .replace("{number}", amounts.text(BigDecimal.valueOf(price.per())));
    }

    /** A quantity with its unit, such as 12.5 kg; pieces have none. In Hindi and Gujarati in lakh and crore: 1,20,000. */
    String text(Quantity quantity) {
        BigDecimal value = new BigDecimal(quantity.value().toPlainString());
        String number = number(value);
        return UnitWords.arePieces(quantity.unit()) ? number : units.quantity(value, number, quantity.unit());
    }

    /** A number with grouped digits: in Hindi and Gujarati in lakh and crore, else in thousands. */
    String number(BigDecimal number) {
        return amounts.text(number.signum() == 0 ? BigDecimal.ZERO : number);
    }

    /** What a unit of UN/CEFACT Recommendation 20 is called. */
    String unit(String code) {
        return units.name(code);
    }

    String text(LocalDate date) {
        return day.format(date);
    }

    /** A month and its year, brief enough for a picture's axis. */
    String text(YearMonth date) {
        return month.format(date);
    }

    /** A day and a time of it. */
    String text(ZonedDateTime moment) {
        return format("moment").replace("{day}", day.format(moment)).replace("{time}", CLOCK.format(moment));
    }

    /** A week with its first day: Week 48 (from 23 Nov 2026). */
    String text(Period week) {
        return format("week")
                .replace("{week}", Integer.toString(week.week()))
                .replace("{day}", day.format(week.monday()));
    }

    /** A code as words: PENDING_APPROVAL is "Pending approval". */
    String words(String code) {
        String known = PlainTexts.find(PlainTexts.CODES, language, code);
        if (known != null) {
            return known;
        }
        String words = code.replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                .replace('_', ' ')
                .replace('-', ' ')
                .toLowerCase(Locale.ROOT);
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** A code of a type as words; of its own where other types mean something else by the code. */
    String words(String code, String type) {
        String own = PlainTexts.find(PlainTexts.CODES, language, type + "." + code);
        return own == null ? words(code) : own;
    }

    /** What the column of a table is called that has what services call so. */
    String column(String name) {
        String known = PlainTexts.find(PlainTexts.COLUMNS, language, name);
        if (known == null) {
            known = PlainTexts.find(PlainTexts.BYLAWS, language, name);
        }
        return known == null ? words(name) : known;
    }

    /** Texts one after the other, with the comma of the language. */
    String listed(Iterable<String> texts) {
        StringBuilder listed = new StringBuilder();
        String comma = format("listed").replace("{first}", "").replace("{next}", "");
        for (String text : texts) {
            listed.append(listed.isEmpty() ? "" : comma).append(text);
        }
        return listed.toString();
    }

    private String format(String name) {
        return PlainTexts.get(PlainTexts.FORMATS, language, name);
    }
}
