package coop.parasol.portal.page;

import coop.parasol.contracts.Money;
import coop.parasol.contracts.Period;
import coop.parasol.contracts.Quantity;
import coop.parasol.contracts.UnitPrice;
import io.quarkus.arc.Arc;
import io.quarkus.qute.TemplateExtension;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;

/**
 * How amounts, quantities, days and times are written on pages, in the language of whoever reads. Times are those of the firm's
 * zone.
 */
@TemplateExtension(priority = Formats.BEFORE_THE_METHODS_OF_RECORDS)
public final class Formats {

    /** Qute's resolvers of the methods of classes have 10: a price's own {@code text()} is the bare number that services exchange. */
    static final int BEFORE_THE_METHODS_OF_RECORDS = 20;

    private Formats() {}

    /** An amount with its currency and grouped digits, in lakh and crore where it is in rupees: ₹12,34,567.50. */
    public static String text(Money money) {
        return inLanguage().text(money);
    }

    /** A price with its currency, and for how many units it is: ₹102.50 per 1,000. */
    public static String text(UnitPrice price) {
        return inLanguage().text(price);
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
        return inLanguage().text(quantity);
    }

    /** A number with grouped digits, as quantities have them. */
    public static String number(BigDecimal number) {
        return inLanguage().number(number);
    }

    /** What a unit of UN/CEFACT Recommendation 20 is called: pieces, kg. */
    public static String unit(String code) {
        return inLanguage().unit(code);
    }

    /** The number alone, as it is typed into a form. */
    static String plain(Quantity quantity) {
        return quantity.value().toPlainString();
    }

    public static String text(LocalDate day) {
        return inLanguage().text(day);
    }

    /** The month of a day with its year, brief enough for a picture's axis. */
    public static String month(LocalDate day) {
        return inLanguage().text(YearMonth.from(day));
    }

    /** A moment in the firm's zone. */
    public static String text(Instant moment) {
        return inLanguage().text(moment.atZone(firm().zone()));
    }

    /** The same with what the zone's clocks are ahead of UTC, for readers that may be in another one. */
    public static String textWithZone(Instant moment) {
        ZoneOffset offset = firm().zone().getRules().getOffset(moment);
        return text(moment) + " (UTC" + (offset.equals(ZoneOffset.UTC) ? "" : offset.getId()) + ")";
    }

    /** The firm's day on which a moment falls. */
    static String day(Instant moment) {
        return inLanguage().text(moment.atZone(firm().zone()).toLocalDate());
    }

    /** A week with its first day: Week 48 (from 23 Nov 2026). */
    public static String text(Period week) {
        return inLanguage().text(week);
    }

    /** How long something takes as the bylaws have it (ISO 8601, such as P3M or PT15M), in days, months or minutes. */
    public static String span(String iso8601) {
        Messages words = Words.of(Messages.class);
        if (iso8601.contains("T")) {
            return words.minutes(Duration.parse(iso8601).toMinutes());
        }
        java.time.Period period = java.time.Period.parse(iso8601);
        return period.toTotalMonths() > 0
                ? words.months(period.toTotalMonths())
                : words.days(LocalDate.EPOCH.plus(period).toEpochDay());
    }

    /** A constant as words: PENDING_APPROVAL is "Pending approval". */
    static String words(Enum<?> constant) {
        return words(constant.name());
    }

    /** A code as words: PENDING_APPROVAL is "Pending approval". */
    public static String words(String code) {
        return inLanguage().words(code);
    }

    /**
     * A code of a type as words, where other types mean something else by the code: a proposal that is REJECTED has lost the vote, a
     * lot has failed its inspection.
     *
     * @param type as the services' descriptions name it, such as ProposalState
     */
    public static String wordsOf(String code, String type) {
        return inLanguage().words(code, type);
    }

    /** What the column of a table is called that has what services call so. */
    public static String column(String name) {
        return inLanguage().column(name);
    }

    /** A bylaw as words, by the name that membership has for it. */
    public static String bylaw(String name) {
        String text = PlainTexts.find(PlainTexts.BYLAWS, Language.ofReader(), name);
        return text == null ? words(name) : text;
    }

    /** A value of a bylaw that is a code, as words: of its own where the code means something else elsewhere. */
    public static String bylawValue(String name, String code) {
        String text = PlainTexts.find(PlainTexts.BYLAWS, Language.ofReader(), name + "." + code);
        return text == null ? words(code) : text;
    }

    /** The name of a country's code (ISO 3166-1). */
    static String countryName(String code) {
        return Country.name(code);
    }

    /** Texts one after the other, with commas between them. */
    public static String listed(List<String> texts) {
        return inLanguage().listed(texts);
    }

    private static LanguageFormats inLanguage() {
        return LanguageFormats.of(Language.ofReader());
    }

    private static Firm firm() {
        return Arc.container().instance(Firm.class).get();
    }
}
