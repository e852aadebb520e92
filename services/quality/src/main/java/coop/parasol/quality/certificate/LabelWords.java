package coop.parasol.quality.certificate;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import org.jspecify.annotations.Nullable;

/**
 * What stands on labels, in English, Hindi, Gujarati, Japanese or Chinese.
 *
 * @param language ISO 639-1
 * @param texts by key, for templates
 */
public record LabelWords(String language, Map<String, String> texts) {

    private static final String ENGLISH = "en";
    private static final List<String> LANGUAGES = List.of(ENGLISH, "hi", "gu", "ja", "zh");
    private static final Control FILES = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

    /** Those of goods that are counted, whatever the unit is called. */
    private static final List<String> PIECES = List.of("C62", "H87", "EA");

    /** The first of the languages that is accepted; English where there is none or what is said is not readable. */
    public static LabelWords accepted(@Nullable String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.isBlank()) {
            return in(ENGLISH);
        }
        try {
            return in(LanguageRange.parse(acceptLanguage).stream()
                    .filter(range -> range.getWeight() > 0)
                    .map(range -> range.getRange().split("-", 2)[0])
                    .filter(LANGUAGES::contains)
                    .findFirst()
                    .orElse(ENGLISH));
        } catch (IllegalArgumentException unreadable) {
            return in(ENGLISH);
        }
    }

    /** Those in English. */
    public static LabelWords english() {
        return in(ENGLISH);
    }

    private static LabelWords in(String language) {
        ResourceBundle bundle = ResourceBundle.getBundle("words.labels", Locale.of(language), FILES);
        Map<String, String> texts = new HashMap<>();
        bundle.keySet().forEach(key -> texts.put(key, bundle.getString(key)));
        return new LabelWords(language, Collections.unmodifiableMap(texts));
    }

    public boolean isEnglish() {
        return language.equals(ENGLISH);
    }

    /** Such as {@code 40 pieces}; a unit that has no word here by its code. */
    public String quantity(BigDecimal value, String unit) {
        String number = value.stripTrailingZeros().toPlainString();
        String form = texts.get(PIECES.contains(unit) ? "C62" : unit);
        return form == null ? number + " " + unit : form.replace("{number}", number);
    }
}
