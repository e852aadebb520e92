package coop.parasol.portal.firm;

import java.text.Collator;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * A country that can be chosen.
 *
 * @param code ISO 3166-1 alpha-2
 */
public record Country(String code, String name) {

    private static final List<Country> ALL = Arrays.stream(Locale.getISOCountries())
            .map(Country::of)
            .sorted(Comparator.comparing(Country::name, Collator.getInstance(Locale.UK)))
            .toList();

    /** All countries by name. */
    static List<Country> all() {
        return ALL;
    }

    /** The name of a country's code; the code itself where it is none. */
    static String name(String code) {
        return of(code).name();
    }

    private static Country of(String code) {
        return new Country(code, Locale.of("", code).getDisplayCountry(Locale.UK));
    }
}
