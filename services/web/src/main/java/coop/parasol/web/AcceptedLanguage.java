package coop.parasol.web;

import java.util.Collection;
import java.util.Locale.LanguageRange;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which language a caller reads, of those in which there is something to read (RFC 9110, Accept-Language). */
public final class AcceptedLanguage {

    private AcceptedLanguage() {}

    /**
     * The first of the languages that is accepted; empty where there is none, or what is said is not readable.
     *
     * @param header as the caller has sent it; null where it has sent none
     * @param languages ISO 639-1
     */
    public static Optional<String> of(@Nullable String header, Collection<String> languages) {
        if (header == null || header.isBlank()) {
            return Optional.empty();
        }
        try {
            return LanguageRange.parse(header).stream()
                    .filter(range -> range.getWeight() > 0)
                    .map(range -> range.getRange().split("-", 2)[0])
                    .filter(languages::contains)
                    .findFirst();
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }
}
