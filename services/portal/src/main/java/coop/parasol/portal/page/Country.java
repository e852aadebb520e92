package coop.parasol.portal.page;

import java.text.Collator;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A country that can be chosen.
 *
 * @param code ISO 3166-1 alpha-2
 * @param name in the language of whoever reads
 */
public record Country(String code, String name) {

    private static final Map<Language, List<Country>> ALL = new EnumMap<>(Language.class);

    static {
        for (Language language : Language.values()) {
            ALL.put(
                    language,
                    Arrays.stream(Locale.getISOCountries())
                            .map(code -> of(code, language))
                            .sorted(Comparator.comparing(Country::name, Collator.getInstance(language.locale())))
                            .toList());
        }
    }

    /** All countries by name. */
    public static List<Country> all() {
        return ALL.getOrDefault(Language.ofReader(), List.of());
    }

    /** The name of a country's code; the code itself where it is none. */
    public static String name(String code) {
        return of(code, Language.ofReader()).name();
    }

    private static Country of(String code, Language language) {
        return new Country(code, Locale.of("", code).getDisplayCountry(language.locale()));
    }
}
