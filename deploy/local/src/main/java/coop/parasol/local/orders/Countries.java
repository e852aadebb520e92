package coop.parasol.local.orders;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Names of countries as exports write them. */
final class Countries {

    private static final Map<String, String> ALSO = Map.ofEntries(
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
    private final @Nullable String otherwise;

    /** @param otherwise code for a name that is not known; null to reject it */
    Countries(@Nullable String otherwise) {
        this.otherwise = otherwise;
        for (String code : Locale.getISOCountries()) {
            codes.put(code.toLowerCase(Locale.ROOT), code);
            codes.put(Locale.of("", code).getDisplayCountry(Locale.ENGLISH).toLowerCase(Locale.ROOT), code);
        }
        codes.putAll(ALSO);
    }

    Optional<String> code(String name) {
        return Optional.ofNullable(codes.get(name.toLowerCase(Locale.ROOT))).or(() -> Optional.ofNullable(otherwise));
    }
}
