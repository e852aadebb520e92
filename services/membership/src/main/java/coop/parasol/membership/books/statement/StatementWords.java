package coop.parasol.membership.books.statement;

import coop.parasol.contracts.Money;
import coop.parasol.firm.rules.AcceptedLanguage;
import coop.parasol.firm.rules.AmountFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import org.jspecify.annotations.Nullable;

/** What is printed on statements, in English, Hindi, Gujarati, Japanese or Chinese: words, amounts and days. */
final class StatementWords {

    private static final String ENGLISH = "en";
    private static final List<String> LANGUAGES = List.of(ENGLISH, "hi", "gu", "ja", "zh");
    private static final Control FILES = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

    private final ResourceBundle texts;
    private final AmountFormat amounts;
    private final DateTimeFormatter days;
    private final boolean english;

    private StatementWords(String language) {
        Locale locale = language.equals(ENGLISH) ? Locale.UK : Locale.of(language);
        this.texts = ResourceBundle.getBundle("words.statements", Locale.of(language), FILES);
        this.amounts = new AmountFormat(locale);
        this.days = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale);
        this.english = language.equals(ENGLISH);
    }

    /** The first of the languages that a reader accepts; English where there is none. */
    static StatementWords accepted(@Nullable String acceptLanguage) {
        return new StatementWords(AcceptedLanguage.of(acceptLanguage, LANGUAGES).orElse(ENGLISH));
    }

    /** A sentence with values in the places of their names: {@code text("paidUntil", "day", "3 May 2026")}. */
    String text(String key, Object... namesAndValues) {
        String text = texts.getString(key);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            text = text.replace("{" + namesAndValues[i] + "}", String.valueOf(namesAndValues[i + 1]));
        }
        return text;
    }

    /** A word for a code, such as {@code VALUED} or {@code PayoutStated}; the code itself where there is none. */
    String code(String code) {
        try {
            return texts.getString("code." + code);
        } catch (MissingResourceException noWord) {
            return code;
        }
    }

    String code(Enum<?> code) {
        return code(code.name());
    }

    /** An account; in English by its title in the books. */
    String account(String account, String title) {
        return english ? title : code(account);
    }

    /** An amount with its currency; nothing for null. */
    String amount(@Nullable Money money) {
        return money == null ? "" : amounts.text(money);
    }

    /** The same of what is taken off. */
    String lessAmount(@Nullable Money money) {
        return money == null ? "" : amounts.text(money.negated());
    }

    /** A day; nothing for null. */
    String day(@Nullable LocalDate day) {
        return day == null ? "" : days.format(day);
    }
}
