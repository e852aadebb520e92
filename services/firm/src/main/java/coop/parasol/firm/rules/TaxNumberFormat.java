package coop.parasol.firm.rules;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How a country's tax numbers of businesses are written.
 *
 * @param country ISO 3166-1 alpha-2
 * @param pattern of the whole number in its normal form
 * @param check that it passes beside the pattern
 * @param example a number of that form, for messages
 */
public record TaxNumberFormat(String country, Pattern pattern, TaxNumberCheck check, String example) {

    /** Capitals without blanks, dots, slashes and hyphens; full-width letters and digits as plain ones. */
    public static String normalize(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .replaceAll("[\\s./-]", "")
                .toUpperCase(Locale.ROOT);
    }

    /** Whether a number in its normal form can be one of the country. */
    public boolean accepts(String normal) {
        return pattern.matcher(normal).matches() && check.isRight(normal);
    }
}
