package coop.parasol.portal.page;

import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/**
 * Texts that are found by a name which is not known before: problem codes, states, bylaws, units. Each file is there in every
 * language; {@code codes} has in English those whose names do not say it.
 */
final class PlainTexts {

    /** Sentences for refusals, by the problem's code. */
    static final String PROBLEMS = "problems";

    /**
     * Words for states, kinds, accounts and services, by the name that services have for them; {@code Type.NAME} where types mean
     * different things by one name.
     */
    static final String CODES = "codes";

    /** What columns of tables are called, by the name that services have for what they have; in English where that does not say it. */
    static final String COLUMNS = "columns";

    /** What the members have decided about their firm, by the name that membership has for it. */
    static final String BYLAWS = "bylaws";

    /** How weeks, moments, lists and prices are written. */
    static final String FORMATS = "formats";

    private static final ResourceBundle.Control EACH_ALONE =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private PlainTexts() {}

    /** A text; null where the file has none in that language. */
    static @Nullable String find(String file, Language language, String name) {
        try {
            return ResourceBundle.getBundle(file, Locale.of(language.code()), EACH_ALONE)
                    .getString(name);
        } catch (MissingResourceException none) {
            return null;
        }
    }

    /** @throws IllegalArgumentException if the file has no such text */
    static String get(String file, Language language, String name) {
        String text = find(file, language, name);
        if (text == null) {
            throw new IllegalArgumentException(file + " has no " + name + " in " + language.code());
        }
        return text;
    }
}
