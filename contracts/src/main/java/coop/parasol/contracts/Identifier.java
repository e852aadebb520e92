package coop.parasol.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A mark that people type from paper and that must name one thing however it is typed: a lot, a registration number, an
 * order number of a partner's own, a reference of a bank. In JSON it is a text; {@code R-1}, {@code r-1} and
 * {@code  R-1 } are equal. A table that keeps one has a column for each of its two forms, and what is unique is the
 * normal form.
 *
 * @param written as it was typed, without blanks at its ends and with one blank for each row of them: what is shown
 * @param normal in upper case, without blanks, printable ASCII only: what is compared
 */
public record Identifier(String written, String normal) {

    private static final char FIRST_FULL_WIDTH = '\uFF01';
    private static final char LAST_FULL_WIDTH = '\uFF5E';
    private static final int FULL_WIDTH_SHIFT = FIRST_FULL_WIDTH - '!';

    public Identifier {
        Objects.requireNonNull(written);
        Objects.requireNonNull(normal);
    }

    /**
     * Reads an identifier. Letters, digits and signs of full width, which Japanese and Chinese keyboards write, are taken
     * for those of ASCII.
     *
     * @throws IllegalArgumentException if it holds another character than of printable ASCII and blanks, or none but blanks
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Identifier of(String text) {
        StringBuilder written = new StringBuilder();
        StringBuilder normal = new StringBuilder();
        boolean blank = false;
        for (int character : Text.stripped(text).codePoints().toArray()) {
            if (Text.isBlank(character)) {
                blank = true;
                continue;
            }
            if (blank) {
                written.append(' ');
                blank = false;
            }
            char ascii = ascii(character);
            written.append(ascii);
            normal.append(ascii);
        }
        if (normal.isEmpty()) {
            throw new IllegalArgumentException("must not be blank");
        }
        return new Identifier(written.toString(), normal.toString().toUpperCase(Locale.ROOT));
    }

    /**
     * The number of an account or the like as it is kept: in upper case, without the blanks, hyphens and characters of no
     * width that it is printed and copied with.
     *
     * @throws IllegalArgumentException if what is left is not of printable ASCII alone
     */
    public static String compact(String text) {
        StringBuilder compact = new StringBuilder();
        text.codePoints()
                .filter(character -> !Text.isBlank(character)
                        && Character.getType(character) != Character.DASH_PUNCTUATION
                        && Character.getType(character) != Character.FORMAT)
                .forEach(character -> compact.append(ascii(character)));
        return compact.toString().toUpperCase(Locale.ROOT);
    }

    private static char ascii(int character) {
        int folded = character >= FIRST_FULL_WIDTH && character <= LAST_FULL_WIDTH
                ? character - FULL_WIDTH_SHIFT
                : character;
        if (folded < '!' || folded > '~') {
            throw new MalformedValue(
                    MalformedValue.Kind.ASCII,
                    "must be made of the letters A to Z, digits and signs of ASCII; it holds the character U+%04X"
                            .formatted(character));
        }
        return (char) folded;
    }

    /** As {@link #of}, for JAX-RS, which reads path segments and query parameters with it. */
    public static Identifier fromString(String text) {
        return of(text);
    }

    /** The normal form of a text, or of none. */
    public static @Nullable String normalOrNull(@Nullable Identifier identifier) {
        return identifier == null ? null : identifier.normal();
    }

    /**
     * The letters and digits alone, for numbers that an authority has given and that everybody punctuates as they like:
     * {@code U74999-GJ-2019 PTC 012345} is {@code U74999GJ2019PTC012345}.
     */
    public String lettersAndDigits() {
        String bare = normal.replaceAll("[^A-Z0-9]", "");
        return bare.isEmpty() ? normal : bare;
    }

    @Override
    @JsonValue
    public String written() {
        return written;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Identifier identifier && normal.equals(identifier.normal);
    }

    @Override
    public int hashCode() {
        return normal.hashCode();
    }

    @Override
    public String toString() {
        return written;
    }
}
