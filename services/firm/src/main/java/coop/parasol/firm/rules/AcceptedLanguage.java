package coop.parasol.firm.rules;

import java.util.Collection;
import java.util.Locale.LanguageRange;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Which of the languages that there are a browser or a program asks for (RFC 9110, 12.5.4). */
public final class AcceptedLanguage {

    private AcceptedLanguage() {}

    /**
     * The first of the languages that is asked for; empty where none is.
     *
     * @param header {@code Accept-Language}, null where there was none
     * @param languages ISO 639-1, whatever their region or script
     */
    public static Optional<String> of(@Nullable String header, Collection<String> languages) {
        return first(header, range -> Optional.of(range.split("-", 2)[0]).filter(languages::contains));
    }

    /**
     * The first that is asked for, by its weight; empty where none is, or what was sent is not readable.
     *
     * @param header {@code Accept-Language}, null where there was none
     * @param known the language of a range such as {@code gu} or {@code zh-hans-cn}; empty where there is none
     */
    public static <T> Optional<T> first(@Nullable String header, Function<String, Optional<T>> known) {
        if (header == null || header.isBlank()) {
            return Optional.empty();
        }
        try {
            return LanguageRange.parse(header).stream()
                    .filter(range -> range.getWeight() > 0)
                    .flatMap(range -> known.apply(range.getRange()).stream())
                    .findFirst();
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }
}
