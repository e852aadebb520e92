package coop.parasol.firm;

import coop.parasol.contracts.Identifier;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.iban4j.IbanUtil;

/** International bank account numbers (ISO 13616), checked by iban4j against the registry's structures and ISO 7064 check digits. */
public final class Iban {

    private static final Pattern CHARACTERS = Pattern.compile("[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}");

    private static final Pattern WORD_BEFORE = Pattern.compile("^IBAN:?");

    /** Check digits are 98 less a remainder, so 02 to 98; these are congruent to others, and iban4j lets them pass. */
    private static final Set<String> IMPOSSIBLE_CHECK_DIGITS = Set.of("00", "01", "99");

    private Iban() {}

    /**
     * The number in capitals, without the blanks, hyphens and invisible characters that it is copied with, and without the
     * word IBAN before it; empty if its country, its structure or its check digits are wrong, or if it holds a character
     * that upper case would turn into another one's.
     */
    public static Optional<String> normalize(String text) {
        String iban;
        try {
            iban = WORD_BEFORE.matcher(Identifier.compact(text)).replaceFirst("");
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        return CHARACTERS.matcher(iban).matches()
                        && !IMPOSSIBLE_CHECK_DIGITS.contains(iban.substring(2, 4))
                        && IbanUtil.isValid(iban)
                ? Optional.of(iban)
                : Optional.empty();
    }
}
