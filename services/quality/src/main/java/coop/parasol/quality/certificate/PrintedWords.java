package coop.parasol.quality.certificate;

import coop.parasol.firm.rules.AcceptedLanguage;
import coop.parasol.firm.rules.UnitWords;
import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import org.jspecify.annotations.Nullable;

/**
 * What is printed, in English, Hindi, Gujarati, Japanese or Chinese.
 *
 * @param language ISO 639-1
 * @param texts by key, for templates
 */
public record PrintedWords(String language, Map<String, String> texts) {

    private static final String ENGLISH = "en";
    private static final DateTimeFormatter ENGLISH_DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final List<String> LANGUAGES = List.of(ENGLISH, "hi", "gu", "ja", "zh");
    private static final Control FILES = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

    /** The first of the languages that is accepted; English where there is none or what is said is not readable. */
    public static PrintedWords accepted(@Nullable String acceptLanguage) {
        return in(AcceptedLanguage.of(acceptLanguage, LANGUAGES).orElse(ENGLISH));
    }

    /** Those in English. */
    public static PrintedWords english() {
        return in(ENGLISH);
    }

    private static PrintedWords in(String language) {
        ResourceBundle bundle = ResourceBundle.getBundle("words.printed", Locale.of(language), FILES);
        Map<String, String> texts = new HashMap<>();
        bundle.keySet().forEach(key -> texts.put(key, bundle.getString(key)));
        return new PrintedWords(language, Collections.unmodifiableMap(texts));
    }

    public boolean isEnglish() {
        return language.equals(ENGLISH);
    }

    /** A sentence with values in the places of their names: {@code text("expired", "day", "3 May 2026")}. */
    public String text(String key, String... namesAndValues) {
        String text = Objects.requireNonNull(texts.get(key), key);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            text = text.replace('{' + namesAndValues[i] + '}', namesAndValues[i + 1]);
        }
        return text;
    }

    /** Such as {@code 40 pieces}; a unit that has no words by its code. */
    public String quantity(BigDecimal value, String unit) {
        return new UnitWords(language)
                .quantity(value, value.stripTrailingZeros().toPlainString(), unit);
    }

    /** Such as {@code g}. */
    public String unit(String unit) {
        return new UnitWords(language).name(unit);
    }

    /** Such as {@code 3 May 2026}. */
    public String day(TemporalAccessor day) {
        return (isEnglish() ? ENGLISH_DAY : DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG))
                .withLocale(Locale.of(language))
                .format(day);
    }
}
