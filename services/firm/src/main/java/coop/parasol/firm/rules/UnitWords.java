package coop.parasol.firm.rules;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Units of UN/CEFACT Recommendation 20 as people read them: {@code 40 pieces}, {@code 12.5 kg}, {@code 3 સેટ}. The words stand in
 * {@code units_<language>.properties}; a unit that has none there is named by its code.
 */
public final class UnitWords {

    /** One, piece and each: goods that are counted, whatever the unit is called. */
    private static final Set<String> PIECES = Set.of("C62", "H87", "EA");

    private static final Set<String> NOTHING_IS_ONE = Set.of("hi", "gu", "fr");
    private static final Set<String> WITHOUT_NUMBER = Set.of("ja", "zh");
    private static final String NUMBER = "{number}";
    private static final Control FILES = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

    private final String language;
    private final ResourceBundle words;

    /** @param language of the readers, ISO 639-1; English where there are no words in it */
    public UnitWords(String language) {
        this.language = language;
        this.words = ResourceBundle.getBundle("coop.parasol.firm.units", Locale.of(language), FILES);
    }

    /** Whether goods in this unit are counted one by one. */
    public static boolean arePieces(String code) {
        return PIECES.contains(code);
    }

    /**
     * A number with its unit.
     *
     * @param number the same as it is written
     */
    public String quantity(BigDecimal value, String number, String code) {
        String form = isOne(value) ? find(known(code) + ".one") : null;
        if (form == null) {
            form = find(known(code));
        }
        return form == null ? number + " " + code : form.replace(NUMBER, number);
    }

    /** The unit alone: {@code pieces}, {@code kg}. */
    public String name(String code) {
        String form = find(known(code));
        return form == null ? code : form.replace(NUMBER, "").strip();
    }

    private static String known(String code) {
        return arePieces(code) ? "C62" : code;
    }

    private @Nullable String find(String key) {
        try {
            return words.getString(key);
        } catch (MissingResourceException none) {
            return null;
        }
    }

    /** Whether CLDR's plural rules have the singular for it: in Hindi, Gujarati and French between nothing and one as well. */
    private boolean isOne(BigDecimal value) {
        if (WITHOUT_NUMBER.contains(language)) {
            return false;
        }
        return NOTHING_IS_ONE.contains(language)
                ? value.signum() >= 0 && value.compareTo(BigDecimal.ONE) <= 0
                : value.compareTo(BigDecimal.ONE) == 0;
    }
}
