package coop.parasol.quality.certificate.rules;

import java.util.Locale;
import java.util.Optional;

/**
 * Numbers of certificates: 95 random bits in Crockford's base 32 and a check character, in five groups of four. Whoever
 * knows one number knows no other, and guessing finds none.
 *
 * <p>The check character is the sum of the others, each multiplied by another power of a primitive element of GF(32):
 * every single wrong character and every exchange of two is noticed.
 */
public final class CertificateNumber {

    /** Bytes of randomness that {@link #of} needs. */
    public static final int RANDOM_BYTES = 12;

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int DIGITS = 19;
    private static final int GROUP = 4;
    private static final int BITS = 5;
    private static final int MASK = 31;
    /** x^5 + x^2 + 1, which is primitive. */
    private static final int POLYNOMIAL = 0b100101;

    private static final char FIRST_WIDE = '\uFF01';
    private static final char LAST_WIDE = '\uFF5E';

    private CertificateNumber() {}

    /** The number that these random bytes make. */
    public static String of(byte[] random) {
        StringBuilder number = new StringBuilder();
        int buffer = 0;
        int bits = 0;
        int next = 0;
        while (number.length() < DIGITS) {
            if (bits < BITS) {
                buffer = (buffer << Byte.SIZE | (random[next++] & 0xFF)) & 0xFFFF;
                bits += Byte.SIZE;
            }
            bits -= BITS;
            number.append(ALPHABET.charAt(buffer >> bits & MASK));
        }
        number.append(ALPHABET.charAt(check(number)));
        return grouped(number);
    }

    /**
     * The number that somebody has typed: case, spaces and dashes do not matter, I and L are 1, O is 0, and digits may be those of any
     * script; empty if it is none.
     */
    public static Optional<String> read(String typed) {
        StringBuilder number = new StringBuilder();
        for (int i = 0; i < typed.length() && number.length() <= DIGITS + 1; i++) {
            char character = narrow(typed.charAt(i));
            switch (character) {
                case ' ', '-', '\u3000' -> {}
                case 'I', 'L' -> number.append('1');
                case 'O' -> number.append('0');
                default -> number.append(character);
            }
        }
        boolean plausible = typed.length() <= 2 * (DIGITS + 1)
                && number.length() == DIGITS + 1
                && number.chars().allMatch(character -> ALPHABET.indexOf(character) >= 0)
                && ALPHABET.charAt(check(number)) == number.charAt(DIGITS);
        return plausible ? Optional.of(grouped(number)) : Optional.empty();
    }

    /** A digit of any script as the Latin one, a full-width letter or sign as the ASCII one, small letters as capitals. */
    private static char narrow(char typed) {
        if (Character.isDigit(typed)) {
            return (char) ('0' + Character.digit(typed, 10));
        }
        char ascii = typed >= FIRST_WIDE && typed <= LAST_WIDE ? (char) (typed - FIRST_WIDE + '!') : typed;
        return String.valueOf(ascii).toUpperCase(Locale.ROOT).charAt(0);
    }

    private static int check(CharSequence number) {
        int check = 0;
        for (int i = DIGITS - 1; i >= 0; i--) {
            check = timesX(check ^ ALPHABET.indexOf(number.charAt(i)));
        }
        return check;
    }

    private static int timesX(int element) {
        int doubled = element << 1;
        return doubled > MASK ? doubled ^ POLYNOMIAL : doubled;
    }

    private static String grouped(CharSequence number) {
        return number.toString().replaceAll("(.{" + GROUP + "})(?=.)", "$1-");
    }
}
