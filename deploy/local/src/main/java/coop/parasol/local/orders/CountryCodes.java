package coop.parasol.local.orders;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** ISO 3166-1 alpha-2 codes of countries by the English names, codes and common aliases that order files contain. */
final class CountryCodes {

    private static final Map<String, String> ALIASES = Map.ofEntries(
            Map.entry("eire", "IE"),
            Map.entry("uk", "GB"),
            Map.entry("great britain", "GB"),
            Map.entry("england", "GB"),
            Map.entry("channel islands", "JE"),
            Map.entry("usa", "US"),
            Map.entry("united states of america", "US"),
            Map.entry("rsa", "ZA"),
            Map.entry("hong kong", "HK"),
            Map.entry("korea", "KR"),
            Map.entry("czech republic", "CZ"),
            Map.entry("holland", "NL"),
            Map.entry("turkey", "TR"),
            Map.entry("west indies", "TT"));

    private final Map<String, String> codes = new HashMap<>();
    private final @Nullable String defaultCode;

    /** @param defaultCode the code of every name that is not known; null if such a name has none */
    CountryCodes(@Nullable String defaultCode) {
        this.defaultCode = defaultCode;
        for (String code : Locale.getISOCountries()) {
            codes.put(code.toLowerCase(Locale.ROOT), code);
            codes.put(Locale.of("", code).getDisplayCountry(Locale.ENGLISH).toLowerCase(Locale.ROOT), code);
        }
        codes.putAll(ALIASES);
    }

    /** The code of the country, whatever the case of its name; empty if it is unknown and there is no default. */
    Optional<String> code(String name) {
        return Optional.ofNullable(codes.get(name.toLowerCase(Locale.ROOT))).or(() -> Optional.ofNullable(defaultCode));
    }
}
